"""Twelve pointwise operations in a row on 1e6 numbers, float64. Milliseconds.

Cases: transcendental (four of them sin, exp, sqrt, tanh), arithmetic (products and sums only).
"""
import numpy as np

import peer

name, case, threads = peer.arguments()
x = np.random.default_rng(0).uniform(0.1, 1, 1_000_000)


def chain(v, lib):
    if case == "arithmetic":
        for _ in range(6):
            v = v * 0.99 + 0.01
        return v
    v = lib.sin(v * 0.99 + 0.01)
    v = lib.exp(v * 0.5 + 0.1)
    v = lib.sqrt(v * 0.9 + 0.2)
    return lib.tanh(v * 1.1)


def jax_run():
    import jax
    import jax.numpy as jnp

    jax.config.update("jax_enable_x64", True)
    v = jnp.asarray(x)
    f = jax.jit(lambda v: chain(v, jnp))
    return jax.__version__, lambda: f(v).block_until_ready()


def torch_run():
    import torch

    torch.set_num_threads(threads)
    v = torch.tensor(x)
    return torch.__version__, lambda: chain(v, torch)


version, run = {"jax": jax_run, "torch": torch_run}[name]()
warmup, values = peer.sample(run, scale=lambda s: 1e3 * s)
peer.report(version, warmup, values)
