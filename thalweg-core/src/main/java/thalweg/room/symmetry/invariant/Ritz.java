package thalweg.room.symmetry.invariant;

import thalweg.array.kernel.Blas;

/// The small problem `W c = rho^2 T c` within a space.
final class Ritz {
    private Ritz() {}

    /// Turns the columns of `x`, `n` by `k`, into the directions of their space in ascending order of the ratio.
    ///
    /// @param ratios receives the ratios from place 1 on
    static void turn(double[] x, double[] within, double[] total, int n, int k, double[] ratios) {
        orthonormal(x, n, k);
        Pencil pencil = Pencil.of(projected(x, within, n, k), projected(x, total, n, k), k);
        if (pencil == null) {
            return;
        }
        double[] turned = Spectrum.product(x, pencil.vectors(), n, k, k);
        System.arraycopy(turned, 0, x, 0, n * k);
        System.arraycopy(pencil.ratios(), 0, ratios, 1, k);
    }

    private static double[] projected(double[] x, double[] a, int n, int k) {
        double[] ax = Spectrum.product(a, x, n, n, k);
        double[] out = new double[k * k];
        Blas.gemm(true, false, k, k, n, 1, x, 0, k, ax, 0, k, 0, out, 0, k);
        return out;
    }

    /// Makes columns orthonormal, in order (Gram and Schmidt, twice).
    static void orthonormal(double[] x, int n, int k) {
        for (int j = 0; j < k; j++) {
            for (int pass = 0; pass < 2; pass++) {
                for (int l = 0; l < j; l++) {
                    double dot = 0;
                    for (int i = 0; i < n; i++) {
                        dot += x[i * k + l] * x[i * k + j];
                    }
                    for (int i = 0; i < n; i++) {
                        x[i * k + j] -= dot * x[i * k + l];
                    }
                }
            }
            double norm = 0;
            for (int i = 0; i < n; i++) {
                norm += x[i * k + j] * x[i * k + j];
            }
            norm = Math.sqrt(norm);
            for (int i = 0; i < n && norm > 0; i++) {
                x[i * k + j] /= norm;
            }
        }
    }
}
