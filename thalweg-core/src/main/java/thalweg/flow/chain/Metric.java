package thalweg.flow.chain;

import java.util.Arrays;
import thalweg.array.Misuse;

/// The linear map by which a chain sees its landscape round: places are `x = L y`, momenta of `y` are standard normal,
/// so `L L'` is the inverse mass and should be close to the covariance of the law.
///
/// `L = D (1 + U (s - 1) U')` with a diagonal `D` and a few orthonormal directions `U` stretched by `s`, or a lower
/// triangle.
///
/// @param scale diagonal of D, `d` numbers
/// @param directions rows of U', `k * d` numbers; empty for none
/// @param stretch s, `k` numbers
/// @param factor L row by row, `d * d` numbers; empty unless the metric is dense
public record Metric(double[] scale, double[] directions, double[] stretch, double[] factor) {
    private static final double[] NONE = {};

    /// @throws Misuse if a scale is not a positive number
    public Metric {
        for (int i = 0; i < scale.length; i++) {
            if (!(scale[i] > 0) || Double.isInfinite(scale[i])) {
                throw new Misuse("a scale of " + scale[i] + " in coordinate " + i, "positive numbers", "correct it");
            }
        }
    }

    /// The metric of space as it is.
    public static Metric identity(int d) {
        double[] one = new double[d];
        Arrays.fill(one, 1);
        return diagonal(one);
    }

    /// One scale a coordinate.
    public static Metric diagonal(double[] scale) {
        return new Metric(scale, NONE, NONE, NONE);
    }

    /// @param factor L of a covariance `L L'`, lower triangle, row by row
    public static Metric dense(double[] factor, int d) {
        double[] scale = new double[d];
        for (int i = 0; i < d; i++) {
            scale[i] = factor[i * d + i];
        }
        return new Metric(scale, NONE, NONE, factor);
    }

    /// How many coordinates.
    public int size() {
        return scale.length;
    }

    boolean isDiagonal() {
        return stretch.length == 0 && factor.length == 0;
    }

    /// Writes `L r`.
    void push(double[] r, double[] out) {
        int d = scale.length;
        if (factor.length > 0) {
            for (int i = 0; i < d; i++) {
                double sum = 0;
                for (int j = 0; j <= i; j++) {
                    sum += factor[i * d + j] * r[j];
                }
                out[i] = sum;
            }
            return;
        }
        System.arraycopy(r, 0, out, 0, d);
        stretch(r, out);
        for (int i = 0; i < d; i++) {
            out[i] *= scale[i];
        }
    }

    /// Writes `L' g`, the slope as the round space sees it.
    void pull(double[] g, double[] out) {
        int d = scale.length;
        if (factor.length > 0) {
            Arrays.fill(out, 0, d, 0);
            for (int i = 0; i < d; i++) {
                for (int j = 0; j <= i; j++) {
                    out[j] += factor[i * d + j] * g[i];
                }
            }
            return;
        }
        for (int i = 0; i < d; i++) {
            out[i] = scale[i] * g[i];
        }
        if (stretch.length > 0) {
            stretch(out.clone(), out);
        }
    }

    /// `out += U (s - 1) U' v`.
    private void stretch(double[] v, double[] out) {
        int d = scale.length;
        for (int k = 0; k < stretch.length; k++) {
            double along = 0;
            for (int i = 0; i < d; i++) {
                along += directions[k * d + i] * v[i];
            }
            along *= stretch[k] - 1;
            for (int i = 0; i < d; i++) {
                out[i] += along * directions[k * d + i];
            }
        }
    }
}
