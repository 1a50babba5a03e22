package thalweg.array.kernel;

import java.util.Arrays;

/// Our matrix product in plain loops that the compiler turns into vector code.
///
/// The order of operations is part of the contract and shared with [PackedProduct]: `k` is cut into
/// blocks of [#depth]; within a block an element is a chain of fma from zero, and each block is then added to `C` by
/// one
/// fma with `alpha`.
final class PlainProduct implements Product {
    private static final int DEPTH = 192;
    private static final int WIDTH = 512;

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
        scale(m, n, beta, c, cAt, cStride);
        int width = Math.min(n, WIDTH);
        int deepest = depth(k);
        double[] sums = new double[4 * width];
        double[] panel = transposeB ? new double[deepest * width] : b;
        int aRow = transposeA ? 1 : aStride;
        int aColumn = transposeA ? aStride : 1;
        for (int p = 0; p < k; p += deepest) {
            int depth = Math.min(deepest, k - p);
            for (int j = 0; j < n; j += width) {
                int columns = Math.min(width, n - j);
                int panelAt = bAt + p * bStride + j;
                int panelStride = bStride;
                if (transposeB) {
                    transpose(b, bAt + j * bStride + p, bStride, columns, depth, panel);
                    panelAt = 0;
                    panelStride = columns;
                }
                for (int i = 0; i < m; i += 4) {
                    int rows = Math.min(4, m - i);
                    int from = aAt + i * aRow + p * aColumn;
                    Arrays.fill(sums, 0);
                    if (rows == 4) {
                        four(depth, columns, a, from, aRow, aColumn, panel, panelAt, panelStride, sums, width);
                    } else {
                        for (int r = 0; r < rows; r++) {
                            one(
                                    depth,
                                    columns,
                                    a,
                                    from + r * aRow,
                                    aColumn,
                                    panel,
                                    panelAt,
                                    panelStride,
                                    sums,
                                    r * width);
                        }
                    }
                    for (int r = 0; r < rows; r++) {
                        add(columns, alpha, sums, r * width, c, cAt + (i + r) * cStride + j);
                    }
                }
            }
        }
    }

    /// The depth of the blocks of `k`: equal, the last perhaps less.
    static int depth(int k) {
        int blocks = Math.max(1, (k + DEPTH - 1) / DEPTH);
        return Math.max(1, (k + blocks - 1) / blocks);
    }

    @Override
    public String name() {
        return "products: ours, plain loops";
    }

    static void scale(int m, int n, double beta, double[] c, int cAt, int cStride) {
        if (beta == 1) {
            return;
        }
        for (int i = 0; i < m; i++) {
            int at = cAt + i * cStride;
            if (beta == 0) {
                Arrays.fill(c, at, at + n, 0);
            } else {
                for (int j = 0; j < n; j++) {
                    c[at + j] *= beta;
                }
            }
        }
    }

    private static void four(
            int depth,
            int columns,
            double[] a,
            int aAt,
            int aRow,
            int aColumn,
            double[] b,
            int bAt,
            int bStride,
            double[] sums,
            int width) {
        for (int p = 0; p < depth; p++) {
            int at = aAt + p * aColumn;
            double a0 = a[at];
            double a1 = a[at + aRow];
            double a2 = a[at + 2 * aRow];
            double a3 = a[at + 3 * aRow];
            int row = bAt + p * bStride;
            for (int j = 0; j < columns; j++) {
                double x = b[row + j];
                sums[j] = Math.fma(a0, x, sums[j]);
                sums[width + j] = Math.fma(a1, x, sums[width + j]);
                sums[2 * width + j] = Math.fma(a2, x, sums[2 * width + j]);
                sums[3 * width + j] = Math.fma(a3, x, sums[3 * width + j]);
            }
        }
    }

    private static void one(
            int depth,
            int columns,
            double[] a,
            int aAt,
            int aColumn,
            double[] b,
            int bAt,
            int bStride,
            double[] sums,
            int at) {
        for (int p = 0; p < depth; p++) {
            double x = a[aAt + p * aColumn];
            int row = bAt + p * bStride;
            for (int j = 0; j < columns; j++) {
                sums[at + j] = Math.fma(x, b[row + j], sums[at + j]);
            }
        }
    }

    private static void add(int n, double alpha, double[] sums, int at, double[] c, int cAt) {
        for (int j = 0; j < n; j++) {
            c[cAt + j] = Math.fma(alpha, sums[at + j], c[cAt + j]);
        }
    }

    private static void transpose(double[] b, int at, int stride, int rows, int columns, double[] panel) {
        for (int i = 0; i < rows; i++) {
            for (int p = 0; p < columns; p++) {
                panel[p * rows + i] = b[at + i * stride + p];
            }
        }
    }
}
