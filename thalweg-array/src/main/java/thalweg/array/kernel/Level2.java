package thalweg.array.kernel;

/// Products of a matrix and a vector, scalar twins.
///
/// A sum over a row runs in 8 virtual lanes, term `j` in lane `j mod 8`, folded as `((0+4)+(2+6))+((1+5)+(3+7))`.
final class Level2 {
    private Level2() {}

    /// `y := A x` for a symmetric matrix of which the upper triangle is read, and only its first `rows` rows; `rows` is
    /// `n` or a multiple of 4.
    static void symv(int rows, int n, double[] a, int at, int stride, double[] x, int xAt, double[] y, int yAt) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = 0;
        }
        int i = 0;
        for (; i + 4 <= rows; i += 4) {
            corner(a, at + i * (stride + 1), stride, x, xAt + i, y, yAt + i);
            int row = at + i * stride + i + 4;
            int rest = n - i - 4;
            spread(rest, a, row, stride, x, xAt + i, y, yAt + i + 4);
            for (int p = 0; p < 4; p++) {
                y[yAt + i + p] += dot(rest, a, row + p * stride, x, xAt + i + 4);
            }
        }
        last(rows - i, a, at + i * (stride + 1), stride, x, xAt + i, y, yAt + i);
    }

    /// `y := A x` for `m` rows of `n` elements.
    static void gemv(int m, int n, double[] a, int at, int stride, double[] x, int xAt, double[] y, int yAt) {
        for (int i = 0; i < m; i++) {
            y[yAt + i] = dot(n, a, at + i * stride, x, xAt);
        }
    }

    /// `y += A' x` for `m` rows of `n` elements; four rows at a time, plain loops.
    static void gevm(int m, int n, double[] x, int xAt, double[] a, int at, int stride, double[] y, int yAt) {
        int i = 0;
        for (; i + 4 <= m; i += 4) {
            spread(n, a, at + i * stride, stride, x, xAt + i, y, yAt);
        }
        for (; i < m; i++) {
            int row = at + i * stride;
            double factor = x[xAt + i];
            for (int j = 0; j < n; j++) {
                y[yAt + j] = Math.fma(a[row + j], factor, y[yAt + j]);
            }
        }
    }

    /// The four by four square on the diagonal.
    static void corner(double[] a, int at, int stride, double[] x, int xAt, double[] y, int yAt) {
        last(4, a, at, stride, x, xAt, y, yAt);
    }

    /// A square on the diagonal, element by element.
    static void last(int n, double[] a, int at, int stride, double[] x, int xAt, double[] y, int yAt) {
        for (int p = 0; p < n; p++) {
            int row = at + p * stride;
            y[yAt + p] = Math.fma(a[row + p], x[xAt + p], y[yAt + p]);
            for (int q = p + 1; q < n; q++) {
                y[yAt + p] = Math.fma(a[row + q], x[xAt + q], y[yAt + p]);
                y[yAt + q] = Math.fma(a[row + q], x[xAt + p], y[yAt + q]);
            }
        }
    }

    /// `y_j += sum_p x_p A_pj` over four rows.
    private static void spread(int n, double[] a, int at, int stride, double[] x, int xAt, double[] y, int yAt) {
        double x0 = x[xAt];
        double x1 = x[xAt + 1];
        double x2 = x[xAt + 2];
        double x3 = x[xAt + 3];
        for (int j = 0; j < n; j++) {
            double sum = Math.fma(a[at + j], x0, y[yAt + j]);
            sum = Math.fma(a[at + stride + j], x1, sum);
            sum = Math.fma(a[at + 2 * stride + j], x2, sum);
            y[yAt + j] = Math.fma(a[at + 3 * stride + j], x3, sum);
        }
    }

    static double dot(int n, double[] a, int at, double[] x, int xAt) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int j = 0;
        for (; j + 8 <= n; j += 8) {
            int p = at + j;
            int q = xAt + j;
            s0 = Math.fma(a[p], x[q], s0);
            s1 = Math.fma(a[p + 1], x[q + 1], s1);
            s2 = Math.fma(a[p + 2], x[q + 2], s2);
            s3 = Math.fma(a[p + 3], x[q + 3], s3);
            s4 = Math.fma(a[p + 4], x[q + 4], s4);
            s5 = Math.fma(a[p + 5], x[q + 5], s5);
            s6 = Math.fma(a[p + 6], x[q + 6], s6);
            s7 = Math.fma(a[p + 7], x[q + 7], s7);
        }
        double sum = ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
        return tail(n - j, a, at + j, x, xAt + j, sum);
    }

    /// The terms that fill no eight lanes, one after the other on top of the folded sum.
    static double tail(int n, double[] a, int at, double[] x, int xAt, double sum) {
        double total = sum;
        for (int j = 0; j < n; j++) {
            total = Math.fma(a[at + j], x[xAt + j], total);
        }
        return total;
    }
}
