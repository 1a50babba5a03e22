package thalweg.linalg;

import thalweg.array.kernel.Blas;

/// The three operations on vectors that Krylov methods are made of.
final class Vectors {
    private Vectors() {}

    static double dot(double[] x, double[] y) {
        double[] out = new double[1];
        Blas.gemv(1, x.length, x, 0, x.length, y, 0, out, 0);
        return out[0];
    }

    static double norm(double[] x) {
        return Math.sqrt(dot(x, x));
    }

    /// `y += factor x`
    static void add(double factor, double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.fma(factor, x[i], y[i]);
        }
    }
}
