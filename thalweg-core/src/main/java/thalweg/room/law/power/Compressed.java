package thalweg.room.law.power;

import java.util.Arrays;
import thalweg.linalg.LeastSquares;
import thalweg.linalg.Qr;

/// A table of any length pressed into a square one with the same products: rows are taken into the triangle `R`
/// of `A = Q R` block by block and forgotten, so least squares over any of the columns needs no memory for the
/// rows. Golub and Van Loan, Matrix Computations, section 6.5 (block updating of QR).
final class Compressed {
    private static final int BLOCK = 512;

    private final int columns;
    private final double[] buffer;
    private int filled;

    Compressed(int columns) {
        this.columns = columns;
        this.buffer = new double[(BLOCK + columns) * columns];
    }

    /// Takes one row.
    void add(double[] row) {
        if (filled == BLOCK + columns) {
            press();
        }
        System.arraycopy(row, 0, buffer, filled * columns, columns);
        filled++;
    }

    private void press() {
        Qr qr = Qr.of(Arrays.copyOf(buffer, filled * columns), filled, columns);
        double[] r = qr.r();
        int[] pivot = qr.pivot();
        int rows = Math.min(filled, columns);
        for (int i = 0; i < rows; i++) {
            for (int p = 0; p < columns; p++) {
                buffer[i * columns + pivot[p]] = r[i * columns + p];
            }
        }
        filled = rows;
    }

    /// Least squares of column `target` on the columns `inputs` over all rows taken so far.
    ///
    /// Coefficients, sum of squares, covariance and rank are those of the whole table; residuals and degrees of
    /// freedom are not.
    LeastSquares explain(int target, int... inputs) {
        if (filled > columns) {
            press();
        }
        double[] a = new double[filled * inputs.length];
        double[] b = new double[filled];
        for (int i = 0; i < filled; i++) {
            for (int j = 0; j < inputs.length; j++) {
                a[i * inputs.length + j] = buffer[i * columns + inputs[j]];
            }
            b[i] = buffer[i * columns + target];
        }
        return LeastSquares.of(a, filled, inputs.length, b);
    }
}
