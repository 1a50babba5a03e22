"""One Adam step of a Hamiltonian network 2-w-w-1 (tanh): mean squared component of J grad_x H - xdot.

Cases: large (w = 200, batch 750), small (w = 32, batch 100). float64. Milliseconds a step.
"""
import numpy as np

import peer

SIZES = {"large": (200, 750), "small": (32, 100)}
name, case, threads = peer.arguments()
width, batch = SIZES[case]
rng = np.random.default_rng(0)
x = rng.uniform(-1, 1, (batch, 2))
xdot = np.stack([2 * x[:, 1], -2 * x[:, 0]], axis=1)
shapes = [(2, width), (width,), (width, width), (width,), (width, 1)]
start = [rng.normal(size=s) / np.sqrt(s[0]) for s in shapes]


def jax_step(batched):
    import jax
    import jax.numpy as jnp
    import optax

    jax.config.update("jax_enable_x64", True)

    def energy(p, s):
        w1, b1, w2, b2, w3 = p
        return jnp.tanh(jnp.tanh(s @ w1 + b1) @ w2 + b2) @ w3

    def loss(p, s, d):
        if batched:
            g = jax.grad(lambda s: energy(p, s).sum())(s)
        else:
            g = jax.vmap(jax.grad(lambda s: energy(p, s)[0]))(s)
        return jnp.mean((jnp.stack([g[:, 1], -g[:, 0]], axis=1) - d) ** 2)

    adam = optax.adam(1e-3)
    p = [jnp.asarray(a) for a in start]
    state = adam.init(p)
    s, d = jnp.asarray(x), jnp.asarray(xdot)

    @jax.jit
    def step(p, state):
        value, g = jax.value_and_grad(loss)(p, s, d)
        update, state = adam.update(g, state, p)
        return optax.apply_updates(p, update), state, value

    kept = [p, state]

    def run():
        p, state, value = step(*kept)
        value.block_until_ready()
        kept[:] = [p, state]

    return jax.__version__, run


def torch_step(fused):
    import torch

    torch.set_num_threads(threads)
    torch.set_default_dtype(torch.float64)
    p = [torch.tensor(a, requires_grad=True) for a in start]
    s, d = torch.tensor(x, requires_grad=True), torch.tensor(xdot)
    adam = torch.optim.Adam(p, lr=1e-3, fused=fused)

    def run():
        w1, b1, w2, b2, w3 = p
        h = torch.tanh(torch.tanh(s @ w1 + b1) @ w2 + b2) @ w3
        (g,) = torch.autograd.grad(h.sum(), s, create_graph=True)
        loss = ((torch.stack([g[:, 1], -g[:, 0]], dim=1) - d) ** 2).mean()
        adam.zero_grad(set_to_none=True)
        loss.backward()
        adam.step()

    return torch.__version__, run


version, run = {
    "jax": lambda: jax_step(True),
    "jax (vmap)": lambda: jax_step(False),
    "torch": lambda: torch_step(False),
    "torch (fused Adam)": lambda: torch_step(True),
}[name]()
warmup, values = peer.sample(run, scale=lambda s: 1e3 * s)
peer.report(version, warmup, values)
