package thalweg.room.symmetry.hidden;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import thalweg.linalg.LeastSquares;

/// The least sum of squares of some residuals by damped Gauss-Newton steps: Marquardt, J. SIAM 11 (1963) 431.
final class GaussNewton {
    private GaussNewton() {}

    /// Improves `c` in place.
    static void descend(UnaryOperator<double[]> residuals, double[] c, int steps) {
        double damping = 1e-3;
        double[] r = residuals.apply(c);
        double now = squares(r);
        for (int step = 0; step < steps && damping < 1e12 && now > 0; step++) {
            int n = r.length;
            int k = c.length;
            double[] a = new double[(n + k) * k];
            for (int j = 0; j < k; j++) {
                double h = 0x1p-24 * Math.max(1e-2, Math.abs(c[j]));
                double[] up = c.clone();
                double[] down = c.clone();
                up[j] += h;
                down[j] -= h;
                double[] above = residuals.apply(up);
                double[] below = residuals.apply(down);
                double size = 0;
                for (int i = 0; i < n; i++) {
                    a[i * k + j] = (above[i] - below[i]) / (up[j] - down[j]);
                    size += a[i * k + j] * a[i * k + j];
                }
                a[(n + j) * k + j] = Math.sqrt(damping * size) + 1e-300;
            }
            double[] b = Arrays.copyOf(Arrays.stream(r).map(v -> -v).toArray(), n + k);
            double[] move = LeastSquares.of(a, n + k, k, b).coefficients();
            double[] next = c.clone();
            for (int j = 0; j < k; j++) {
                next[j] += move[j];
            }
            double[] tried = residuals.apply(next);
            double then = squares(tried);
            if (then < now) {
                boolean done = now - then < 1e-14 * now;
                System.arraycopy(next, 0, c, 0, k);
                r = tried;
                now = then;
                damping = Math.max(damping / 10, 1e-14);
                if (done) {
                    return;
                }
            } else {
                damping *= 10;
            }
        }
    }

    static double squares(double[] r) {
        double sum = 0;
        for (double v : r) {
            sum += v * v;
        }
        return sum;
    }
}
