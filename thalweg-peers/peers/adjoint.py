"""The gradient of a loss after 1000 steps of order 2 by the start; V = s/2 + s^2/4, s = |q|^2. float64, milliseconds.

torchdiffeq has no symplectic step: its explicit midpoint on a fixed grid, two slopes a step, by backpropagation through
the steps and by its adjoint equation. diffrax: Midpoint with its recursive checkpoints. jax (scan): Verlet written as a
scan, differentiated and compiled.
"""
import numpy as np

import peer

name, case, threads = peer.arguments()
n = int(case) // 2
q0 = 0.5 + 0.1 * np.arange(n) / n
p0 = 0.3 - 0.2 * np.arange(n) / n
STEPS, H = 1000, 0.01


def torch_gradient(adjoint):
    import torch
    import torchdiffeq

    torch.set_num_threads(threads)
    torch.set_default_dtype(torch.float64)

    class Field(torch.nn.Module):
        def forward(self, t, x):
            q, p = x[:n], x[n:]
            s = (q * q).sum()
            return torch.cat([p, -q * (1 + s)])

    field = Field()
    times = torch.tensor([0.0, STEPS * H])
    solve = torchdiffeq.odeint_adjoint if adjoint else torchdiffeq.odeint

    def run():
        x = torch.tensor(np.concatenate([q0, p0]), requires_grad=True)
        end = solve(field, x, times, method="midpoint", options={"step_size": H})[-1]
        loss = (end[:n] ** 2).sum() + end[n:].sum()
        loss.backward()
        return x.grad

    return torchdiffeq.__version__, run


def jax_gradient(diffrax_):
    import jax
    import jax.numpy as jnp

    jax.config.update("jax_enable_x64", True)

    def slope(q):
        return q * (1 + (q * q).sum())

    if diffrax_:
        import diffrax

        version = diffrax.__version__

        def last(x):
            term = diffrax.ODETerm(lambda t, y, a: jnp.concatenate([y[n:], -slope(y[:n])]))
            return diffrax.diffeqsolve(
                term, diffrax.Midpoint(), 0.0, STEPS * H, H, x, max_steps=STEPS + 8).ys[-1]
    else:
        version = jax.__version__

        def last(x):
            def step(s, _):
                q, p = s
                p = p - 0.5 * H * slope(q)
                q = q + H * p
                return (q, p - 0.5 * H * slope(q)), None

            (q, p), _ = jax.lax.scan(step, (x[:n], x[n:]), None, length=STEPS)
            return jnp.concatenate([q, p])

    def loss(x):
        end = last(x)
        return (end[:n] ** 2).sum() + end[n:].sum()

    gradient = jax.jit(jax.grad(loss))
    x = jnp.asarray(np.concatenate([q0, p0]))
    return version, lambda: gradient(x).block_until_ready()


version, run = {
    "torchdiffeq": lambda: torch_gradient(False),
    "torchdiffeq (adjoint)": lambda: torch_gradient(True),
    "diffrax": lambda: jax_gradient(True),
    "jax (scan)": lambda: jax_gradient(False),
}[name]()
warmup, values = peer.sample(run, scale=lambda s: 1e3 * s)
peer.report(version, warmup, values)
