package thalweg.room.learning.valley;

import org.jspecify.annotations.Nullable;

/// The search for a zero of the slope from a start: damped Newton steps `p = -sum_k w_k (v_k g) / (w_k^2 + mu) v_k`
/// over the eigenvectors of the curvature, which make `|grad E|` smaller whatever the signs of the curvatures.
///
/// Levenberg (1944), Marquardt (1963) on the residuals `grad E`, whose slopes are the matrix of second derivatives.
/// What
/// it ends at may be a least slope that is no zero: [Verdict] tells.
final class Newton {
    private static final int MOST = 200;

    private final Terrain terrain;

    Newton(Terrain terrain) {
        this.terrain = terrain;
    }

    /// Where the search ends; null where the energy is not finite.
    double @Nullable [] from(double[] start) {
        double[] x = start.clone();
        double[] g = terrain.slope(x);
        double size = norm(g);
        double damping = Double.NaN;
        double reach = 0.25 * terrain.length();
        for (int i = 0; i < MOST && size > 0; i++) {
            Curvature curvature = Curvature.of(terrain.flat(), x);
            if (!Double.isFinite(size) || !curvature.finite()) {
                return null;
            }
            double stiffest = curvature.norm() * curvature.norm();
            damping = Double.isNaN(damping) ? 1e-2 * stiffest : damping;
            damping = damping < 1e-24 * stiffest ? 0 : damping;
            double[] parts = curvature.parts(g);
            boolean taken = false;
            for (int tries = 0; tries < 60 && !taken; tries++) {
                double[] step = curvature.whole(damped(parts, curvature.values(), damping));
                double length = norm(step);
                if (!(length > 0x1p-54 * (norm(x) + terrain.length()))) {
                    return x;
                }
                double[] trial = sum(x, step);
                double[] slope = terrain.slope(trial);
                double there = norm(slope);
                taken = length <= reach && there < size;
                if (taken) {
                    damping *= there < 0.25 * size ? 0.02 : 0.3;
                    x = trial;
                    g = slope;
                    size = there;
                } else {
                    damping = Math.max(8 * damping, 1e-16 * stiffest + Double.MIN_NORMAL);
                }
            }
            if (!taken) {
                return x;
            }
        }
        return x;
    }

    private static double[] damped(double[] parts, double[] values, double damping) {
        double[] step = new double[parts.length];
        for (int k = 0; k < step.length; k++) {
            double square = values[k] * values[k] + damping;
            step[k] = square > 0 ? -values[k] * parts[k] / square : 0;
        }
        return step;
    }

    static double norm(double[] v) {
        double sum = 0;
        for (double e : v) {
            sum += e * e;
        }
        return Math.sqrt(sum);
    }

    static double[] sum(double[] x, double[] step) {
        double[] sum = x.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += step[i];
        }
        return sum;
    }
}
