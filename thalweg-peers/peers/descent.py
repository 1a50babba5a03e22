"""L-BFGS from 20 starts on seven landscapes. Readings of energy and slope until |grad E| <= 1e-10, 5000 for a failure.

scipy.optimize.minimize with L-BFGS-B, a memory of 10 and tolerances of 0, so that it stops only where it cannot go on.
The same formulas, slopes and starts as ours. The median over starts is compared.
"""
import time

import numpy as np
import scipy
from scipy.optimize import minimize

import peer

FAILED = 5000
GRADIENT = 1e-10


def rosenbrock(x):
    a, b = 1 - x[:-1], x[1:] - x[:-1] ** 2
    g = np.zeros_like(x)
    g[:-1] = -2 * a - 400 * x[:-1] * b
    g[1:] += 200 * b
    return np.sum(a * a + 100 * b * b), g


def himmelblau(p):
    x, y = p
    a, b = x * x + y - 11, x + y * y - 7
    return a * a + b * b, np.array([4 * x * a + 2 * b, 2 * a + 4 * y * b])


def camel(p):
    x, y = p
    xx, yy = x * x, y * y
    return (4 - 2.1 * xx + xx * xx / 3) * xx + x * y + (4 * yy - 4) * yy, np.array(
        [x * (8 - 8.4 * xx + 2 * xx * xx) + y, x + y * (16 * yy - 8)]
    )


def double_well(p):
    x, y = p
    return x**4 / 4 - x * x / 2 + y * y / 2, np.array([x * (x * x - 1), y])


A = np.array([-200.0, -100, -170, 15])
XX, XY, YY = np.array([-1, -1, -6.5, 0.7]), np.array([0, 0, 11, 0.6]), np.array([-10, -10, -6.5, 0.7])
X0, Y0 = np.array([1, 0, -0.5, -1]), np.array([0, 0.5, 1.5, 1])


def mueller_brown(p):
    x, y = p[0] - X0, p[1] - Y0
    with np.errstate(over="ignore"):
        v = A * np.exp(XX * x * x + XY * x * y + YY * y * y)
    return np.sum(v), np.array([np.sum(v * (2 * XX * x + XY * y)), np.sum(v * (XY * x + 2 * YY * y))])


def valley(n):
    return rosenbrock, [-2.0] * n, [2.0] * n, [-1.2 if i % 2 == 0 else 1.0 for i in range(n)]


CASES = {
    "rosenbrock": valley(2),
    "rosenbrock-10": valley(10),
    "rosenbrock-100": valley(100),
    "himmelblau": (himmelblau, [-5.0, -5], [5.0, 5], [0.0, 0]),
    "camel": (camel, [-2.0, -1.2], [2.0, 1.2], [-1.9, 1.1]),
    "mueller-brown": (mueller_brown, [-1.5, -0.5], [1.2, 2.0], [-0.2, 0.9]),
    "double-well": (double_well, [-2.0, -2], [2.0, 2], [0.1, 1.5]),
}


def starts(low, high, first):
    yield np.array(first)
    state = 12345
    for _ in range(19):
        start = []
        for a, b in zip(low, high):
            state = (state * 1103515245 + 12345) % 2**31
            start.append(a + state / 2**31 * (b - a))
        yield np.array(start)


class Counted:
    def __init__(self, energy):
        self.energy, self.count, self.arrived = energy, 0, 0

    def __call__(self, x):
        height, slope = self.energy(x)
        self.count += 1
        if not self.arrived and np.linalg.norm(slope) <= GRADIENT:
            self.arrived = self.count
        return height, slope


name, case, threads = peer.arguments()
energy, low, high, first = CASES[case]
begin = time.perf_counter()
readings = []
for start in starts(low, high, first):
    counted = Counted(energy)
    options = {"maxcor": 10, "ftol": 0, "gtol": 0, "maxfun": FAILED, "maxiter": FAILED, "maxls": 50}
    minimize(counted, start, jac=True, method="L-BFGS-B", options=options)
    readings.append(counted.arrived or FAILED)
peer.report(scipy.__version__, time.perf_counter() - begin, readings)
