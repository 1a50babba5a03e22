package thalweg.room.mechanics.field;

import thalweg.array.kernel.Blas;

/// The matrix `A = [G y]' [G y]` of a linear least-squares problem, summed over blocks of rows.
///
/// @param columns of `G`; `y` has `targets` columns behind them
/// @param matrix `(columns + targets)^2`, of which the upper triangle is summed
record Gram(int columns, int targets, long rows, double[] matrix) {
    private static final int STRIP = 128;

    /// Writes a block of rows `[G y]`.
    @FunctionalInterface
    interface Writer {
        void write(int from, int rows, double[] out);
    }

    /// Sums over `count` items of `each` rows, in blocks.
    static Gram of(int columns, int targets, int count, int each, Writer writer) {
        int stride = columns + targets;
        int block = Math.max(1, Math.min(count, 4_000_000 / (stride * each)));
        double[] part = new double[block * each * stride];
        double[] a = new double[stride * stride];
        for (int from = 0; from < count; from += block) {
            int n = Math.min(block, count - from);
            writer.write(from, n, part);
            for (int i = 0; i < stride; i += STRIP) {
                int high = Math.min(STRIP, stride - i);
                Blas.gemm(
                        true,
                        false,
                        high,
                        stride - i,
                        n * each,
                        1,
                        part,
                        i,
                        stride,
                        part,
                        i,
                        stride,
                        1,
                        a,
                        i * stride + i,
                        stride);
            }
        }
        return new Gram(columns, targets, (long) count * each, a);
    }

    double at(int i, int j) {
        return i <= j ? matrix[i * (columns + targets) + j] : matrix[j * (columns + targets) + i];
    }

    /// `G' G` with `diagonal` added on the diagonal, `columns` by `columns`.
    double[] normal(double diagonal) {
        double[] m = new double[columns * columns];
        for (int i = 0; i < columns; i++) {
            for (int j = i; j < columns; j++) {
                m[i * columns + j] = at(i, j);
                m[j * columns + i] = at(i, j);
            }
            m[i * columns + i] += diagonal;
        }
        return m;
    }

    /// `G' y` of target `t`.
    double[] right(int t) {
        double[] b = new double[columns];
        for (int i = 0; i < columns; i++) {
            b[i] = at(i, columns + t);
        }
        return b;
    }

    /// `y' y` over all targets.
    double total() {
        double sum = 0;
        for (int t = 0; t < targets; t++) {
            sum += at(columns + t, columns + t);
        }
        return sum;
    }
}
