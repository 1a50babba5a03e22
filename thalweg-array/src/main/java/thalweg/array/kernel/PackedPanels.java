package thalweg.array.kernel;

/// The copies of A and B that a product of [PackedProduct] multiplies, and the order of its work.
///
/// A block of `k` of A is copied in strips of 8 rows, column by column, one of B in strips of 24 columns, row by row;
/// a strip of B stays in the first cache while the strips of a block of A go by in the second.
final class PackedPanels {
    private static final int HEIGHT = PackedProduct.HEIGHT;
    /// Strips of B that one piece copies.
    private static final int STRIPS = 6;

    private final Workers workers;
    private final boolean transposeB;
    private final int n;
    private final int k;
    private final double alpha;
    private final double beta;
    private final int aRow;
    private final int aColumn;
    private final int bStride;
    private final int cStride;
    private final int deepest;
    private final int widest;
    private final double[] right;
    private double[] left = {};

    PackedPanels(
            Workers workers,
            boolean transposeB,
            int n,
            int k,
            double alpha,
            double beta,
            int aRow,
            int aColumn,
            int bStride,
            int cStride) {
        this.workers = workers;
        this.transposeB = transposeB;
        this.n = n;
        this.k = k;
        this.alpha = alpha;
        this.beta = beta;
        this.aRow = aRow;
        this.aColumn = aColumn;
        this.bStride = bStride;
        this.cStride = cStride;
        this.deepest = PlainProduct.depth(k);
        int panels = (n + PackedProduct.WIDTH - 1) / PackedProduct.WIDTH;
        this.widest = whole((n + panels - 1) / panels, Tile.COLUMNS);
        this.right = new double[deepest * widest];
    }

    /// `C := beta C + alpha op(A) op(B)` for `m` rows of A and C.
    void add(int m, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt) {
        if (left.length == 0) {
            left = new double[deepest * whole(m, Tile.ROWS)];
        }
        for (int p = 0; p < k; p += deepest) {
            for (int j = 0; j < n; j += widest) {
                block(p, j, m, a, aAt, b, bAt, c, cAt);
            }
        }
    }

    private void block(int p, int j, int m, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt) {
        int depth = Math.min(deepest, k - p);
        int width = Math.min(widest, n - j);
        int strips = (width + Tile.COLUMNS - 1) / Tile.COLUMNS;
        workers.run((strips + STRIPS - 1) / STRIPS, piece -> {
            for (int s = piece * STRIPS; s < Math.min(strips, (piece + 1) * STRIPS); s++) {
                int q = s * Tile.COLUMNS;
                int columns = Math.min(Tile.COLUMNS, width - q);
                if (transposeB) {
                    copyColumns(b, bAt + (j + q) * bStride + p, bStride, depth, columns, right, q * depth);
                } else {
                    copyRows(b, bAt + p * bStride + j + q, bStride, depth, columns, right, q * depth);
                }
            }
        });
        int pieces = (m + HEIGHT - 1) / HEIGHT;
        int rows = whole((m + pieces - 1) / pieces, Tile.ROWS);
        workers.run((m + rows - 1) / rows, piece -> {
            int i = piece * rows;
            int height = Math.min(rows, m - i);
            int to = cAt + i * cStride + j;
            if (j == 0) {
                copyA(a, aAt + i * aRow + p * aColumn, depth, height, i * depth);
            }
            if (p == 0) {
                PlainProduct.scale(height, width, beta, c, to, cStride);
            }
            double[] scratch = new double[Tile.ROWS * Tile.COLUMNS];
            for (int q = 0; q < width; q += Tile.COLUMNS) {
                int columns = Math.min(Tile.COLUMNS, width - q);
                strip(depth, height, columns, i * depth, q * depth, c, to + q, scratch);
            }
        });
    }

    /// All rows of a block of A with one strip of B.
    private void strip(
            int depth, int height, int columns, int leftAt, int rightAt, double[] c, int cAt, double[] scratch) {
        for (int i = 0; i < height; i += Tile.ROWS) {
            int rows = Math.min(Tile.ROWS, height - i);
            int at = leftAt + i * depth;
            int to = cAt + i * cStride;
            if (rows == Tile.ROWS && columns == Tile.COLUMNS) {
                PackedTile.add(depth, left, at, right, rightAt, alpha, c, to, cStride);
            } else {
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
                        cStride,
                        scratch);
            }
        }
    }

    /// A strip of up to 24 columns, row by row.
    static void copyRows(double[] b, int at, int stride, int depth, int columns, double[] to, int toAt) {
        for (int p = 0; p < depth; p++) {
            System.arraycopy(b, at + p * stride, to, toAt + p * Tile.COLUMNS, columns);
        }
    }

    /// The same where columns are stored as rows.
    private static void copyColumns(double[] b, int at, int stride, int depth, int columns, double[] to, int toAt) {
        for (int j = 0; j < columns; j += 8) {
            transpose(b, at + j * stride, stride, Math.min(8, columns - j), depth, to, toAt + j, Tile.COLUMNS);
        }
    }

    private void copyA(double[] a, int at, int depth, int height, int to) {
        for (int i = 0; i < height; i += Tile.ROWS) {
            int rows = Math.min(Tile.ROWS, height - i);
            if (aRow == 1) {
                for (int p = 0; p < depth; p++) {
                    System.arraycopy(a, at + i + p * aColumn, left, to + i * depth + p * Tile.ROWS, rows);
                }
            } else {
                transpose(a, at + i * aRow, aRow, rows, depth, left, to + i * depth, Tile.ROWS);
            }
        }
    }

    /// Up to 8 rows of `count` elements become columns at a distance of `step`.
    private static void transpose(double[] x, int at, int stride, int rows, int count, double[] y, int yAt, int step) {
        if (rows < 8) {
            for (int i = 0; i < rows; i++) {
                for (int p = 0; p < count; p++) {
                    y[yAt + p * step + i] = x[at + i * stride + p];
                }
            }
            return;
        }
        int to = yAt;
        for (int p = at; p < at + count; p++) {
            y[to] = x[p];
            y[to + 1] = x[p + stride];
            y[to + 2] = x[p + 2 * stride];
            y[to + 3] = x[p + 3 * stride];
            y[to + 4] = x[p + 4 * stride];
            y[to + 5] = x[p + 5 * stride];
            y[to + 6] = x[p + 6 * stride];
            y[to + 7] = x[p + 7 * stride];
            to += step;
        }
    }

    private static int whole(int size, int step) {
        return (size + step - 1) / step * step;
    }
}
