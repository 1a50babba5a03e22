"""Second derivatives of networks: 2-64-64-1 (tanh) on 1000 rows, float64; digits 64-32-10 for PyHessian, float32, the
only kind it works in. Milliseconds a gradient, product, step, or hundred steps of Lanczos."""
import csv
import pathlib

import numpy as np
import torch

import peer

name, case, threads = peer.arguments()
torch.set_num_threads(threads)
torch.manual_seed(0)
rng = np.random.default_rng(0)


def mlp(*sizes):
    layers = []
    for i in range(len(sizes) - 1):
        layers.append(torch.nn.Linear(sizes[i], sizes[i + 1]))
        if i < len(sizes) - 2:
            layers.append(torch.nn.Tanh())
    return torch.nn.Sequential(*layers)


def wave():
    torch.set_default_dtype(torch.float64)
    x = rng.normal(size=(1000, 2))
    y = (np.sin(2 * x[:, 0]) * x[:, 1])[:, None]
    return mlp(2, 64, 64, 1), torch.tensor(x), torch.tensor(y)


def gradient():
    net, x, y = wave()
    p = list(net.parameters())
    return lambda: torch.autograd.grad(torch.nn.functional.mse_loss(net(x), y), p)


def product():
    from curvlinops import HessianLinearOperator

    net, x, y = wave()
    p = {k: v for k, v in net.named_parameters()}
    try:
        h = HessianLinearOperator(net, torch.nn.MSELoss(), p, [(x, y)], check_deterministic=False)
    except Exception:
        h = HessianLinearOperator(net, torch.nn.MSELoss(), list(net.parameters()), [(x, y)], check_deterministic=False)
    v = torch.randn(h.shape[1])
    return lambda: h @ v


def adam(compiled):
    net, x, y = wave()
    optimiser = torch.optim.Adam(net.parameters(), lr=1e-3)
    loss = lambda: torch.nn.functional.mse_loss(net(x), y)
    if compiled:
        loss = torch.compile(loss)
        move = torch.compile(optimiser.step)
    else:
        move = optimiser.step

    def run():
        optimiser.zero_grad()
        loss().backward()
        move()

    return run


def lanczos():
    from pyhessian import hessian

    def eig(a, eigenvectors):
        """PyHessian 0.1 calls torch.eig, which torch dropped; of the small tridiagonal matrix eigh costs less."""
        values, vectors = torch.linalg.eigh(a)
        return torch.stack([values, torch.zeros_like(values)], 1), vectors

    torch.eig = eig
    file = pathlib.Path(__file__).parents[2] / "data" / "digits.csv"
    rows = list(csv.reader(line for line in open(file) if not line.startswith("#")))
    at = rows[0].index("digit")
    table = np.array(rows[1:], dtype=float)
    x = torch.tensor(np.delete(table, at, axis=1) / 16, dtype=torch.float32)
    y = torch.tensor(table[:, at], dtype=torch.long)
    net = mlp(64, 32, 10)
    h = hessian(net, torch.nn.CrossEntropyLoss(), data=(x, y), cuda=False)
    return lambda: h.density(iter=100, n_v=1)


def version():
    from importlib import metadata

    package = {"curvlinops": "curvlinops-for-pytorch", "pyhessian": "pyhessian"}.get(name, "torch")
    return metadata.version(package)


work = {
    "gradient": gradient,
    "product": product,
    "lanczos": lanczos,
    "adam": lambda: adam(name == "torch.compile"),
}[case]()
warmup, values = peer.sample(work, warm=2.0, seconds=2.0, scale=lambda s: 1e3 * s)
peer.report(version(), warmup, values)
