package thalweg.array.kernel;

/// Our matrix product in blocks of registers ([PackedTile], [Tile]), B and A copied into the order in which the blocks
/// read them, each once for a block of `k`.
///
/// Goto and van de Geijn, *Anatomy of high-performance matrix multiplication*, ACM TOMS 34 (2008) 12. A small B
/// is read where it is. Bits and order of operations are those of [PlainProduct], which runs until this one is
/// compiled.
final class PackedProduct implements Product {
    /// Rows of A and columns of B at a depth of 192 that stay in the second cache together.
    static final int HEIGHT = 96;
    static final int WIDTH = 528;
    /// Rows of A that are copied at once.
    private static final int HIGH = 40 * HEIGHT;
    /// Elements of B that stay in the second cache beside everything else.
    private static final int SMALL = 1 << 16;

    /// Orders whose last columns fill one, two and three vectors, wholly or not.
    private static final int[] REHEARSED = {30, 32, 36, 40, 46};

    private final PlainProduct plain = new PlainProduct();
    private final Gate gate;

    PackedProduct() {
        double[] a = new double[48 * 48];
        double[] c = new double[48 * 48];
        this.gate = new Gate(
                "gemm", Gate.vectors() && Level2Lanes.fit(), () -> rehearse(plain, a, c), () -> rehearse(a, c));
    }

    @Override
    public String name() {
        return "products: ours, blocks of 8 by 24";
    }

    @Override
    public void gemm(
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

    @Override
    public void gemm(
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
        if (!gate.open()) {
            plain.gemm(
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
            return;
        }
        int aRow = transposeA ? 1 : aStride;
        int aColumn = transposeA ? aStride : 1;
        if (!transposeB && (long) n * k <= SMALL) {
            int height = (long) m * n * k <= ONE_PIECE ? m : HEIGHT;
            workers.run((m + height - 1) / height, piece -> {
                int i = piece * height;
                int rows = Math.min(height, m - i);
                PlainProduct.scale(rows, n, beta, c, cAt + i * cStride, cStride);
                tiles(
                        rows,
                        n,
                        k,
                        alpha,
                        a,
                        aAt + i * aRow,
                        aRow,
                        aColumn,
                        b,
                        bAt,
                        bStride,
                        c,
                        cAt + i * cStride,
                        cStride);
            });
            return;
        }
        PackedPanels panels = new PackedPanels(workers, transposeB, n, k, alpha, beta, aRow, aColumn, bStride, cStride);
        for (int i = 0; i < m; i += HIGH) {
            panels.add(Math.min(HIGH, m - i), a, aAt + i * aRow, b, bAt, c, cAt + i * cStride);
        }
    }

    Gate gate() {
        return gate;
    }

    /// Without copies.
    private static void tiles(
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aAt,
            int aRow,
            int aColumn,
            double[] b,
            int bAt,
            int bStride,
            double[] c,
            int cAt,
            int cStride) {
        int deepest = PlainProduct.depth(k);
        double[] scratch = new double[Tile.ROWS * Tile.COLUMNS];
        double[] edge = new double[n % 8 == 0 ? 0 : deepest * Tile.COLUMNS];
        for (int p = 0; p < k; p += deepest) {
            int depth = Math.min(deepest, k - p);
            for (int j = 0; j < n; j += Tile.COLUMNS) {
                int columns = Math.min(Tile.COLUMNS, n - j);
                boolean even = columns % 8 == 0;
                double[] strip = even ? b : edge;
                int from = even ? bAt + p * bStride + j : 0;
                int stride = even ? bStride : Tile.COLUMNS;
                if (!even) {
                    PackedPanels.copyRows(b, bAt + p * bStride + j, bStride, depth, columns, edge, 0);
                }
                for (int i = 0; i < m; i += Tile.ROWS) {
                    int rows = Math.min(Tile.ROWS, m - i);
                    int at = aAt + i * aRow + p * aColumn;
                    int to = cAt + i * cStride + j;
                    Tile.add(
                            depth, rows, columns, a, at, aRow, aColumn, strip, from, stride, alpha, c, to, cStride,
                            scratch);
                }
            }
        }
    }

    private static void rehearse(PlainProduct plain, double[] a, double[] c) {
        for (int n : REHEARSED) {
            plain.gemm(false, false, n, n, n, 1, a, 0, n, a, 0, n, 1, c, 0, n);
            plain.gemm(false, true, n, n, n, 1, a, 0, n, a, 0, n, 1, c, 0, n);
        }
    }

    private static void rehearse(double[] a, double[] c) {
        for (int n : REHEARSED) {
            tiles(n, n, n, 1, a, 0, n, 1, a, 0, n, c, 0, n);
            new PackedPanels(Workers.HERE, n % 4 == 0, n, n, 1, 1, n, 1, n, n).add(n, a, 0, a, 0, c, 0);
        }
    }
}
