package thalweg.array.run;

import java.util.Arrays;
import thalweg.array.kernel.Gate;

/// Sums down the columns of a row-major matrix, each in the order of the rows.
final class Columns {
    private static final boolean VECTORS = Gate.vectors();
    private static final double[] MATRIX = new double[64 * 64];
    private static final double[] TOTAL = new double[64];
    private static final Gate GATE = new Gate(
            "columns",
            () -> plain(MATRIX, 0, 64, 64, 0, 64, TOTAL, 0),
            () -> ColumnsLanes.add(MATRIX, 0, 64, 64, TOTAL, 0));

    private Columns() {}

    /// `to[place + j] = sum_i from[at + i inner + j]` for `i` in `0 .. n - 1` and `j` in `0 .. inner - 1`.
    ///
    /// @param add whether to add to what `to` holds
    static void sum(double[] from, int at, int n, int inner, double[] to, int place, boolean add) {
        if (!add) {
            Arrays.fill(to, place, place + inner, 0);
        }
        int done = VECTORS && GATE.open() ? ColumnsLanes.add(from, at, n, inner, to, place) : 0;
        plain(from, at, n, inner, done, inner, to, place);
    }

    private static void plain(double[] x, int at, int n, int inner, int first, int end, double[] to, int place) {
        for (int j = first; j < end; j++) {
            double total = to[place + j];
            for (int i = 0; i < n; i++) {
                total += x[at + i * inner + j];
            }
            to[place + j] = total;
        }
    }
}
