package thalweg.linalg;

import thalweg.array.kernel.Blas;

/// Solutions of `op(T) X = B` with a triangular matrix, in place of `B`.
///
/// Cut in halves until [#BASE] rows are left, so that nearly all work is matrix products; each row of `X` comes
/// from substitution, never from an inverse, so `(T + dT) X = B` with `|dT| <= c n u |T|` (Higham, *Accuracy and
/// Stability of Numerical Algorithms*, 2nd ed. 2002, theorem 8.5).
public final class Triangular {
    private static final int BASE = 32;

    private Triangular() {}

    /// Solves for `columns` right-hand sides; all matrices are dense, in row-major order.
    ///
    /// @param lower whether T is lower triangular; the other triangle is not read
    /// @param transposed whether to solve with the transpose of T
    /// @param t `n` by `n` from `tAt`
    /// @param b `n` by `columns` from `bAt`; becomes X. A zero on the diagonal of T makes infinities and NaN
    public static void solve(
            boolean lower, boolean transposed, double[] t, int tAt, int n, double[] b, int bAt, int columns) {
        new Task(lower, transposed, false, t, n, b, columns, columns).solve(tAt, n, bAt);
    }

    /// The same with strides, and `unit` for a diagonal of ones that is not read.
    static void solve(
            boolean lower,
            boolean transposed,
            boolean unit,
            double[] t,
            int tAt,
            int tStride,
            int n,
            double[] b,
            int bAt,
            int bStride,
            int columns) {
        new Task(lower, transposed, unit, t, tStride, b, bStride, columns).solve(tAt, n, bAt);
    }

    private record Task(
            boolean lower,
            boolean transposed,
            boolean unit,
            double[] t,
            int tStride,
            double[] b,
            int bStride,
            int columns) {

        void solve(int tAt, int n, int bAt) {
            if (n <= BASE) {
                int across = transposed ? 1 : tStride;
                int along = transposed ? tStride : 1;
                Blas.substitute(lower != transposed, unit, t, tAt, across, along, n, b, bAt, bStride, columns);
                return;
            }
            int half = (n / 2 + BASE - 1) / BASE * BASE;
            int rest = n - half;
            int corner = tAt + half * tStride + half;
            int low = bAt + half * bStride;
            int off = lower ? tAt + half * tStride : tAt + half;
            if (lower != transposed) {
                solve(tAt, half, bAt);
                Blas.gemm(
                        transposed,
                        false,
                        rest,
                        columns,
                        half,
                        -1,
                        t,
                        off,
                        tStride,
                        b,
                        bAt,
                        bStride,
                        1,
                        b,
                        low,
                        bStride);
                solve(corner, rest, low);
            } else {
                solve(corner, rest, low);
                Blas.gemm(
                        transposed,
                        false,
                        half,
                        columns,
                        rest,
                        -1,
                        t,
                        off,
                        tStride,
                        b,
                        low,
                        bStride,
                        1,
                        b,
                        bAt,
                        bStride);
                solve(tAt, half, bAt);
            }
        }
    }
}
