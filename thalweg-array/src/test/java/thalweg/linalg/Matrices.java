package thalweg.linalg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import thalweg.array.Key;

/// Matrices of tests, and products by EJML, so that no test leans on our own.
final class Matrices {
    private Matrices() {}

    static double[] random(long seed, int rows, int columns) {
        return Key.of(seed).normals(rows * columns);
    }

    /// `G G' + n`
    static double[] positive(long seed, int n) {
        double[] g = random(seed, n, n);
        double[] a = product(g, transposed(g, n, n), n, n, n);
        for (int i = 0; i < n; i++) {
            a[i * (n + 1)] += n;
        }
        return a;
    }

    static double[] symmetric(long seed, int n) {
        double[] a = random(seed, n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                a[i * n + j] = a[j * n + i];
            }
        }
        return a;
    }

    static double[] hilbert(int n) {
        double[] h = new double[n * n];
        for (int i = 0; i < n * n; i++) {
            h[i] = 1.0 / (i / n + i % n + 1);
        }
        return h;
    }

    static double[] product(double[] a, double[] b, int m, int k, int n) {
        DMatrixRMaj c = new DMatrixRMaj(m, n);
        CommonOps_DDRM.mult(DMatrixRMaj.wrap(m, k, a), DMatrixRMaj.wrap(k, n, b), c);
        return c.data;
    }

    static double[] transposed(double[] a, int rows, int columns) {
        double[] t = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            t[i % columns * rows + i / columns] = a[i];
        }
        return t;
    }

    /// `max |a - b|`
    static double distance(double[] a, double[] b) {
        if (a.length != b.length) {
            return Double.NaN;
        }
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            double d = Math.abs(a[i] - b[i]);
            largest = d <= largest ? largest : d;
        }
        return largest;
    }
}
