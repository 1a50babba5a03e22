"""Values, gradients and Hessians of functions of four numbers by JAX, for JaxPeerTest.

pip install jax==0.10.2; python jax.py > jax.csv
Columns: name, value, 4 of the gradient, 16 of the Hessian, row by row.
"""

import sys

sys.path.pop(0)  # this file has the name of the package
import jax
import jax.numpy as np
from jax.scipy.special import erf, gammaln, logsumexp, polygamma

jax.config.update("jax_enable_x64", True)
x0 = np.array([0.7, -0.4, 1.3, 0.2])
A = np.array([[2.0, 0.3, -0.1, 0.4], [0.5, 3.0, 0.2, -0.6], [-0.3, 0.1, 2.5, 0.7], [0.2, -0.4, 0.6, 4.0]])


def scan(x):
    def turn(s, y):
        s = np.tanh(0.5 * s + y * x[0])
        return s, s * x[1]

    last, rows = jax.lax.scan(turn, x[2], np.array([0.1, -0.3, 0.8, 0.5, 1.1]))
    return last + np.sum(rows**2) * x[3]


def spd(x):
    m = A + np.outer(x, x) + np.diag(np.exp(x))
    return (m + m.T) / 2


functions = {
    "sin": lambda x: np.sum(np.sin(x) * x),
    "exp": lambda x: np.exp(-np.sum(x * x)),
    "logistic": lambda x: np.sum(jax.nn.sigmoid(x * x[::-1])),
    "tanh": lambda x: np.tanh(x @ A @ x),
    "rosenbrock": lambda x: np.sum(100 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2),
    "logsumexp": lambda x: logsumexp(A @ x),
    "softmax": lambda x: np.sum(jax.nn.softmax(x) ** 2),
    "norm": lambda x: np.sqrt(np.sum(x * x)),
    "prod": lambda x: np.prod(x),
    "max": lambda x: np.max(x * x),
    "cumsum": lambda x: np.sum(np.cumsum(x) ** 3),
    "lgamma": lambda x: np.sum(gammaln(x + 2)),
    "digamma": lambda x: np.sum(polygamma(0, x + 2)),
    "erf": lambda x: np.sum(erf(x) * np.cos(x)),
    "pow": lambda x: np.sum((x + 1) ** x),
    "atan2": lambda x: np.arctan2(x[0], x[1]) * x[2] + np.arctan2(x[2], x[3]),
    "log1p": lambda x: np.sum(np.log1p(x) * np.expm1(x)),
    "where": lambda x: np.sum(np.where(x > 0.3, x**3, np.sin(x))),
    "gather": lambda x: np.sum(x[np.array([3, 0, 0, 2])] * x**2),
    "logdet": lambda x: np.linalg.slogdet(A + np.outer(x, x))[1],
    "solve": lambda x: x @ np.linalg.solve(A + np.diag(x), np.ones(4)),
    "cholesky": lambda x: np.sum(np.linalg.cholesky(spd(x)) ** 3),
    "eigenvalues": lambda x: np.sum(np.exp(0.3 * np.linalg.eigvalsh(spd(x)))),
    "scan": scan,
}

for name, f in functions.items():
    numbers = [f(x0), *jax.grad(f)(x0), *jax.hessian(f)(x0).ravel()]
    print(name + "," + ",".join(repr(float(v)) for v in numbers))
