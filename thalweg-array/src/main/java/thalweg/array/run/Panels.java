package thalweg.array.run;

import java.util.List;
import thalweg.array.kernel.Blas;

/// A large product outside the tiles, `C = A B` with each operand as stored or transposed, in equal pieces along one
/// of its dimensions.
///
/// Cutting the rows of C copies B again for each piece, cutting its columns copies A again, cutting the sums makes
/// further matrices that are added in order: what costs least is cut.
///
/// @param size rows, columns or terms of a piece
/// @param parts where pieces after the first sum, if sums are cut
record Panels(
        Ref a,
        Ref b,
        Ref c,
        boolean transposeA,
        boolean transposeB,
        int m,
        int n,
        int k,
        Product.Split split,
        int pieces,
        int size,
        List<Ref> parts)
        implements Shared {
    /// Multiplications that are worth another thread.
    private static final long WORTH = 1L << 23;

    private static final int LEAST = 64;

    /// How many pieces a product makes: 1, 2 or 4.
    static int pieces(long m, long n, long k) {
        long pieces = Math.clamp(m * n * k / WORTH, 1, Plan.GROUPS);
        return (int) Long.highestOneBit(pieces);
    }

    /// The dimension to cut.
    static Product.Split cut(int m, int n, int k, int pieces) {
        long rows = m < LEAST * pieces ? Long.MAX_VALUE : (long) k * n;
        long columns = n < LEAST * pieces ? Long.MAX_VALUE : (long) m * k;
        long sums = k < LEAST * pieces ? Long.MAX_VALUE : (long) m * n;
        if (rows <= Math.min(columns, sums)) {
            return Product.Split.M;
        }
        return columns <= sums ? Product.Split.N : Product.Split.K;
    }

    @Override
    public void piece(Frame frame, int piece) {
        int from = piece * size;
        int i = split == Product.Split.M ? from : 0;
        int j = split == Product.Split.N ? from : 0;
        int p = split == Product.Split.K ? from : 0;
        int rows = split == Product.Split.M ? Math.min(size, m - i) : m;
        int columns = split == Product.Split.N ? Math.min(size, n - j) : n;
        int terms = split == Product.Split.K ? Math.min(size, k - p) : k;
        if (rows <= 0 || columns <= 0 || (terms <= 0 && piece > 0)) {
            return;
        }
        Ref to = split == Product.Split.K && piece > 0 ? parts.get(piece - 1) : c;
        int aStride = transposeA ? m : k;
        int bStride = transposeB ? k : n;
        Blas.gemm(
                transposeA,
                transposeB,
                rows,
                columns,
                terms,
                1,
                a.reals(frame),
                a.at(frame) + (transposeA ? p * aStride + i : i * aStride + p),
                aStride,
                b.reals(frame),
                b.at(frame) + (transposeB ? j * bStride + p : p * bStride + j),
                bStride,
                0,
                to.reals(frame),
                to.at(frame) + i * n + j,
                n);
    }

    @Override
    public void join(Frame frame) {
        for (int p = 1; p <= parts.size() && p * size < k; p++) {
            Kernels.accumulate(parts.get(p - 1).reals(frame), 0, c.reals(frame), c.at(frame), m * n);
        }
    }
}
