package thalweg.room.mechanics.map;

import java.util.Arrays;
import thalweg.linalg.Lu;
import thalweg.model.TanhSlope;
import thalweg.model.TanhSum;

/// A map given by its generating function, `p = P + h dU/dq(q, P)`, `Q = q + h dU/dP(q, P)`: P by Newton, the Jacobian
/// by
/// the implicit-function theorem. Hairer, Lubich and Wanner, Geometric Numerical Integration (2006), VI.5.
///
/// @param energy U over `(q, P)`
public record GeneratingMap(TanhSum energy) implements SymplecticMap {
    private static final int MOST = 20;

    @Override
    public int size() {
        return energy.size();
    }

    /// A solved step and how many iterations of Newton it took; NaN where they did not contract.
    public record Solved(double[] state, int iterations) {}

    @Override
    public double[] at(double[] z, double h) {
        return solve(z, h).state();
    }

    /// The step with its count of iterations.
    public Solved solve(double[] z, double h) {
        return newton(z, h, true);
    }

    @Override
    public double[] inverse(double[] z, double h) {
        return newton(z, h, false).state();
    }

    /// Forward: P unknown, q and p known. Backward: q unknown, Q and P known.
    private Solved newton(double[] z, double h, boolean forward) {
        int n = size();
        int d = n / 2;
        TanhSlope slopes = energy.slopes();
        double[] x = z.clone();
        double[] slope = new double[n];
        double[] bend = new double[n * n];
        int unknown = forward ? d : 0;
        int source = d - unknown;
        double[] start = z.clone();
        slopes.at(start, slope);
        for (int i = 0; i < d; i++) {
            x[unknown + i] = z[unknown + i] - h * slope[source + i];
        }
        int iterations = 0;
        double left = Double.POSITIVE_INFINITY;
        double scale = 1;
        for (int i = 0; i < n; i++) {
            scale = Math.max(scale, Math.abs(z[i]));
        }
        while (iterations < MOST) {
            slopes.at(x, slope);
            double[] residual = new double[d];
            double size = 0;
            for (int i = 0; i < d; i++) {
                residual[i] = x[unknown + i] + h * slope[source + i] - z[unknown + i];
                size = Math.max(size, Math.abs(residual[i]));
            }
            if (!(size > 1e-15 * scale) || size >= left && size < 1e-12 * scale) {
                break;
            }
            left = size;
            slopes.curvature(x, bend);
            double[] m = new double[d * d];
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    m[i * d + j] = (i == j ? 1 : 0) + h * bend[(source + i) * n + unknown + j];
                }
            }
            Lu lu = Lu.of(m, d);
            if (lu.singular() || !Double.isFinite(size)) {
                left = Double.NaN;
                break;
            }
            double[] move = lu.solve(residual, 1);
            for (int i = 0; i < d; i++) {
                x[unknown + i] -= move[i];
            }
            iterations++;
        }
        double[] out = x.clone();
        slopes.at(x, slope);
        for (int i = 0; i < d; i++) {
            out[source + i] = z[source + i] + h * slope[unknown + i];
        }
        if (Double.isNaN(left) || iterations >= MOST) {
            Arrays.fill(out, Double.NaN);
        }
        return new Solved(out, iterations);
    }

    @Override
    public double[] jacobian(double[] z, double h) {
        int n = size();
        int d = n / 2;
        double[] after = at(z, h);
        double[] mixed = z.clone();
        System.arraycopy(after, d, mixed, d, d);
        double[] bend = new double[n * n];
        energy.slopes().curvature(mixed, bend);
        double[] m = new double[d * d];
        double[] right = new double[d * n];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                m[i * d + j] = (i == j ? 1 : 0) + h * bend[i * n + d + j];
                right[i * n + j] = -h * bend[i * n + j];
                right[i * n + d + j] = i == j ? 1 : 0;
            }
        }
        double[] lower = Lu.of(m, d).solve(right, n);
        double[] jacobian = new double[n * n];
        System.arraycopy(lower, 0, jacobian, d * n, d * n);
        for (int i = 0; i < d; i++) {
            for (int c = 0; c < n; c++) {
                double sum = c == i ? 1 : 0;
                sum += c < d ? h * bend[(d + i) * n + c] : 0;
                for (int j = 0; j < d; j++) {
                    sum += h * bend[(d + i) * n + d + j] * lower[j * n + c];
                }
                jacobian[i * n + c] = sum;
            }
        }
        return jacobian;
    }
}
