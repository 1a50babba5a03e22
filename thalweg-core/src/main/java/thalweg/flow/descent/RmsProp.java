package thalweg.flow.descent;

/// `v := a v + (1 - a) g^2`, `x -= h g / (sqrt(v) + e)`. Tieleman and Hinton (2012).
///
/// @param step h
/// @param keep a
/// @param epsilon e
public record RmsProp(double step, double keep, double epsilon) implements Rule {
    /// @throws thalweg.array.Misuse for numbers out of range
    public RmsProp {
        Rates.positive(step);
        Rates.share("the decay", keep);
        Rates.positive(epsilon);
    }

    /// The usual 0.99, 1e-8.
    public RmsProp(double step) {
        this(step, 0.99, 1e-8);
    }

    @Override
    public int memories() {
        return 1;
    }

    @Override
    public void move(double[] x, double[] g, double[][] memory, long n, double factor) {
        double[] v = memory[0];
        double h = step * factor;
        for (int i = 0; i < x.length; i++) {
            v[i] = keep * v[i] + (1 - keep) * g[i] * g[i];
            x[i] -= h * g[i] / (Math.sqrt(v[i]) + epsilon);
        }
    }
}
