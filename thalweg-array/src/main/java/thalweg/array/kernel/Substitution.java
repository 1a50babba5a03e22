package thalweg.array.kernel;

/// The solution of a small triangular system for many right-hand sides, by substitution, scalar twin.
///
/// Rows of `X` become known one after the other, down for a lower triangle and up for an upper one: `x_i = (b_i -
/// sum_k t_ik x_k) / t_ii`, one fma a term, the terms in the order in which their rows became known.
final class Substitution {
    private Substitution() {}

    /// In place of `n` rows of `columns` elements of `b`.
    ///
    /// Element `(i, k)` of the triangle is at `tAt + i * across + k * along`; `down` if rows become known from the
    /// first on; `unit` if its diagonal is 1 and not read.
    static void solve(
            boolean down,
            boolean unit,
            double[] t,
            int tAt,
            int across,
            int along,
            int n,
            double[] b,
            int bAt,
            int bStride,
            int columns) {
        int first = down ? tAt : tAt + (n - 1) * (across + along);
        int start = down ? bAt : bAt + (n - 1) * bStride;
        int sign = down ? 1 : -1;
        for (int i = 0; i < n; i++) {
            rows(i, i + 1, unit, t, first, sign * across, sign * along, b, start, sign * bStride, columns);
        }
    }

    /// Rows `from .. to - 1` in the order in which they become known; all strides run in that order.
    static void rows(
            int from,
            int to,
            boolean unit,
            double[] t,
            int tAt,
            int across,
            int along,
            double[] b,
            int bAt,
            int bStride,
            int columns) {
        for (int i = from; i < to; i++) {
            int row = bAt + i * bStride;
            int k = 0;
            for (; k + 4 <= i; k += 4) {
                subtract(columns, t, tAt + i * across + k * along, along, b, bAt + k * bStride, bStride, row);
            }
            for (; k < i; k++) {
                double factor = -t[tAt + i * across + k * along];
                int known = bAt + k * bStride;
                for (int j = 0; j < columns; j++) {
                    b[row + j] = Math.fma(factor, b[known + j], b[row + j]);
                }
            }
            if (!unit) {
                double pivot = t[tAt + i * (across + along)];
                for (int j = 0; j < columns; j++) {
                    b[row + j] /= pivot;
                }
            }
        }
    }

    /// Four terms at once.
    private static void subtract(
            int columns, double[] t, int tAt, int along, double[] b, int known, int bStride, int row) {
        double f0 = -t[tAt];
        double f1 = -t[tAt + along];
        double f2 = -t[tAt + 2 * along];
        double f3 = -t[tAt + 3 * along];
        for (int j = 0; j < columns; j++) {
            double sum = Math.fma(f0, b[known + j], b[row + j]);
            sum = Math.fma(f1, b[known + bStride + j], sum);
            sum = Math.fma(f2, b[known + 2 * bStride + j], sum);
            b[row + j] = Math.fma(f3, b[known + 3 * bStride + j], sum);
        }
    }
}
