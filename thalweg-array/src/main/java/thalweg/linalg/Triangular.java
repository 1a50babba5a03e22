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
                substitute(tAt, n, bAt);
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

        private void substitute(int tAt, int n, int bAt) {
            boolean down = lower != transposed;
            int along = transposed ? tStride : 1;
            int across = transposed ? 1 : tStride;
            for (int step = 0; step < n; step++) {
                int i = down ? step : n - 1 - step;
                int row = bAt + i * bStride;
                int from = down ? 0 : i + 1;
                int to = down ? i : n;
                int k = from;
                for (; k + 3 < to; k += 4) {
                    int f = tAt + i * across + k * along;
                    int x = bAt + k * bStride;
                    subtract(b, row, t[f], t[f + along], t[f + 2 * along], t[f + 3 * along], x, bStride, columns);
                }
                for (; k < to; k++) {
                    subtract(b, row, t[tAt + i * across + k * along], bAt + k * bStride, columns);
                }
                if (!unit) {
                    divide(b, row, t[tAt + i * (tStride + 1)], columns);
                }
            }
        }

        private static void subtract(
                double[] b, int at, double f0, double f1, double f2, double f3, int x, int stride, int n) {
            for (int j = 0; j < n; j++) {
                double sum = Math.fma(-f0, b[x + j], b[at + j]);
                sum = Math.fma(-f1, b[x + stride + j], sum);
                sum = Math.fma(-f2, b[x + 2 * stride + j], sum);
                b[at + j] = Math.fma(-f3, b[x + 3 * stride + j], sum);
            }
        }

        private static void subtract(double[] b, int at, double f, int x, int n) {
            for (int j = 0; j < n; j++) {
                b[at + j] = Math.fma(-f, b[x + j], b[at + j]);
            }
        }

        private static void divide(double[] b, int at, double f, int n) {
            for (int j = 0; j < n; j++) {
                b[at + j] /= f;
            }
        }
    }
}
