package thalweg.room.mechanics.lagrange;

import java.util.concurrent.atomic.AtomicLong;
import thalweg.flow.Rate;
import thalweg.linalg.Cholesky;
import thalweg.linalg.Lu;
import thalweg.model.TanhSlope;
import thalweg.model.TanhSum;

/// A learned Lagrangian: `M a = dL/dq - (d/dq dL/dv) v`, `M = d2L/dv2`. Cranmer et al. (2020), arXiv:2003.04630.
///
/// Where M is not positive definite, which no Lagrangian of mechanics has, a multiple of the unit is added until it is;
/// how often is counted.
///
/// @param energy L over `(q, v)`
public record Lagrangian(TanhSum energy) {
    /// The velocity `(v, a)` of states `(q, v)`.
    ///
    /// @param guarded counts the states where M was mended
    public Rate.Written velocity(AtomicLong guarded) {
        TanhSlope slopes = energy.slopes();
        int n = energy.size();
        int d = n / 2;
        return (t, x, out) -> {
            double[] slope = new double[n];
            double[] bend = new double[n * n];
            slopes.at(x, slope);
            slopes.curvature(x, bend);
            double[] m = new double[d * d];
            double[] right = new double[d];
            double size = 0;
            for (int i = 0; i < d; i++) {
                right[i] = slope[i];
                for (int j = 0; j < d; j++) {
                    right[i] -= bend[(d + i) * n + j] * x[d + j];
                    m[i * d + j] = bend[(d + i) * n + d + j];
                    size = Math.max(size, Math.abs(m[i * d + j]));
                }
            }
            double[] a = solve(m, right, d, size, guarded);
            System.arraycopy(x, d, out, 0, d);
            System.arraycopy(a, 0, out, d, d);
        };
    }

    private static double[] solve(double[] m, double[] right, int d, double size, AtomicLong guarded) {
        Cholesky cholesky = Cholesky.of(m, d);
        if (cholesky.positive()) {
            return cholesky.solve(right, 1);
        }
        guarded.incrementAndGet();
        for (double mu = 1e-3 * size; mu < 10 * size; mu *= 4) {
            double[] more = m.clone();
            for (int i = 0; i < d; i++) {
                more[i * (d + 1)] += mu;
            }
            cholesky = Cholesky.of(more, d);
            if (cholesky.positive()) {
                return cholesky.solve(right, 1);
            }
        }
        return Lu.of(m, d).singular() ? new double[d] : Lu.of(m, d).solve(right, 1);
    }

    /// The energy `v . dL/dv - L` at a state `(q, v)`.
    public double height(double[] x) {
        int d = energy.size() / 2;
        double[] slope = new double[2 * d];
        double height = -energy.slopes().at(x, slope);
        for (int i = 0; i < d; i++) {
            height += x[d + i] * slope[d + i];
        }
        return height;
    }
}
