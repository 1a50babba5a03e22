package thalweg.array.run;

import java.util.Arrays;
import thalweg.array.kernel.Blas;

/// A contraction in the form `C_b = A_b B_b`, each operand as stored or transposed.
///
/// @param batch products, one after another
/// @param split which of the dimensions runs along the rows of a frame
/// @param partial whether the rows are summed over, so that tiles add to one result
record Product(
        Ref a,
        Ref b,
        Ref c,
        boolean transposeA,
        boolean transposeB,
        int batch,
        int m,
        int n,
        int k,
        Split split,
        boolean partial)
        implements Instruction {
    /// Which dimension is the rows of a frame.
    enum Split {
        NONE,
        BATCH,
        M,
        N,
        K
    }

    private static final int TINY = 512;

    @Override
    public void run(Frame frame) {
        int products = split == Split.BATCH ? batch * frame.rows : batch;
        int rows = split == Split.M ? m * frame.rows : m;
        int columns = split == Split.N ? n * frame.rows : n;
        int inner = split == Split.K ? k * frame.rows : k;
        boolean add = partial && !frame.first;
        double[] x = a.reals(frame);
        double[] y = b.reals(frame);
        double[] z = c.reals(frame);
        int xAt = a.at(frame);
        int yAt = b.at(frame);
        int zAt = c.at(frame);
        boolean tiny = (long) rows * columns * inner <= TINY;
        for (int p = 0; p < products; p++) {
            if (tiny) {
                tiny(rows, columns, inner, x, xAt, y, yAt, z, zAt, add);
            } else {
                Blas.gemm(
                        transposeA,
                        transposeB,
                        rows,
                        columns,
                        inner,
                        1,
                        x,
                        xAt,
                        transposeA ? rows : inner,
                        y,
                        yAt,
                        transposeB ? inner : columns,
                        add ? 1 : 0,
                        z,
                        zAt,
                        columns);
            }
            xAt += rows * inner;
            yAt += inner * columns;
            zAt += rows * columns;
        }
    }

    private void tiny(
            int rows,
            int columns,
            int inner,
            double[] x,
            int xAt,
            double[] y,
            int yAt,
            double[] z,
            int zAt,
            boolean add) {
        if (!add) {
            Arrays.fill(z, zAt, zAt + rows * columns, 0);
        }
        int xRow = transposeA ? 1 : inner;
        int xStep = transposeA ? rows : 1;
        int yRow = transposeB ? 1 : columns;
        int yStep = transposeB ? inner : 1;
        for (int i = 0; i < rows; i++) {
            for (int l = 0; l < inner; l++) {
                double factor = x[xAt + i * xRow + l * xStep];
                for (int j = 0; j < columns; j++) {
                    z[zAt + i * columns + j] += factor * y[yAt + l * yRow + j * yStep];
                }
            }
        }
    }
}
