"""The coefficients of thalweg.array.kernel: minimax fits by the exchange algorithm of Remez in 100 digits.

python polynomials.py prints each polynomial with the error it leaves, in units of 2^-53 of the function. Needs mpmath.
Each fit is q(x) so that base(x) + factor(x) q(x) is near f(x), with the relative error in f made as even as can be.
"""
from mpmath import mp, mpf, matrix, lu_solve, exp, log, sin, cos, sqrt, pi, linspace, erf, erfc, psi, loggamma, zeta, euler
from mpmath import cos as mcos

mp.dps = 100


def remez(target, weight, a, b, degree, rounds=12):
    """q minimising max weight |q - target| on [a, b]; coefficients rounded to double one by one, lowest first."""
    n = degree + 1
    nodes = [(a + b) / 2 + (b - a) / 2 * mcos(pi * i / n) for i in range(n, -1, -1)]
    grid = [(a + b) / 2 - (b - a) / 2 * mcos(pi * i / 600) for i in range(601)]
    values = [(target(x), weight(x)) for x in grid]
    for _ in range(rounds):
        m, rhs = matrix(n + 1), matrix(n + 1, 1)
        for i, x in enumerate(nodes):
            for j in range(n):
                m[i, j] = x ** j
            m[i, n] = (-1) ** i / weight(x)
            rhs[i] = target(x)
        c = lu_solve(m, rhs)
        error = [(horner(c[:n], x) - t) * w for x, (t, w) in zip(grid, values)]
        peaks = []
        for i, e in enumerate(error):
            if peaks and (e > 0) == (error[peaks[-1]] > 0):
                if abs(e) > abs(error[peaks[-1]]):
                    peaks[-1] = i
            else:
                peaks.append(i)
        while len(peaks) > n + 1:
            peaks.pop(0 if abs(error[peaks[0]]) < abs(error[peaks[-1]]) else -1)
        if len(peaks) < n + 1:
            break
        nodes = [grid[i] for i in peaks]
    return [c[i] for i in range(n)], max(abs(e) for e in error)


def horner(c, x):
    s = mpf(0)
    for a in reversed(list(c)):
        s = s * x + a
    return s


def fit(name, target, relative, a, b, degree):
    """Where the weight vanishes (a factor x^n), a tenth of its largest keeps the exchange well posed."""
    floor = max(relative(mpf(a) + (mpf(b) - mpf(a)) * i / 16) for i in range(17)) / 10
    weight = lambda x: max(relative(x), floor)
    c, _ = remez(target, weight, mpf(a), mpf(b), degree)
    d = [mpf(float(x)) for x in c]
    grid = [mpf(a) + (mpf(b) - mpf(a)) * i / 2000 for i in range(2001)]
    left = max(abs((horner(d, x) - target(x)) * relative(x)) for x in grid)
    print(f"{name}: degree {degree} on [{float(a)}, {float(b)}], error {float(left * 2**53):.3f}")
    print("    " + ", ".join(repr(float(x)) for x in c))


def two(x, bits=53):
    """x as an unevaluated sum of three doubles."""
    a = mpf(float(x)); b = mpf(float(x - a)); c = mpf(float(x - a - b))
    return a, b, c


tiny = mpf(10) ** -20


def away(x):
    return x if abs(x) > tiny else tiny


if __name__ == "__main__":
    half = log(2) / 2 * mpf("1.0001")
    for degree in (8, 9):
        fit("exp(r) = 1 + r + r^2 q(r)", lambda r: (exp(away(r)) - 1 - away(r)) / away(r) ** 2,
            lambda r: r * r / (exp(r)), -half, half, degree)
    third = mpf(1) / 3
    for degree in (18, 19):
        fit("log(1+f) = f - f^2/2 + f^3 q(f)", lambda f: (log(1 + away(f)) - away(f) + away(f) ** 2 / 2) / away(f) ** 3,
            lambda f: abs(f ** 3 / log(1 + f)) if abs(f) > tiny else mpf(0), -third * mpf("1.0001"), third * mpf("1.0001"), degree)
    quarter = (pi / 4) ** 2 * mpf("1.0001")
    for degree in (5, 6):
        fit("sin(r) = r + r^3 q(r^2)", lambda z: (sin(sqrt(away(abs(z)))) / sqrt(away(abs(z))) - 1) / away(abs(z)),
            lambda z: abs(z) * sqrt(abs(z)) / sin(sqrt(abs(z))) if z > tiny else mpf(0), 0, quarter, degree)
        fit("cos(r) = 1 - r^2/2 + r^4 q(r^2)", lambda z: (cos(sqrt(away(abs(z)))) - 1 + away(abs(z)) / 2) / away(abs(z)) ** 2,
            lambda z: abs(z) ** 2 / cos(sqrt(abs(z))), 0, quarter, degree)
    print("ln 2 =", *[repr(float(x)) for x in two(log(2))])
    print("1 / ln 2 =", repr(float(1 / log(2))))
    print("pi / 2 =", *[repr(float(x)) for x in two(pi / 2)])
    print("2 / pi =", repr(float(2 / pi)))
