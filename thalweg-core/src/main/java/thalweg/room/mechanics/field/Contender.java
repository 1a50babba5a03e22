package thalweg.room.mechanics.field;

import java.util.function.UnaryOperator;
import thalweg.flow.Rate;

/// A learned law of motion with what it is judged by.
///
/// @param name of the law: empty for ours, else the word before each number
/// @param velocity at a state
/// @param jacobian of the velocity at a state
public record Contender(String name, Rate.Written velocity, UnaryOperator<double[]> jacobian) {
    /// Mean square of `dx/dt` off the samples', over rows and components.
    public double slopeError(Samples samples) {
        int n = samples.size();
        double[] out = new double[n];
        double sum = 0;
        for (int i = 0; i < samples.count(); i++) {
            velocity.at(0, samples.state(i), out);
            for (int a = 0; a < n; a++) {
                double off = out[a] - samples.slope()[i * n + a];
                sum += off * off;
            }
        }
        return sum / (samples.count() * (double) n);
    }

    /// How far one implicit midpoint step is from symplectic: `max |M' J M - J|` over some states, `M = (1 - h A /
    /// 2)^-1
    /// (1 + h A / 2)` with A the Jacobian of the velocity.
    ///
    /// @param h the step
    public double symplecticDefect(Samples samples, double h) {
        int n = samples.size();
        double worst = 0;
        for (int i = 0; i < Math.min(50, samples.count()); i++) {
            double[] a = jacobian.apply(samples.state(i * samples.count() / Math.min(50, samples.count())));
            double[] left = new double[n * n];
            double[] right = new double[n * n];
            for (int k = 0; k < n * n; k++) {
                double unit = k % (n + 1) == 0 ? 1 : 0;
                left[k] = unit - 0.5 * h * a[k];
                right[k] = unit + 0.5 * h * a[k];
            }
            double[] m = thalweg.linalg.Lu.of(left, n).solve(right, n);
            worst = Math.max(worst, defect(m, n));
        }
        return worst;
    }

    /// `max |M' J M - J|`.
    public static double defect(double[] m, int n) {
        int d = n / 2;
        double worst = 0;
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                double sum = 0;
                for (int i = 0; i < d; i++) {
                    sum += m[i * n + a] * m[(d + i) * n + b] - m[(d + i) * n + a] * m[i * n + b];
                }
                double j = b == a + d ? 1 : a == b + d ? -1 : 0;
                worst = Math.max(worst, Math.abs(sum - j));
            }
        }
        return worst;
    }
}
