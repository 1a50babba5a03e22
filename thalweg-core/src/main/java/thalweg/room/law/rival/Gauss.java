package thalweg.room.law.rival;

import java.util.Arrays;

/// Gauss-Legendre nodes and weights on (-1, 1): roots of `P_n` by Newton's method from Tricomi's guess, weights
/// `2 / ((1 - x^2) P_n'(x)^2)`. Abramowitz and Stegun 25.4.29.
final class Gauss {
    static final int ORDER = 16;
    static final double[] NODE = new double[ORDER];
    static final double[] WEIGHT = new double[ORDER];

    static {
        Arrays.setAll(NODE, Gauss::root);
        Arrays.setAll(WEIGHT, i -> {
            double slope = legendre(NODE[i])[1];
            return 2 / ((1 - NODE[i] * NODE[i]) * slope * slope);
        });
    }

    private Gauss() {}

    private static double root(int i) {
        double x = -StrictMath.cos(StrictMath.PI * (i + 0.75) / (ORDER + 0.5));
        for (int step = 0; step < 8; step++) {
            double[] p = legendre(x);
            x -= p[0] / p[1];
        }
        return x;
    }

    /// `P_n(x)` and its derivative.
    private static double[] legendre(double x) {
        double before = 1;
        double p = x;
        for (int n = 2; n <= ORDER; n++) {
            double next = ((2 * n - 1) * x * p - (n - 1) * before) / n;
            before = p;
            p = next;
        }
        return new double[] {p, ORDER * (x * p - before) / (x * x - 1)};
    }
}
