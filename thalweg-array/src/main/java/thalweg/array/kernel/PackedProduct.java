package thalweg.array.kernel;

/// Our matrix product in blocks of registers ([Tile]), B and A copied into the order in which the blocks read
/// them.
///
/// Goto and van de Geijn, *Anatomy of high-performance matrix multiplication*, ACM TOMS 34 (2008) 12. A small B
/// is read where it is. Bits and order of operations are those of [PlainProduct], which runs until this one is
/// compiled.
final class PackedProduct implements Product {
    private static final int DEPTH = PlainProduct.DEPTH;
    private static final int HEIGHT = 192;
    private static final int WIDTH = 1008;
    /// Elements of B that stay in the second cache beside everything else.
    private static final int SMALL = 1 << 16;

    /// Orders whose last columns fill one, two and three vectors, wholly or not.
    private static final int[] REHEARSED = {30, 32, 36, 40, 46};

    private final PlainProduct plain = new PlainProduct();
    private final Gate gate;

    PackedProduct() {
        double[] a = new double[46 * 46];
        double[] c = new double[46 * 46];
        this.gate = new Gate(
                "gemm", Gate.vectors() && Level2Lanes.fit(), () -> rehearse(plain, a, c), () -> rehearse(a, c));
    }

    @Override
    public String name() {
        return "products: ours, blocks of 6 by 24";
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
        if (!gate.open()) {
            plain.gemm(transposeA, transposeB, m, n, k, alpha, a, aAt, aStride, b, bAt, bStride, beta, c, cAt, cStride);
            return;
        }
        PlainProduct.scale(m, n, beta, c, cAt, cStride);
        int aRow = transposeA ? 1 : aStride;
        int aColumn = transposeA ? aStride : 1;
        if (!transposeB && (long) n * k <= SMALL) {
            tiles(m, n, k, alpha, a, aAt, aRow, aColumn, b, bAt, bStride, c, cAt, cStride);
        } else {
            panels(transposeB, m, n, k, alpha, a, aAt, aRow, aColumn, b, bAt, bStride, c, cAt, cStride);
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
        double[] scratch = new double[Tile.ROWS * Tile.COLUMNS];
        double[] edge = new double[n % 8 == 0 ? 0 : Math.min(k, DEPTH) * Tile.COLUMNS];
        for (int p = 0; p < k; p += DEPTH) {
            int depth = Math.min(DEPTH, k - p);
            for (int j = 0; j < n; j += Tile.COLUMNS) {
                int columns = Math.min(Tile.COLUMNS, n - j);
                int from = bAt + p * bStride + j;
                if (columns % 8 == 0) {
                    strip(
                            depth,
                            m,
                            columns,
                            a,
                            aAt + p * aColumn,
                            aRow,
                            aColumn,
                            b,
                            from,
                            bStride,
                            alpha,
                            c,
                            cAt + j,
                            cStride,
                            scratch);
                } else {
                    pack(b, from, bStride, depth, columns, edge);
                    strip(
                            depth,
                            m,
                            columns,
                            a,
                            aAt + p * aColumn,
                            aRow,
                            aColumn,
                            edge,
                            0,
                            Tile.COLUMNS,
                            alpha,
                            c,
                            cAt + j,
                            cStride,
                            scratch);
                }
            }
        }
    }

    /// All rows of up to 24 columns.
    private static void strip(
            int depth,
            int m,
            int columns,
            double[] a,
            int aAt,
            int aRow,
            int aColumn,
            double[] b,
            int bAt,
            int bStride,
            double alpha,
            double[] c,
            int cAt,
            int cStride,
            double[] scratch) {
        for (int i = 0; i < m; i += Tile.ROWS) {
            int rows = Math.min(Tile.ROWS, m - i);
            int from = aAt + i * aRow;
            int to = cAt + i * cStride;
            if (columns % 8 == 0) {
                Tile.add(depth, rows, columns, a, from, aRow, aColumn, b, bAt, bStride, alpha, c, to, cStride);
            } else {
                Tile.edge(
                        depth, rows, columns, a, from, aRow, aColumn, b, bAt, bStride, alpha, c, to, cStride, scratch);
            }
        }
    }

    /// With copies of both.
    private static void panels(
            boolean transposeB,
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
        int deepest = Math.min(DEPTH, k);
        double[] left = new double[deepest * (Math.min(HEIGHT, m) + Tile.ROWS)];
        double[] scratch = new double[Tile.ROWS * Tile.COLUMNS];
        double[] right = new double[deepest * (Math.min(WIDTH, n) + Tile.COLUMNS)];
        for (int j = 0; j < n; j += WIDTH) {
            int width = Math.min(WIDTH, n - j);
            for (int p = 0; p < k; p += DEPTH) {
                int depth = Math.min(DEPTH, k - p);
                if (transposeB) {
                    packTransposed(b, bAt + j * bStride + p, bStride, depth, width, right);
                } else {
                    pack(b, bAt + p * bStride + j, bStride, depth, width, right);
                }
                for (int i = 0; i < m; i += HEIGHT) {
                    int height = Math.min(HEIGHT, m - i);
                    pack(a, aAt + i * aRow + p * aColumn, aRow, aColumn, depth, height, left);
                    for (int q = 0; q < width; q += Tile.COLUMNS) {
                        int columns = Math.min(Tile.COLUMNS, width - q);
                        int to = cAt + i * cStride + j + q;
                        packed(depth, height, columns, left, right, q * depth, alpha, c, to, cStride, scratch);
                    }
                }
            }
        }
    }

    /// All rows of a copied block of A with one strip of B.
    private static void packed(
            int depth,
            int height,
            int columns,
            double[] left,
            double[] right,
            int rightAt,
            double alpha,
            double[] c,
            int cAt,
            int cStride,
            double[] scratch) {
        for (int i = 0; i < height; i += Tile.ROWS) {
            int rows = Math.min(Tile.ROWS, height - i);
            int at = i * depth;
            int to = cAt + i * cStride;
            if (columns % 8 == 0) {
                Tile.add(
                        depth,
                        rows,
                        columns,
                        left,
                        at,
                        1,
                        Tile.ROWS,
                        right,
                        rightAt,
                        Tile.COLUMNS,
                        alpha,
                        c,
                        to,
                        cStride);
            } else {
                Tile.edge(
                        depth,
                        rows,
                        columns,
                        left,
                        at,
                        1,
                        Tile.ROWS,
                        right,
                        rightAt,
                        Tile.COLUMNS,
                        alpha,
                        c,
                        to,
                        cStride,
                        scratch);
            }
        }
    }

    /// Strips of 24 columns of B, each row by row.
    private static void pack(double[] b, int at, int stride, int depth, int width, double[] right) {
        for (int j = 0; j < width; j += Tile.COLUMNS) {
            int columns = Math.min(Tile.COLUMNS, width - j);
            for (int p = 0; p < depth; p++) {
                System.arraycopy(b, at + p * stride + j, right, j * depth + p * Tile.COLUMNS, columns);
            }
        }
    }

    private static void packTransposed(double[] b, int at, int stride, int depth, int width, double[] right) {
        for (int j = 0; j < width; j++) {
            int to = (j - j % Tile.COLUMNS) * depth + j % Tile.COLUMNS;
            for (int p = 0; p < depth; p++) {
                right[to + p * Tile.COLUMNS] = b[at + j * stride + p];
            }
        }
    }

    /// Strips of 6 rows of A, each column by column.
    private static void pack(double[] a, int at, int row, int column, int depth, int height, double[] left) {
        for (int i = 0; i < height; i++) {
            int from = at + i * row;
            int to = (i - i % Tile.ROWS) * depth + i % Tile.ROWS;
            for (int p = 0; p < depth; p++) {
                left[to + p * Tile.ROWS] = a[from + p * column];
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
            panels(true, n, n, n, 1, a, 0, n, 1, a, 0, n, c, 0, n);
        }
    }
}
