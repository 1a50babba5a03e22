package thalweg.room.symmetry.invariant;

import java.util.Arrays;
import thalweg.linalg.Qr;

/// Many rows of a few columns, reduced to as many rows as columns with the same `A' A`: block by block, so that a block
/// stays in the
/// cache.
///
/// @param a row-major
record Tall(double[] a, int rows, int columns) {
    /// `columns` by `columns`, by orthogonal turns of the rows; zeros fill what is missing.
    double[] square() {
        int block = Math.max(4 * columns, 256);
        double[] stack = new double[0];
        for (int from = 0; from < rows; from += block) {
            int n = Math.min(block, rows - from);
            int above = stack.length / columns;
            double[] part = Arrays.copyOf(stack, (above + n) * columns);
            System.arraycopy(a, from * columns, part, above * columns, n * columns);
            stack = reduced(part, above + n);
        }
        return Arrays.copyOf(stack, columns * columns);
    }

    private double[] reduced(double[] part, int n) {
        Qr qr = Qr.of(part, n, columns);
        double[] r = qr.r();
        int[] pivot = qr.pivot();
        int steps = Math.min(n, columns);
        double[] out = new double[steps * columns];
        for (int i = 0; i < steps; i++) {
            for (int p = 0; p < columns; p++) {
                out[i * columns + pivot[p]] = r[i * columns + p];
            }
        }
        return out;
    }
}
