package thalweg.array.kernel;

/// One way to compute `C := beta C + alpha op(A) op(B)`; the arguments are those of [Blas#gemm], already checked.
interface Product {
    /// Up to this many multiplications a product is one piece.
    long ONE_PIECE = 1L << 23;

    /// The most rows of a piece.
    int ROWS = 384;

    void gemm(
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
            int cStride);

    /// The same with pieces on several threads. How it is cut never depends on them.
    default void gemm(
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
        int pieces = (long) m * n * k > ONE_PIECE ? (m + ROWS - 1) / ROWS : 1;
        int rows = (m + pieces - 1) / pieces;
        workers.run(pieces, piece -> {
            int i = piece * rows;
            int from = aAt + (transposeA ? i : i * aStride);
            int height = Math.min(rows, m - i);
            int to = cAt + i * cStride;
            gemm(transposeA, transposeB, height, n, k, alpha, a, from, aStride, b, bAt, bStride, beta, c, to, cStride);
        });
    }

    /// One line that says what computes, on which kernel.
    String name();
}
