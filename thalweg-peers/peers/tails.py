"""Fit of a power-law tail with the start by Kolmogorov-Smirnov over all values. Cases: the number of points. Seconds."""
import time

import numpy as np
import powerlaw

import peer

name, case, threads = peer.arguments()
u = (np.arange(int(case)) + 0.5) / int(case)
x = (1 - u) ** (-1 / 1.5)
begin = time.perf_counter()
powerlaw.Fit(x, verbose=False).power_law.alpha
first = time.perf_counter() - begin
warmup, values = (first, [first]) if first > 20 else peer.sample(
    lambda: powerlaw.Fit(x, verbose=False).power_law.alpha, warm=0, seconds=2 * first)
peer.report(powerlaw.__version__, warmup, values)
