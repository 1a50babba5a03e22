"""The coefficients of thalweg.array.kernel: minimax fits by the exchange algorithm of Remez in 100 digits.

python polynomials.py prints each polynomial with the error it leaves, in units of 2^-53 of the function. Needs mpmath.
Each fit is q(x) so that base(x) + factor(x) q(x) is near f(x), with the relative error in f made as even as can be.
"""
from mpmath import atan, atanh, cos, erf, erfc, exp, findroot, log, loggamma, lu_solve, matrix, mp, mpf, pi, psi, sin, sqrt

mp.dps = 100


def remez(target, weight, a, b, degree, rounds=12):
    """q minimising max weight |q - target| on [a, b]; coefficients rounded to double one by one, lowest first."""
    n = degree + 1
    nodes = [(a + b) / 2 + (b - a) / 2 * cos(pi * i / n) for i in range(n, -1, -1)]
    grid = [(a + b) / 2 - (b - a) / 2 * cos(pi * i / 600) for i in range(601)]
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
    root_pi = sqrt(pi)
    for degree in (11, 12):
        fit("erf(x) = x + x q(x^2), |x| <= 1", lambda z: erf(sqrt(away(z))) / sqrt(away(z)) - 1,
            lambda z: sqrt(away(z)) / erf(sqrt(away(z))), 0, 1, degree)
    for degree in (12, 13, 14):
        # u = (x - 2) / (x + 2); back: x = 2 (1 + u) / (1 - u); the weight is the share of erfc in erf
        back = lambda u: 2 * (1 + u) / (1 - u)
        fit("erfc(x) = exp(-x^2) q(u), 1 <= x <= 6", lambda u: exp(back(u) ** 2) * erfc(back(u)),
            lambda u: exp(-back(u) ** 2) / erf(back(u)), -mpf(1) / 3, mpf(1) / 2, degree)
    small = (sqrt(2) - 1) ** 2 * mpf("1.0001")
    for degree in (9, 10):
        fit("atan(t) = t + t^3 q(t^2)", lambda z: (atan(sqrt(away(z))) / sqrt(away(z)) - 1) / away(z),
            lambda z: z * sqrt(away(z)) / atan(sqrt(away(z))), 0, small, degree)
    band = (mpf(1) / 5) ** 2 * mpf("1.0001")
    for degree in (5, 6, 7):
        fit("log(m) = 2 (s + s^3 / 3 + s^5 q(s^2))",
            lambda z: (atanh(sqrt(away(z))) / sqrt(away(z)) - 1 - away(z) / 3) / away(z) ** 2,
            lambda z: z * z * sqrt(away(z)) / atanh(sqrt(away(z))), 0, band, degree)
    for degree in (16, 17, 18):
        fit("lgamma(2 + t) = t q(t)", lambda t: loggamma(2 + away(t)) / away(t), lambda t: away(t) / loggamma(2 + away(t)),
            mpf(-1) / 2, mpf(1) / 2, degree)
    for degree in (19, 20, 21):
        fit("lgamma(1 + t) = t q(t)", lambda t: loggamma(1 + away(t)) / away(t), lambda t: abs(away(t) / loggamma(1 + away(t))),
            mpf(-1) / 4, mpf(1) / 2, degree)
    for degree in (5, 6, 7):
        stirling = lambda x: loggamma(x) - (x - mpf(1) / 2) * log(x) + x - log(2 * pi) / 2
        fit("lgamma(x) = Stirling + q(1 / x^2) / x, x >= 8", lambda z: stirling(1 / sqrt(z)) / sqrt(z),
            lambda z: sqrt(z), mpf(10) ** -8, mpf(1) / 64, degree)
    root = findroot(lambda x: psi(0, x), 1.46)
    print("root of digamma =", *[repr(float(x)) for x in two(root)])
    for degree in (19, 20, 21):
        at = lambda t: t + mpf(3) / 2
        fit("digamma(x) = (x - root) q(x - 3/2), 1 <= x <= 2", lambda t: psi(0, at(t)) / (at(t) - root),
            lambda t: abs((at(t) - root) / psi(0, at(t))) if at(t) != root else mpf(1), mpf(-1) / 2, mpf(1) / 2, degree)
    for degree in (5, 6, 7):
        fit("digamma(x) = log x - 1 / 2x - q(1 / x^2) / x^2, x >= 8",
            lambda z: (log(1 / sqrt(z)) - sqrt(z) / 2 - psi(0, 1 / sqrt(z))) / z, lambda z: z / psi(0, 1 / sqrt(z)), mpf(10) ** -8, mpf(1) / 64, degree)
    print("log(2 pi) / 2 - 1 / 2 =", repr(float(log(2 * pi) / 2 - mpf(1) / 2)))
    print("ln 2 =", *[repr(float(x)) for x in two(log(2))])
    print("1 / ln 2 =", repr(float(1 / log(2))))
    print("pi / 2 =", *[repr(float(x)) for x in two(pi / 2)])
    print("2 / pi =", repr(float(2 / pi)))
