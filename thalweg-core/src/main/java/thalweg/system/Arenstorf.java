package thalweg.system;

import thalweg.array.Tensor;
import thalweg.flow.Field;
import thalweg.flow.Rate;

/// A satellite between earth and moon in their turning frame, `(x, y, vx, vy)`: `x'' = x + 2 y' - m' (x + m) /
/// D1 - m (x - m') / D2`, `y'' = y - 2 x' - m' y / D1 - m y / D2`, with `m' = 1 - m`, `D1 = |(x + m, y)|^3`,
/// `D2 = |(x - m', y)|^3`. Arenstorf, Am. J. Math. 85 (1963) 27; closed orbit as in Hairer, Nørsett and Wanner,
/// Solving ODEs I (1993), II.0.
public record Arenstorf() implements Field<Tensor> {
    /// The moon's share of the mass.
    public static final double MOON = 0.012277471;

    /// The period of the orbit from [#start].
    public static final double PERIOD = 17.065216560157964;

    private static final double EARTH = 1 - MOON;

    /// Where the closed orbit begins.
    public static Tensor start() {
        return Tensor.vector(0.994, 0, 0, -2.0015851063790824);
    }

    /// What the motion keeps, -1/2 of Jacobi's constant: `(vx^2 + vy^2 - x^2 - y^2) / 2 - m' / d1 - m / d2`.
    public static double energy(double[] s) {
        double d1 = (s[0] + MOON) * (s[0] + MOON) + s[1] * s[1];
        double d2 = (s[0] - EARTH) * (s[0] - EARTH) + s[1] * s[1];
        double free = s[2] * s[2] + s[3] * s[3] - s[0] * s[0] - s[1] * s[1];
        return 0.5 * free - EARTH / Math.sqrt(d1) - MOON / Math.sqrt(d2);
    }

    @Override
    public Tensor at(Tensor t, Tensor s) {
        Tensor x = s.get(0);
        Tensor y = s.get(1);
        Tensor vx = s.get(2);
        Tensor vy = s.get(3);
        Tensor d1 = x.plus(MOON).square().plus(y.square());
        Tensor d2 = x.minus(EARTH).square().plus(y.square());
        Tensor near = Tensor.of(EARTH).over(d1.times(d1.sqrt()));
        Tensor far = Tensor.of(MOON).over(d2.times(d2.sqrt()));
        Tensor ax = x.plus(vy.times(2)).minus(near.times(x.plus(MOON))).minus(far.times(x.minus(EARTH)));
        Tensor ay = y.minus(vx.times(2)).minus(near.times(y)).minus(far.times(y));
        return Tensor.stack(vx, vy, ax, ay);
    }

    @Override
    public Rate<Tensor> flat(Tensor example) {
        return Rate.written(example, (t, s, out) -> {
            double x = s[0];
            double y = s[1];
            double d1 = (x + MOON) * (x + MOON) + y * y;
            double d2 = (x - EARTH) * (x - EARTH) + y * y;
            double near = EARTH / (d1 * Math.sqrt(d1));
            double far = MOON / (d2 * Math.sqrt(d2));
            out[0] = s[2];
            out[1] = s[3];
            out[2] = x + 2 * s[3] - near * (x + MOON) - far * (x - EARTH);
            out[3] = y - 2 * s[2] - near * y - far * y;
        });
    }
}
