"""Writes peers.csv (topic, case, quantity, value): what other tools say about the series of diag_draws.csv and a few samples given by formula.

Python 3.11 with arviz 0.23.4, scipy 1.17.1, numpy 2.4.6, pyerrors 2.17.0, mpmath 1.4.1. Run in this folder.
"""
import csv
import math
import warnings

import arviz as az
import mpmath as mp
import numpy as np
import pyerrors as pe
from scipy import stats

warnings.filterwarnings("ignore")
rows = list(csv.DictReader(open("diag_draws.csv")))
names = [n for n in rows[0] if n not in ("chain", "draw")]
series = {n: np.array([float(r[n]) for r in rows]).reshape(4, 1000) for n in names}
out = {}

out["ess"] = {
    n: {
        "quantile 0.3": float(az.ess(x, method="quantile", prob=0.3)),
        "local 0.213 0.437": float(az.ess(x, method="local", prob=(0.213, 0.437))),
        "odd bulk": float(az.ess(x[:, :999], method="bulk")),
        "odd split": float(az.rhat(x[:, :999], method="split")),
    }
    for n, x in series.items()
}
out["bfmi"] = {n: az.bfmi(x).tolist() for n, x in series.items()}
out["shortest 0.9"] = {n: az.hdi(x.ravel(), hdi_prob=0.9).tolist() for n, x in series.items()}

# Leave-one-out: a normal mean of which 30 points are known, one of them far out.
mu = 0.1 + 0.4 * series["iid"]
y = np.array([1.5 * math.sin(i) + (4 if i == 29 else 0) for i in range(30)])
ll = -0.5 * (y[None, None, :] - mu[:, :, None]) ** 2 - 0.5 * math.log(2 * math.pi)
data = az.from_dict(posterior={"mu": mu}, log_likelihood={"y": ll})
loo = az.loo(data, pointwise=True, reff=1.0)
out["loo"] = {
    "elpd": float(loo.elpd_loo),
    "se": float(loo.se),
    "p": float(loo.p_loo),
    "pointwise": loo.loo_i.values.tolist(),
    "k": loo.pareto_k.values.tolist(),
}

# Tests: numbers by formula.
def golden(n, shift=0.0):
    return np.array([((i + 1) * 0.6180339887498949 + shift) % 1.0 for i in range(n)])

def near(n, shift):
    return np.array([golden(n)[i] ** (1 + shift) for i in range(n)])

# SciPy's "exact" law is good to 3e-7 only for n > 140, so Durbin's matrix power is taken to 60 digits.
def beyond(n, d):
    mp.mp.dps = 60
    d = mp.mpf(d)
    k = int(mp.ceil(n * d))
    h = k - n * d
    m = 2 * k - 1
    a = np.array([[mp.mpf(0)] * m for _ in range(m)], dtype=object)
    for i in range(m):
        for j in range(min(i + 2, m)):
            top = mp.mpf(1) - (h ** (i + 1) if j == 0 else 0) - (h ** (m - j) if i == m - 1 else 0)
            if i == m - 1 and j == 0 and 2 * h > 1:
                top += (2 * h - 1) ** m
            a[i, j] = top / mp.factorial(i - j + 1)
    v = np.array([mp.mpf(int(i == k - 1)) for i in range(m)], dtype=object)
    for i in range(1, n + 1):
        v = (a @ v) * i / n
    return 1 - v[k - 1]

out["ks"] = []
for n, shift in [(5, 0.3), (10, 1.0), (50, 0.2), (100, 0.35), (300, 0.1), (500, 0.15), (501, 0.15), (2000, 0.06), (5000, 0.01), (200, 1.2)]:
    d = float(stats.ks_1samp(near(n, shift), stats.uniform.cdf).statistic)
    out["ks"].append([n, shift, d, float(beyond(n, d))])
out["ks two"] = []
for n, m, shift in [(5, 7, 0.5), (20, 30, 0.6), (100, 80, 0.3), (300, 200, 0.2), (64, 64, 3.0)]:
    r = stats.ks_2samp(near(n, shift), golden(m, 0.1), method="exact")
    out["ks two"].append([n, m, shift, float(r.statistic), float(r.pvalue)])
out["wasserstein"] = []
for a, b in [("iid", "scaled"), ("iid", "lognorm"), ("ties", "shifted"), ("cauchy", "iid")]:
    x, z = series[a].ravel(), series[b].ravel()[:2500]
    out["wasserstein"].append([a, b, float(stats.wasserstein_distance(x, z)), float(stats.energy_distance(x, z) ** 2)])
