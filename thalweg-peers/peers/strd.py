"""The 23 nonlinear regressions of NIST/ITL StRD. Cases: start1, start2. Seconds for all of them.

lmfit.minimize with its defaults (leastsq: MINPACK, difference Jacobian, covariance) on NumPy functions made beforehand.
With THALWEG_DIGITS set, prints the correct digits of each fit to standard error.
"""
import json
import math
import os
import pathlib
import sys
import warnings

import lmfit
import numpy as np

import peer

warnings.filterwarnings("ignore")
np.seterr(all="ignore")
here = pathlib.Path(__file__).parent
sets = json.loads((here / "../../thalweg-core/src/test/resources/thalweg/flow/nist_strd.json").read_text())["datasets"]


class Problem:
    def __init__(self, line, start):
        self.name, equation = line.split(" ", 1)
        left, right = equation.split(" = ")
        self.set = sets[self.name]
        rows = np.array(self.set["data"])
        self.names = ["b%d" % (j + 1) for j in range(len(self.set["certified"]))]
        self.start = self.set[start]
        model = eval("lambda x, x2, %s: %s" % (", ".join(self.names), right), vars(np).copy())
        y = np.log(rows[:, 0]) if left == "log(y)" else rows[:, 0]
        x, x2 = rows[:, 1], rows[:, -1]
        self.residual = lambda p: model(x, x2, *[p[n].value for n in self.names]) - y

    def fit(self):
        parameters = lmfit.Parameters()
        for name, value in zip(self.names, self.start):
            parameters.add(name, value=value)
        return lmfit.minimize(self.residual, parameters)

    def digits(self, result):
        certified = [float(c) for c in self.set["certified"]]
        return min(-math.log10(max(1e-16, abs(result.params[n].value / c - 1))) for n, c in zip(self.names, certified))


name, case, threads = peer.arguments()
problems = [Problem(line, case) for line in (here / "strd.txt").read_text().splitlines()]


def work():
    for problem in problems:
        try:
            problem.fit()
        except ValueError:
            pass  # residuals that are not finite: it gives up


if os.environ.get("THALWEG_DIGITS"):
    for problem in problems:
        try:
            print(problem.name, "%.1f" % problem.digits(problem.fit()), file=sys.stderr)
        except ValueError as e:
            print(problem.name, "failed:", str(e).splitlines()[0], file=sys.stderr)
warmup, values = peer.sample(work)
peer.report(lmfit.__version__, warmup, values)
