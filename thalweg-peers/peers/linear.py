"""Dense linear algebra, float64. Cases: product N (GFLOP/s as a time: ms), cholesky 1000, eigh 1000. Milliseconds."""
import numpy as np
import scipy
import scipy.linalg

import peer

name, case, threads = peer.arguments()
what, size = case.split()
n = int(size)
rng = np.random.default_rng(0)
a = rng.normal(size=(n, n))
b = rng.normal(size=(n, n))
spd = a @ a.T / n + np.eye(n)
run = {
    "product": lambda: a @ b,
    "cholesky": lambda: scipy.linalg.cholesky(spd, lower=True, check_finite=False),
    "eigh": lambda: scipy.linalg.eigh(spd, driver="evd", check_finite=False),
}[what]
warmup, values = peer.sample(run, scale=lambda s: 1e3 * s)
peer.report(f"numpy {np.__version__}, scipy {scipy.__version__}", warmup, values)