out["chi square"] = [
    [list(c), list(p), *map(float, stats.chisquare(c, np.array(p) / sum(p) * sum(c)))]
    for c, p in [((16, 18, 16, 14, 12, 12), (1,) * 6), ((30, 14, 34, 45, 57, 20), (20, 20, 30, 40, 60, 30)), ((900, 50, 50), (8, 1, 1))]
]
kde = stats.gaussian_kde(series["lognorm"].ravel(), bw_method=0.05)
h = 0.05 * series["lognorm"].std(ddof=1)
out["kde"] = {"bandwidth": float(h), "x": [0.2, 1.0, 3.0, 10.0], "value": kde([0.2, 1.0, 3.0, 10.0]).tolist()}

# The Gamma method on slow series.
out["gamma"] = {}
for n in ("ar09",):
    o = pe.Obs([series[n][0]], ["a"])
    o.gamma_method(S=1.5)
    out["gamma"][n] = [float(o.e_tauint["a"]), float(o.e_dtauint["a"]), int(o.e_windowsize["a"]), float(o.dvalue)]

# The law of A^2 for many numbers, sum of chi-squares / (j (j + 1)), by inversion of its characteristic function.
def phi(t):
    last = 2000
    j = np.arange(1, last)[:, None]
    log = -0.5 * np.log(1 - 2j * t / (j * (j + 1.0))).sum(axis=0)
    return np.exp(log + 1j * t / last - t**2 / (3.0 * last**3))

# Gil-Pelaez: P(z) = 1/2 - (1/pi) int_0^inf Im(exp(-i t z) phi(t)) / t dt, |phi| ~ exp(-pi sqrt(t) / 2).
nodes, weights = np.polynomial.legendre.leggauss(40)
edges = np.concatenate([np.linspace(0, 1, 5), np.linspace(1.5, 500, 400)])
t = np.concatenate([(a + b) / 2 + (b - a) / 2 * nodes for a, b in zip(edges, edges[1:])])
w = np.concatenate([(b - a) / 2 * weights for a, b in zip(edges, edges[1:])])
f = phi(t)
out["anderson darling"] = [
    [z, float(0.5 - (w * (np.exp(-1j * t * z) * f).imag / t).sum() / np.pi)]
    for z in (0.25, 0.5, 1.0, 1.933, 2.492, 3.878, 6.0)
]

table = []
for name, each in out["ess"].items():
    table += [("ess", name, quantity, v) for quantity, v in each.items()]
for name, each in out["bfmi"].items():
    table += [("bfmi", name, k, v) for k, v in enumerate(each)]
for name, (low, high) in out["shortest 0.9"].items():
    table += [("shortest", name, "low", low), ("shortest", name, "high", high)]
for quantity in ("elpd", "se", "p"):
    table.append(("loo", "normal", quantity, out["loo"][quantity]))
for i in range(30):
    table += [("loo", i, "elpd", out["loo"]["pointwise"][i]), ("loo", i, "k", out["loo"]["k"][i])]
for n, shift, d, p in out["ks"]:
    table += [("ks", f"{n} {shift}", "distance", d), ("ks", f"{n} {shift}", "p", p)]
for n, m, shift, d, p in out["ks two"]:
    table += [("ks two", f"{n} {m} {shift}", "distance", d), ("ks two", f"{n} {m} {shift}", "p", p)]
for a, b, w, e in out["wasserstein"]:
    table += [("distance", f"{a} {b}", "wasserstein", w), ("distance", f"{a} {b}", "energy", e)]
for c, q, x, p in out["chi square"]:
    case = " ".join(map(str, c)) + " : " + " ".join(map(str, q))
    table += [("chi square", case, "statistic", x), ("chi square", case, "p", p)]
for x, v in zip(out["kde"]["x"], out["kde"]["value"]):
    table.append(("density", f"{x} {out['kde']['bandwidth']}", "value", v))
for name, (tau, error, window, _) in out["gamma"].items():
    table += [("gamma", name, "tau", tau), ("gamma", name, "window", window)]
for z, p in out["anderson darling"]:
    table.append(("anderson darling", z, "p", p))
with open("peers.csv", "w") as f:
    f.write("topic,case,quantity,value\n")
    f.writelines(f"{a},{b},{c},{v!r}\n" for a, b, c, v in table)
