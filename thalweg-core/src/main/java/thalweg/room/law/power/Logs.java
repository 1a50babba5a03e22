package thalweg.room.law.power;

import java.util.List;
import thalweg.array.Misuse;

/// Rows of positive quantities, turned into natural logarithms one row at a time.
final class Logs {
    private final List<String> names;

    /// @param names of the columns as they come, the target first, then the factors
    Logs(List<String> names) {
        this.names = List.copyOf(names);
    }

    int factors() {
        return names.size() - 1;
    }

    /// The logarithms of row `i` of a block: `[ln x_1, .., ln x_K, ln y]`.
    ///
    /// @param row number of the row in the whole table, from 0
    /// @throws Misuse for a number that is not positive and finite, with its row and column
    void take(double[][] block, int i, long row, double[] into) {
        for (int c = 0; c < names.size(); c++) {
            double value = block[c][i];
            if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
                throw new Misuse(
                        (Double.isNaN(value) ? "nothing" : String.valueOf(value)) + " in column \"" + names.get(c)
                                + "\", row " + (row + 1),
                        "positive numbers: a power law lives in logarithms",
                        "leave out the row, or add an offset");
            }
            into[c == 0 ? names.size() - 1 : c - 1] = StrictMath.log(value);
        }
    }
}
