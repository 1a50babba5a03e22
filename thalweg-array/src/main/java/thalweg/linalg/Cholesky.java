package thalweg.linalg;

import java.util.Arrays;
import thalweg.array.Misuse;
import thalweg.array.kernel.Blas;
import thalweg.array.kernel.Logarithm;
import thalweg.array.kernel.Workers;

/// The factorisation `A = L L'` of a symmetric positive definite matrix, `L` lower triangular.
///
/// Recursive: half of the matrix, a triangular solution, a product, the other half (Gustavson, IBM J. Res. Dev.
/// 41 (1997) 737). A matrix that is not positive definite is no misuse: the factorisation says at which row it
/// stopped.
public final class Cholesky {
    private static final int BASE = 32;
    private static final int STRIP = 128;
    private static final int BAND = 256;
    private static final int TILE = 16;

    private final int n;
    private final double[] l;
    private final int failed;

    private Cholesky(double[] a, int n, Workers workers) {
        this.n = n;
        this.l = a.clone();
        this.failed = factor(workers, l, 0, n);
    }

    /// Factors an `n` by `n` matrix; only elements on and above the diagonal are read, `a` is not changed.
    ///
    /// @throws Misuse if the length is not `n * n`, or an element is NaN or infinite
    public static Cholesky of(double[] a, int n) {
        return of(a, n, Workers.HERE);
    }

    /// The same with the products on several threads; the bits are the same.
    public static Cholesky of(double[] a, int n, Workers workers) {
        Input.square("the matrix", a, n);
        return new Cholesky(a, n, workers);
    }

    /// Factors the matrix at `a[at ..]` in place: `L` below, zeros above the diagonal; nothing is checked.
    ///
    /// @return -1, or the row at which the matrix ceased to be positive definite; its rows from there on are then
    ///     NaN
    public static int factor(double[] a, int at, int n) {
        return factor(Workers.HERE, a, at, n);
    }

    private static int factor(Workers workers, double[] a, int at, int n) {
        int failed = upper(workers, a, at, n, n);
        workers.run((n + TILE - 1) / TILE, tile -> {
            for (int j = tile * TILE; j < n; j += TILE) {
                turn(a, at, n, tile * TILE, j);
            }
        });
        if (failed >= 0) {
            for (int i = failed; i < n; i++) {
                Arrays.fill(a, at + i * n, at + i * n + i + 1, Double.NaN);
            }
        }
        return failed;
    }

    /// Whether the matrix is positive definite to working precision.
    public boolean positive() {
        return failed < 0;
    }

    /// The row at which the matrix ceased to be positive definite, or -1.
    public int failed() {
        return failed;
    }

    /// `L`, `n` by `n`, zero above the diagonal.
    public double[] l() {
        return known().clone();
    }

    /// `X` with `A X = B`, for `B` of `n` by `columns`.
    public double[] solve(double[] b, int columns) {
        Input.matrix("the right-hand side", b, n, columns);
        double[] x = b.clone();
        Triangular.solve(true, false, known(), 0, n, x, 0, columns);
        Triangular.solve(true, true, l, 0, n, x, 0, columns);
        return x;
    }

    /// `log det A = 2 sum_i log L_ii`
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Logarithm.log(known()[i * n + i]);
        }
        return 2 * sum;
    }

    /// An estimate from below, rarely off by more than 3, of the condition number `|A| |A^-1|` (1-norms).
    public double condition() {
        double[] a = new double[n * n];
        Blas.gemm(false, true, n, n, n, 1, known(), 0, n, l, 0, n, 0, a, 0, n);
        return NormEstimate.of(a, n) * NormEstimate.ofInverse(n, x -> solve(x, 1), x -> solve(x, 1));
    }

    private double[] known() {
        if (failed >= 0) {
            throw new Misuse(
                    "a matrix that is not positive definite (seen at row " + failed + ")",
                    "a positive definite matrix",
                    "ask positive() first, or add a small multiple of the identity");
        }
        return l;
    }

    /// `A = U' U` in the upper triangle, in place.
    private static int upper(Workers workers, double[] a, int at, int stride, int n) {
        if (n <= BASE) {
            return eliminate(a, at, stride, n);
        }
        int half = (n / 2 + BASE - 1) / BASE * BASE;
        int rest = n - half;
        int failed = upper(workers, a, at, stride, half);
        if (failed >= 0) {
            return failed;
        }
        int right = at + half;
        int bands = (rest + BAND - 1) / BAND;
        workers.run(bands, band -> {
            int j = band * BAND;
            Triangular.solve(false, true, false, a, at, stride, half, a, right + j, stride, Math.min(BAND, rest - j));
        });
        workers.run((rest + STRIP - 1) / STRIP, strip -> {
            int j = strip * STRIP;
            int rows = Math.min(STRIP, rest - j);
            int corner = at + (half + j) * (stride + 1);
            Blas.gemm(
                    true, false, rows, rest - j, half, -1, a, right + j, stride, a, right + j, stride, 1, a, corner,
                    stride);
        });
        failed = upper(workers, a, at + half * (stride + 1), stride, rest);
        return failed < 0 ? -1 : half + failed;
    }

    /// Moves the tile at `(i, j)` of the upper triangle to the lower one.
    private static void turn(double[] a, int at, int n, int i, int j) {
        for (int p = i; p < Math.min(i + TILE, n); p++) {
            for (int q = Math.max(j, p + 1); q < Math.min(j + TILE, n); q++) {
                a[at + q * n + p] = a[at + p * n + q];
                a[at + p * n + q] = 0;
            }
        }
    }

    private static int eliminate(double[] a, int at, int stride, int n) {
        for (int k = 0; k < n; k++) {
            int row = at + k * stride;
            double pivot = a[row + k];
            if (!(pivot > 0)) {
                return k;
            }
            double root = Math.sqrt(pivot);
            a[row + k] = root;
            for (int j = k + 1; j < n; j++) {
                a[row + j] /= root;
            }
            for (int i = k + 1; i < n; i++) {
                double factor = -a[row + i];
                int to = at + i * stride;
                for (int j = i; j < n; j++) {
                    a[to + j] = Math.fma(factor, a[row + j], a[to + j]);
                }
            }
        }
        return -1;
    }
}
