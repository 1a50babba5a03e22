package thalweg.array.kernel;

import java.lang.foreign.SymbolLookup;
import java.util.Arrays;
import java.util.Objects;

/// Matrix products on row-major arrays, by OpenBLAS where it can be had and by our own loops elsewhere.
///
/// Which of the two multiplies matrices is settled once, at the first product: the system property
/// `thalweg.products` is `openblas` (the default: OpenBLAS if its payload is on the class path, the JDK is 25.0.3
/// or later and native access is enabled) or `ours`. For one kernel the bits depend on shapes and numbers only,
/// never on the number of threads: a product is cut into fixed panels, which run on the caller's thread or on
/// [Workers].
///
/// Dongarra, Du Croz, Hammarling and Duff, *A set of level 3 basic linear algebra subprograms*, ACM TOMS 16
/// (1990) 1.
public final class Blas {
    private static final Product PRODUCT = choose();
    private static final int REHEARSED = 64;
    private static final Gate SYMV;
    private static final Gate GEMV;
    private static final Gate SUBSTITUTE;
    private static final int TRIANGLE = 32;
    /// From this order on a symmetric matrix is read in two bands.
    private static final int BANDED = 256;

    static {
        double[] a = new double[REHEARSED * REHEARSED];
        double[] y = new double[REHEARSED];
        boolean fit = Gate.vectors() && Level2Lanes.fit();
        SYMV = new Gate(
                "symv",
                fit,
                () -> Level2.symv(REHEARSED, REHEARSED, a, 0, REHEARSED, a, 0, y, 0),
                () -> Level2Lanes.symv(REHEARSED, REHEARSED, a, 0, REHEARSED, a, 0, y, 0));
        GEMV = new Gate(
                "gemv",
                fit,
                () -> Level2.gemv(REHEARSED, REHEARSED, a, 0, REHEARSED, a, 0, y, 0),
                () -> Level2Lanes.gemv(REHEARSED, REHEARSED, a, 0, REHEARSED, a, 0, y, 0));
        double[] t = new double[TRIANGLE * TRIANGLE];
        Arrays.fill(t, 1);
        double[] b = new double[TRIANGLE * REHEARSED];
        SUBSTITUTE = new Gate(
                "substitution",
                fit,
                () -> Substitution.solve(true, false, t, 0, TRIANGLE, 1, TRIANGLE, b, 0, REHEARSED, REHEARSED),
                () -> SubstitutionLanes.solve(true, false, t, 0, TRIANGLE, 1, TRIANGLE, b, 0, REHEARSED, REHEARSED));
    }

    private Blas() {}

    /// `C := beta C + alpha op(A) op(B)` with `op(A)` of `m` by `k`, `op(B)` of `k` by `n` and `C` of `m` by `n`.
    ///
    /// Row `i` of a matrix as it is stored begins at `at + i * stride`. Where `beta` is 0, `C` is not read.
    ///
    /// @param transposeA whether A is stored as `k` by `m`
    /// @param transposeB whether B is stored as `n` by `k`
    /// @throws IndexOutOfBoundsException if a matrix does not lie in its array
    public static void gemm(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aAt,
            int aStride,
            double[] b,
            int bAt,
            int bStride,
            double beta,
            double[] c,
            int cAt,
            int cStride) {
        gemm(
                Workers.HERE,
                transposeA,
                transposeB,
                m,
                n,
                k,
                alpha,
                a,
                aAt,
                aStride,
                b,
                bAt,
                bStride,
                beta,
                c,
                cAt,
                cStride);
    }

    /// The same with panels of rows on several threads; the bits are the same.
    public static void gemm(
            Workers workers,
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aAt,
            int aStride,
            double[] b,
            int bAt,
            int bStride,
            double beta,
            double[] c,
            int cAt,
            int cStride) {
        check(a, aAt, aStride, transposeA ? k : m, transposeA ? m : k);
        check(b, bAt, bStride, transposeB ? n : k, transposeB ? k : n);
        check(c, cAt, cStride, m, n);
        if (m == 0 || n == 0 || k == 0) {
            PlainProduct.scale(m, n, beta, c, cAt, cStride);
            return;
        }
        PRODUCT.gemm(
                workers,
                transposeA,
                transposeB,
                m,
                n,
                k,
                alpha,
                a,
                aAt,
                aStride,
                b,
                bAt,
                bStride,
                beta,
                c,
                cAt,
                cStride);
    }

