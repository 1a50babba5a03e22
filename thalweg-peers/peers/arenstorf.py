"""One turn of Arenstorf's satellite by Dormand and Prince's method of order 8 at 1e-12. Milliseconds a turn."""
import numpy as np

import peer

M = 0.012277471
E = 1 - M
START = [0.994, 0.0, 0.0, -2.00158510637908252240537862224]
PERIOD = 17.0652165601579625588917206249
name, case, threads = peer.arguments()


def scipy_turn():
    import scipy
    from scipy.integrate import solve_ivp

    def field(t, s):
        x, y, vx, vy = s
        d1 = ((x + M) ** 2 + y * y) ** 1.5
        d2 = ((x - E) ** 2 + y * y) ** 1.5
        return [
            vx,
            vy,
            x + 2 * vy - E * (x + M) / d1 - M * (x - E) / d2,
            y - 2 * vx - E * y / d1 - M * y / d2,
        ]

    def run():
        end = solve_ivp(field, (0, PERIOD), START, method="DOP853", rtol=1e-12, atol=1e-12)
        assert abs(end.y[0, -1] - 0.994) < 1e-8

    return scipy.__version__, run


def diffrax_turn():
    import diffrax
    import jax
    import jax.numpy as jnp

    jax.config.update("jax_enable_x64", True)

    def field(t, s, args):
        x, y, vx, vy = s
        d1 = ((x + M) ** 2 + y * y) ** 1.5
        d2 = ((x - E) ** 2 + y * y) ** 1.5
        return jnp.stack([
            vx,
            vy,
            x + 2 * vy - E * (x + M) / d1 - M * (x - E) / d2,
            y - 2 * vx - E * y / d1 - M * y / d2,
        ])

    @jax.jit
    def turn(start):
        return diffrax.diffeqsolve(
            diffrax.ODETerm(field), diffrax.Dopri8(), 0.0, PERIOD, None, start, max_steps=None,
            stepsize_controller=diffrax.PIDController(rtol=1e-12, atol=1e-12)).ys[-1]

    start = jnp.asarray(START)

    def run():
        end = np.asarray(turn(start))
        assert abs(end[0] - 0.994) < 1e-5

    return diffrax.__version__, run


version, run = {"scipy": scipy_turn, "diffrax": diffrax_turn}[name]()
warmup, values = peer.sample(run, scale=lambda s: 1e3 * s)
peer.report(version, warmup, values)
