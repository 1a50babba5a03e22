package thalweg.room.symmetry.hidden;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import thalweg.array.Key;

/// An oscillator seen through a random invertible map, and the search for the map back: `w(u) = u + polynomial` such
/// that
/// `dw/dt = A w` with one matrix `A`, a turn.
///
/// The disguise is `a = q + s1 p^2 + s2 p^3`, `u = (a, p + s3 a^2)`, invertible by construction with a polynomial
/// inverse.
/// The violation is `|Dw(u) du/dt - A (w - w0)|^2 / |du/dt|^2`.
///
/// @param degree of the map sought
public record Disguise(int degree) {
    private static final int POINTS = 300;
    private static final int STEPS = 200;

    /// What was found.
    ///
    /// @param before root mean square violation with `w = u` and the best `A`
    /// @param after that of the map found
    /// @param matrix A, row by row
    /// @param u places in disguise
    /// @param w the same places uncovered
    public record Found(double before, double after, double[] matrix, double[][] u, double[][] w) {}

    public Found find(Key key) {
        double[][] u = new double[2][POINTS];
        double[][] rate = new double[2][POINTS];
        double s1 = 0.1 + 0.2 * key.uniform(0);
        double s2 = 0.1 * key.uniform(1) - 0.05;
        double s3 = 0.1 + 0.15 * key.uniform(2);
        for (int i = 0; i < POINTS; i++) {
            double size = 0.3 + 1.2 * key.fold(1).uniform(i);
            double angle = 2 * Math.PI * key.fold(2).uniform(i);
            double q = size * StrictMath.cos(angle);
            double p = size * StrictMath.sin(angle);
            double a = q + s1 * p * p + s2 * p * p * p;
            double da = p - (2 * s1 * p + 3 * s2 * p * p) * q;
            u[0][i] = a;
            u[1][i] = p + s3 * a * a;
            rate[0][i] = da;
            rate[1][i] = -q + 2 * s3 * a * da;
        }
        List<int[]> powers = powers();
        int k = 2 * powers.size();
        UnaryOperator<double[]> violation = c -> violation(c, powers, u, rate);
        double[] plain = {0, 1, -1, 0, 0, 0};
        GaussNewton.descend(c -> violation.apply(joined(new double[k], c)), plain, STEPS);
        double before = rms(violation.apply(joined(new double[k], plain)));
        double[] c = joined(new double[k], plain);
        GaussNewton.descend(violation, c, STEPS);
        double[][] w = new double[2][POINTS];
        for (int i = 0; i < POINTS; i++) {
            double[] at = map(c, powers, u[0][i], u[1][i], 0, 0);
            w[0][i] = at[0] - c[k + 4];
            w[1][i] = at[1] - c[k + 5];
        }
        return new Found(before, rms(violation.apply(c)), new double[] {c[k], c[k + 1], c[k + 2], c[k + 3]}, u, w);
    }

    private static double rms(double[] r) {
        return Math.sqrt(GaussNewton.squares(r) / r.length);
    }

    private static double[] joined(double[] a, double[] b) {
        double[] out = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, out, a.length, b.length);
        return out;
    }

    private List<int[]> powers() {
        List<int[]> powers = new ArrayList<>();
        for (int d = 2; d <= degree; d++) {
            for (int i = 0; i <= d; i++) {
                powers.add(new int[] {d - i, i});
            }
        }
        return powers;
    }

    private static double[] violation(double[] c, List<int[]> powers, double[][] u, double[][] rate) {
        int n = u[0].length;
        int k = 2 * powers.size();
        double[] out = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double[] m = map(c, powers, u[0][i], u[1][i], rate[0][i], rate[1][i]);
            double x = m[0] - c[k + 4];
            double y = m[1] - c[k + 5];
            double size = Math.sqrt(rate[0][i] * rate[0][i] + rate[1][i] * rate[1][i]);
            out[2 * i] = (m[2] - c[k] * x - c[k + 1] * y) / size;
            out[2 * i + 1] = (m[3] - c[k + 2] * x - c[k + 3] * y) / size;
        }
        return out;
    }

    /// The map and its rate of change.
    private static double[] map(double[] c, List<int[]> powers, double x, double y, double dx, double dy) {
        double[] out = {x, y, dx, dy};
        for (int t = 0; t < powers.size(); t++) {
            int a = powers.get(t)[0];
            int b = powers.get(t)[1];
            double value = power(x, a) * power(y, b);
            double change = (a == 0 ? 0 : a * power(x, a - 1) * power(y, b) * dx)
                    + (b == 0 ? 0 : b * power(x, a) * power(y, b - 1) * dy);
            out[0] += c[2 * t] * value;
            out[1] += c[2 * t + 1] * value;
            out[2] += c[2 * t] * change;
            out[3] += c[2 * t + 1] * change;
        }
        return out;
    }

    private static double power(double x, int n) {
        double out = 1;
        for (int i = 0; i < n; i++) {
            out *= x;
        }
        return out;
    }
}
