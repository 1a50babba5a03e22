package thalweg.array.kernel;

/// One way to compute `C := beta C + alpha op(A) op(B)`; the arguments are those of [Blas#gemm], already checked.
interface Product {
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

    /// One line that says what computes, on which kernel.
    String name();
}
