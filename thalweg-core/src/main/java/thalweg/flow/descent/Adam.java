package thalweg.flow.descent;

import thalweg.array.kernel.Power;

/// `m := b1 m + (1 - b1) g`, `v := b2 v + (1 - b2) g^2`, `x -= h m' / (sqrt(v') + e)` with `m' = m / (1 - b1^n)`,
/// `v' = v / (1 - b2^n)`. Kingma and Ba (2015), arXiv:1412.6980; decay apart from the slope as in Loshchilov and
/// Hutter (2019), arXiv:1711.05101.
///
/// @param step h
/// @param first b1
/// @param second b2
/// @param epsilon e
/// @param decay of the coordinates, `x -= h decay x` first
public record Adam(double step, double first, double second, double epsilon, double decay) implements Rule {
    /// @throws thalweg.array.Misuse for numbers out of range
    public Adam {
        Rates.positive(step);
        Rates.share("the first decay", first);
        Rates.share("the second decay", second);
        Rates.positive(epsilon);
    }

    /// The usual 0.9, 0.999, 1e-8, without decay.
    public Adam(double step) {
        this(step, 0.9, 0.999, 1e-8, 0);
    }

    /// AdamW.
    public static Adam decaying(double step, double decay) {
        return new Adam(step, 0.9, 0.999, 1e-8, decay);
    }

    @Override
    public int memories() {
        return 2;
    }

    @Override
    public void move(double[] x, double[] g, double[][] memory, long n, double factor) {
        double[] m = memory[0];
        double[] v = memory[1];
        double h = step * factor;
        double scale = h / (1 - Power.pow(first, (double) n + 1));
        double root = Math.sqrt(1 - Power.pow(second, (double) n + 1));
        double keep = 1 - h * decay;
        for (int i = 0; i < x.length; i++) {
            m[i] = first * m[i] + (1 - first) * g[i];
            v[i] = second * v[i] + (1 - second) * g[i] * g[i];
            x[i] = keep * x[i] - scale * m[i] / (Math.sqrt(v[i]) / root + epsilon);
        }
    }
}
