package thalweg.linalg;

import thalweg.array.Misuse;
import thalweg.array.kernel.Blas;
import thalweg.array.kernel.Logarithm;

/// The factorisation `P A = L U` of a square matrix by elimination with row exchange; what solves general linear
/// systems.
///
/// Panels of [#PANEL] columns, then a triangular solution and a product: Golub and Van Loan, *Matrix
/// Computations*, 4th ed. 2013, algorithm 3.4.1 in block form. A singular matrix is no misuse: the factorisation
/// says so.
public final class Lu {
    private static final int PANEL = 32;

    private final int n;
    private final double[] lu;
    private final int[] rows;
    private final int sign;

    private Lu(double[] a, int n) {
        this.n = n;
        this.lu = a.clone();
        this.rows = new int[n];
        this.sign = factor(lu, 0, n, rows);
    }

    /// Factors an `n` by `n` matrix; `a` is not changed.
    ///
    /// @throws Misuse if the length is not `n * n`, or an element is NaN or infinite
    public static Lu of(double[] a, int n) {
        Input.square("the matrix", a, n);
        return new Lu(a, n);
    }

    /// Factors the matrix at `a[at ..]` in place, `L` (of unit diagonal) below and `U` on and above the diagonal;
    /// nothing is checked.
    ///
    /// @param rows `n` places that receive, for each step, the row it was exchanged with
    /// @return the sign of the permutation, 1 or -1
    public static int factor(double[] a, int at, int n, int[] rows) {
        int sign = 1;
        for (int k = 0; k < n; k += PANEL) {
            int width = Math.min(PANEL, n - k);
            for (int j = k; j < k + width; j++) {
                sign *= eliminate(a, at, n, j, k + width, rows);
            }
            int right = n - k - width;
            if (right > 0) {
                int corner = at + k * (n + 1);
                int below = corner + width * n;
                Triangular.solve(true, false, true, a, corner, n, width, a, corner + width, n, right);
                Blas.gemm(
                        false,
                        false,
                        right,
                        right,
                        width,
                        -1,
                        a,
                        below,
                        n,
                        a,
                        corner + width,
                        n,
                        1,
                        a,
                        below + width,
                        n);
            }
        }
        return sign;
    }

    /// `X` with `A X = B` or `A' X = B` from [#factor], in place of `B` of `n` by `columns` at `b[bAt ..]`.
    public static void solve(
            double[] lu, int at, int n, int[] rows, boolean transposed, double[] b, int bAt, int columns) {
        if (transposed) {
            Triangular.solve(false, true, false, lu, at, n, n, b, bAt, columns, columns);
            Triangular.solve(true, true, true, lu, at, n, n, b, bAt, columns, columns);
            for (int k = n - 1; k >= 0; k--) {
                exchange(b, bAt + k * columns, bAt + rows[k] * columns, columns);
            }
        } else {
            for (int k = 0; k < n; k++) {
                exchange(b, bAt + k * columns, bAt + rows[k] * columns, columns);
            }
            Triangular.solve(true, false, true, lu, at, n, n, b, bAt, columns, columns);
            Triangular.solve(false, false, false, lu, at, n, n, b, bAt, columns, columns);
        }
    }

    /// Whether a pivot is exactly zero.
    public boolean singular() {
        for (int i = 0; i < n; i++) {
            if (lu[i * n + i] == 0) {
                return true;
            }
        }
        return false;
    }

    /// `X` with `A X = B`, for `B` of `n` by `columns`.
    ///
    /// @throws Misuse if the matrix is singular
    public double[] solve(double[] b, int columns) {
        return solve(b, columns, false);
    }

    /// `X` with `A' X = B`, for `B` of `n` by `columns`.
    ///
    /// @throws Misuse if the matrix is singular
    public double[] solveTransposed(double[] b, int columns) {
        return solve(b, columns, true);
    }

    /// `log |det A|`; minus infinity for a singular matrix.
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Logarithm.log(Math.abs(lu[i * n + i]));
        }
        return sum;
    }

    /// The sign of the determinant: 1, -1, or 0 for a singular matrix.
    public int sign() {
        int total = singular() ? 0 : sign;
        for (int i = 0; i < n; i++) {
            total = lu[i * n + i] < 0 ? -total : total;
        }
        return total;
    }

    /// An estimate from below, rarely off by more than 3, of the condition number `|A| |A^-1|` (1-norms);
    /// infinite for a singular matrix.
    public double condition() {
        return singular()
                ? Double.POSITIVE_INFINITY
                : size() * NormEstimate.ofInverse(n, x -> solve(x, 1), x -> solveTransposed(x, 1));
    }

    /// The 1-norm of `L U`, which is A up to the order of its rows.
    private double size() {
        double[] l = new double[n * n];
        double[] u = new double[n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(lu, i * n, l, i * n, i);
            l[i * (n + 1)] = 1;
            System.arraycopy(lu, i * (n + 1), u, i * (n + 1), n - i);
        }
        double[] a = new double[n * n];
        Blas.product(n, n, n, l, u, a);
        return NormEstimate.of(a, n);
    }

    private double[] solve(double[] b, int columns, boolean transposed) {
        Input.matrix("the right-hand side", b, n, columns);
        if (singular()) {
            throw new Misuse(
                    "a singular matrix", "a matrix with an inverse", "ask singular() first, or use LeastSquares");
        }
        double[] x = b.clone();
        solve(lu, 0, n, rows, transposed, x, 0, columns);
        return x;
    }

    /// One column of a panel that ends at column `end`: exchange, then elimination below. Whole rows are
    /// exchanged.
    private static int eliminate(double[] a, int at, int n, int k, int end, int[] rows) {
        int best = k;
        for (int i = k + 1; i < n; i++) {
            if (Math.abs(a[at + i * n + k]) > Math.abs(a[at + best * n + k])) {
                best = i;
            }
        }
        rows[k] = best;
        exchange(a, at + k * n, at + best * n, n);
        double pivot = a[at + k * n + k];
        if (pivot != 0) {
            int from = at + k * n;
            for (int i = k + 1; i < n; i++) {
                int to = at + i * n;
                double factor = a[to + k] / pivot;
                a[to + k] = factor;
                for (int j = k + 1; j < end; j++) {
                    a[to + j] = Math.fma(-factor, a[from + j], a[to + j]);
                }
            }
        }
        return best == k ? 1 : -1;
    }

    private static void exchange(double[] b, int first, int second, int size) {
        if (first == second) {
            return;
        }
        for (int j = 0; j < size; j++) {
            double kept = b[first + j];
            b[first + j] = b[second + j];
            b[second + j] = kept;
        }
    }
}
