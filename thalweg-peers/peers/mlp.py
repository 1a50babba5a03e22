"""Gradient of a 784-256-10 network's softmax cross-entropy (tanh), batch 128, float64. Milliseconds a gradient."""
import numpy as np

import peer

name, case, threads = peer.arguments()
rng = np.random.default_rng(0)
x = rng.uniform(0, 1, (128, 784))
label = rng.integers(0, 10, 128)
shapes = [(784, 256), (256,), (256, 10), (10,)]
start = [rng.normal(size=s) / np.sqrt(s[0]) for s in shapes]


def jax_run():
    import jax
    import jax.numpy as jnp

    jax.config.update("jax_enable_x64", True)
    one = jax.nn.one_hot(label, 10, dtype=jnp.float64)
    s = jnp.asarray(x)

    def loss(p):
        w1, b1, w2, b2 = p
        logits = jnp.tanh(s @ w1 + b1) @ w2 + b2
        return -(jax.nn.log_softmax(logits) * one).sum() / 128

    p = [jnp.asarray(a) for a in start]
    grad = jax.jit(jax.value_and_grad(loss))
    return jax.__version__, lambda: grad(p)[0].block_until_ready()


def torch_run():
    import torch

    torch.set_num_threads(threads)
    torch.set_default_dtype(torch.float64)
    p = [torch.tensor(a, requires_grad=True) for a in start]
    s, t = torch.tensor(x), torch.tensor(label)

    def run():
        w1, b1, w2, b2 = p
        logits = torch.tanh(s @ w1 + b1) @ w2 + b2
        torch.autograd.grad(torch.nn.functional.cross_entropy(logits, t), p)

    return torch.__version__, run


version, run = {"jax": jax_run, "torch": torch_run}[name]()
warmup, values = peer.sample(run, scale=lambda s: 1e3 * s)
peer.report(version, warmup, values)
