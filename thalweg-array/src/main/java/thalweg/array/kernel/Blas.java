package thalweg.array.kernel;

import java.lang.foreign.SymbolLookup;
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
    /// Up to this many multiplications a product is one piece; beyond, at most this many rows are.
    private static final long ONE_PIECE = 1L << 23;

    private static final int ROWS = 384;
    private static final int REHEARSED = 64;
    private static final Gate SYMV;
    private static final Gate GEMV;

    static {
        double[] a = new double[REHEARSED * REHEARSED];
        double[] y = new double[REHEARSED];
        boolean fit = Gate.vectors() && Level2Lanes.fit();
        SYMV = new Gate(
                "symv",
                fit,
                () -> Level2.symv(REHEARSED, a, 0, REHEARSED, a, 0, y, 0),
                () -> Level2Lanes.symv(REHEARSED, a, 0, REHEARSED, a, 0, y, 0));
        GEMV = new Gate(
                "gemv",
                fit,
                () -> Level2.gemv(REHEARSED, REHEARSED, a, 0, REHEARSED, a, 0, y, 0),
                () -> Level2Lanes.gemv(REHEARSED, REHEARSED, a, 0, REHEARSED, a, 0, y, 0));
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
        int pieces = (long) m * n * k > ONE_PIECE ? (m + ROWS - 1) / ROWS : 1;
        if (pieces == 1) {
            PRODUCT.gemm(
                    transposeA, transposeB, m, n, k, alpha, a, aAt, aStride, b, bAt, bStride, beta, c, cAt, cStride);
            return;
        }
        int rows = (m + pieces - 1) / pieces;
        workers.run(pieces, piece -> {
            int i = piece * rows;
            int height = Math.min(rows, m - i);
            int from = aAt + (transposeA ? i : i * aStride);
            PRODUCT.gemm(
                    transposeA,
                    transposeB,
                    height,
                    n,
                    k,
                    alpha,
                    a,
                    from,
                    aStride,
                    b,
                    bAt,
                    bStride,
                    beta,
                    c,
                    cAt + i * cStride,
                    cStride);
        });
    }

    /// `C := A B` for dense matrices of `m` by `k` and `k` by `n`.
    public static void product(int m, int n, int k, double[] a, double[] b, double[] c) {
        gemm(false, false, m, n, k, 1, a, 0, k, b, 0, n, 0, c, 0, n);
    }

    /// `y := A x` for a symmetric `n` by `n` matrix of which only the upper triangle is read.
    public static void symv(int n, double[] a, int at, int stride, double[] x, int xAt, double[] y, int yAt) {
        check(a, at, stride, n, n);
        Objects.checkFromIndexSize(xAt, n, x.length);
        Objects.checkFromIndexSize(yAt, n, y.length);
        if (SYMV.open()) {
            Level2Lanes.symv(n, a, at, stride, x, xAt, y, yAt);
        } else {
            Level2.symv(n, a, at, stride, x, xAt, y, yAt);
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
