package thalweg.room.symmetry.invariant;

import org.jspecify.annotations.Nullable;
import thalweg.linalg.Cholesky;
import thalweg.linalg.SymmetricEigen;

/// All solutions of `W c = rho^2 T c`.
///
/// @param ratios rho, ascending
/// @param vectors columns with `c' T c = 1`
record Pencil(double[] ratios, double[] vectors) {
    /// @return null if T is not positive definite to working precision
    static @Nullable Pencil of(double[] within, double[] total, int k) {
        double[] scale = new double[k];
        double[] t = new double[k * k];
        for (int i = 0; i < k; i++) {
            scale[i] = Math.sqrt(total[i * k + i]);
            if (!(scale[i] > 0)) {
                return null;
            }
        }
        for (int i = 0; i < k * k; i++) {
            t[i] = total[i] / (scale[i / k] * scale[i % k]);
        }
        if (Cholesky.factor(t, 0, k) >= 0) {
            return null;
        }
        double[] w = new double[k * k];
        for (int i = 0; i < k * k; i++) {
            w[i] = within[i] / (scale[i / k] * scale[i % k]);
        }
        forward(t, w, k);
        transpose(w, k);
        forward(t, w, k);
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                w[j * k + i] = 0.5 * (w[i * k + j] + w[j * k + i]);
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(w, k);
        double[] v = eigen.vectors();
        backward(t, v, k);
        for (int i = 0; i < k * k; i++) {
            v[i] /= scale[i / k];
        }
        double[] ratios = eigen.values();
        for (int i = 0; i < k; i++) {
            ratios[i] = Math.sqrt(Math.max(ratios[i], 0));
        }
        return new Pencil(ratios, v);
    }

    private static void forward(double[] l, double[] b, int k) {
        for (int i = 0; i < k; i++) {
            for (int m = 0; m < i; m++) {
                for (int c = 0; c < k; c++) {
                    b[i * k + c] -= l[i * k + m] * b[m * k + c];
                }
            }
            for (int c = 0; c < k; c++) {
                b[i * k + c] /= l[i * k + i];
            }
        }
    }

    private static void backward(double[] l, double[] b, int k) {
        for (int i = k - 1; i >= 0; i--) {
            for (int m = i + 1; m < k; m++) {
                for (int c = 0; c < k; c++) {
                    b[i * k + c] -= l[m * k + i] * b[m * k + c];
                }
            }
            for (int c = 0; c < k; c++) {
                b[i * k + c] /= l[i * k + i];
            }
        }
    }

    private static void transpose(double[] a, int k) {
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                double x = a[i * k + j];
                a[i * k + j] = a[j * k + i];
                a[j * k + i] = x;
            }
        }
    }
}