    /// `C := A B` for dense matrices of `m` by `k` and `k` by `n`.
    public static void product(int m, int n, int k, double[] a, double[] b, double[] c) {
        gemm(false, false, m, n, k, 1, a, 0, k, b, 0, n, 0, c, 0, n);
    }

    /// `y := A x` for a symmetric `n` by `n` matrix of which only the upper triangle is read.
    ///
    /// Bands of rows, of about the same area, run on the workers; their sums are added in order.
    public static void symv(
            Workers workers, int n, double[] a, int at, int stride, double[] x, int xAt, double[] y, int yAt) {
        check(a, at, stride, n, n);
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(yAt, n, y.length);
        if (n < BANDED) {
            symv(n, n, a, at, stride, x, xAt, y, yAt);
            return;
        }
        double[] sums = new double[n];
        int cut = n * 3 / 10 & -4;
        workers.run(2, band -> {
            if (band == 0) {
                symv(cut, n, a, at, stride, x, xAt, sums, 0);
            } else {
                symv(n - cut, n - cut, a, at + cut * (stride + 1), stride, x, xAt + cut, y, yAt + cut);
            }
        });
        System.arraycopy(sums, 0, y, yAt, cut);
        for (int i = cut; i < n; i++) {
            y[yAt + i] += sums[i];
        }
    }

    private static void symv(
            int rows, int n, double[] a, int at, int stride, double[] x, int xAt, double[] y, int yAt) {
        if (SYMV.open()) {
            Level2Lanes.symv(rows, n, a, at, stride, x, xAt, y, yAt);
        } else {
            Level2.symv(rows, n, a, at, stride, x, xAt, y, yAt);
        }
    }

    /// `y := A x` for an `m` by `n` matrix.
    public static void gemv(int m, int n, double[] a, int at, int stride, double[] x, int xAt, double[] y, int yAt) {
        check(a, at, stride, m, n);
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(yAt, m, y.length);
        if (GEMV.open()) {
            Level2Lanes.gemv(m, n, a, at, stride, x, xAt, y, yAt);
        } else {
            Level2.gemv(m, n, a, at, stride, x, xAt, y, yAt);
        }
    }

    /// `y += A' x` for an `m` by `n` matrix.
    public static void gevm(int m, int n, double[] x, int xAt, double[] a, int at, int stride, double[] y, int yAt) {
        check(a, at, stride, m, n);
        Objects.checkFromIndexSize(xAt, m, x.length);
        Objects.checkFromIndexSize(yAt, n, y.length);
        Level2.gevm(m, n, x, xAt, a, at, stride, y, yAt);
    }

    /// `X` with `T X = B` for a small triangle by substitution, in place of the `n` by `columns` matrix B.
    ///
    /// @param down whether rows become known from the first on, as for a lower triangle
    /// @param unit whether the diagonal is 1 and not read
    /// @param across from a row of T to the next, where `along` is from a column to the next
    public static void substitute(
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
        check(b, bAt, bStride, n, columns);
        if (SUBSTITUTE.open()) {
            SubstitutionLanes.solve(down, unit, t, tAt, across, along, n, b, bAt, bStride, columns);
        } else {
            Substitution.solve(down, unit, t, tAt, across, along, n, b, bAt, bStride, columns);
        }
    }

    /// One line that says which product is in use, for logs and `run.json`.
    public static String inUse() {
        return PRODUCT.name();
    }

    private static void check(double[] x, int at, int stride, int rows, int columns) {
        if (rows < 0 || columns < 0 || stride < columns) {
            throw new IndexOutOfBoundsException(
                    rows + " rows of " + columns + " columns at a stride of " + stride + " are no matrix");
        }
        long size = rows == 0 || columns == 0 ? 0 : (rows - 1L) * stride + columns;
        Objects.checkFromIndexSize(at, size, (long) x.length);
    }

    private static Product choose() {
        SymbolLookup symbols =
                System.getProperty("thalweg.products", "openblas").equals("ours") ? null : OpenBlasLibrary.SYMBOLS;
        return symbols == null ? new PackedProduct() : new OpenBlas(symbols);
    }
}
