package thalweg.linalg;

import thalweg.array.kernel.Blas;

/// Orthonormal rows that grow: each new vector is made orthogonal to those before it, twice is enough (Parlett
/// 1980, section 6.9).
final class Basis {
    private static final double LOST = 0x1p-40;

    private final int n;
    private final double[] rows;
    private final double[] parts;
    private int size;

    Basis(int n, int most) {
        this.n = n;
        this.rows = new double[n * most];
        this.parts = new double[most];
    }

    /// Adds what of `x[at ..]` is new; false if nothing is, to working precision.
    boolean add(double[] x, int at) {
        int to = size * n;
        System.arraycopy(x, at, rows, to, n);
        double before = norm(to);
        for (int again = 0; again < 2; again++) {
            Blas.gemv(size, n, rows, 0, n, rows, to, parts, 0);
            for (int i = 0; i < size; i++) {
                parts[i] = -parts[i];
            }
            Blas.gevm(size, n, parts, 0, rows, 0, n, rows, to);
            double after = norm(to);
            if (!(after > LOST * before)) {
                return false;
            }
            for (int i = to; i < to + n; i++) {
                rows[i] /= after;
            }
            before = 1;
        }
        size++;
        return true;
    }

    int size() {
        return size;
    }

    /// The rows, one after the other; those from [#size] on mean nothing.
    double[] rows() {
        return rows;
    }

    private double norm(int at) {
        double[] out = new double[1];
        Blas.gemv(1, n, rows, at, n, rows, at, out, 0);
        return Math.sqrt(out[0]);
    }
}
