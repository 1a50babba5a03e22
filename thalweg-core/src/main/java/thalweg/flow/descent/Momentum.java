package thalweg.flow.descent;

/// `v := m v + g`, `x -= h v` (heavy ball, Polyak 1964), or with a look ahead `x -= h (g + m v)` (Nesterov 1983).
///
/// @param step h
/// @param momentum m, 0 .. 1
/// @param ahead whether to look ahead
public record Momentum(double step, double momentum, boolean ahead) implements Rule {
    /// @throws thalweg.array.Misuse for a step or momentum out of range
    public Momentum {
        Rates.positive(step);
        Rates.share("momentum", momentum);
    }

    /// Polyak's heavy ball.
    public static Momentum heavyBall(double step, double momentum) {
        return new Momentum(step, momentum, false);
    }

    /// Nesterov's.
    public static Momentum nesterov(double step, double momentum) {
        return new Momentum(step, momentum, true);
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
            v[i] = momentum * v[i] + g[i];
            x[i] -= h * (ahead ? g[i] + momentum * v[i] : v[i]);
        }
    }
}
