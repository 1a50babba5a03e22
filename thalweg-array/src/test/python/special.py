"""Values of special functions to 25 digits, by mpmath 1.3 in 40 digits: name, arguments, value.

python special.py > ../resources/thalweg/array/kernel/special.csv. A minus sign in a name marks arguments below 0.
"""
import random
from mpmath import atan2, erf, gamma, log, loggamma, mp, mpf, nstr, psi

mp.dps = 40
random.seed(3)


def line(name, arguments, value):
    print(name, *[repr(float(a)) for a in arguments], nstr(value, 25), sep=",")


def between(a, b):
    return random.uniform(a, b)


print("# mpmath 1.3, 40 digits; script: src/test/python/special.py")
for _ in range(40):
    for a, b in ((-1, 1), (-6.5, 6.5), (0.9, 2)):
        x = between(a, b)
        line("erf", [x], erf(mpf(x)))
    for x in (between(1e-6, 0.75), between(0.75, 1.5), between(1.5, 2.5), between(2.5, 8), between(8, 50),
              10 ** between(-300, 300), 1 + 10 ** between(-15, -1), 2 - 10 ** between(-15, -1)):
        line("lgamma", [x], loggamma(mpf(x)))
    x = between(-20, 0)
    line("lgamma-", [x], log(abs(gamma(mpf(x)))))
    for a, b in ((1e-3, 1), (1, 2), (2, 8), (8, 100), (1.4, 1.5)):
        x = between(a, b)
        line("polygamma0", [x], psi(0, mpf(x)))
    for n in (0, 1, 2, 3, 5, 8):
        x = 10 ** between(-2, 2)
        line(f"polygamma{n}", [x], psi(n, mpf(x)))
        x = between(-5, 0)
        line(f"polygamma{n}-", [x], psi(n, mpf(x)))
    for x, y in ((10 ** between(-3, 3), between(-50, 50)), (10 ** between(-300, 300), between(-1, 1)),
                 (1 + 10 ** between(-12, -1), 10 ** between(0, 3))):
        line("pow", [x, y], mpf(x) ** mpf(y))
    x, y = between(-1, 1), between(-1, 1)
    line("atan2", [y, x], atan2(mpf(y), mpf(x)))
    x, y = 10 ** between(-5, 5) * random.choice((-1, 1)), 10 ** between(-5, 5)
    line("atan2", [y, x], atan2(mpf(y), mpf(x)))
