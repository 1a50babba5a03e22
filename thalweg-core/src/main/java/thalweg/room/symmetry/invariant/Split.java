package thalweg.room.symmetry.invariant;

import java.util.ArrayList;
import java.util.List;

/// The rows of some groups: every second group learns, the others judge.
///
/// @param rows row numbers, group by group
/// @param start where each group begins among them, and their number at the end
record Split(int[] rows, int[] start) {
    /// @param parity 0 for the groups that learn, 1 for those that judge, -1 for all
    static Split of(int[] start, int parity) {
        List<Integer> rows = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (int g = 0; g + 1 < start.length; g++) {
            if (parity < 0 || g % 2 == parity) {
                starts.add(rows.size());
                for (int i = start[g]; i < start[g + 1]; i++) {
                    rows.add(i);
                }
            }
        }
        starts.add(rows.size());
        return new Split(
                rows.stream().mapToInt(i -> i).toArray(),
                starts.stream().mapToInt(i -> i).toArray());
    }

    int groups() {
        return start.length - 1;
    }

    int size() {
        return rows.length;
    }

    /// What is left for scatter within groups.
    int freedom() {
        return Math.max(1, size() - groups());
    }

    /// The standard deviation of a column within the groups, over that in all, in these rows; 1 where nothing varies.
    double ratio(double[] column) {
        double[] x = new double[rows.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = column[rows[i]];
        }
        double within = within(x);
        double total = total(x);
        return total > 0 ? Math.sqrt(within / total) : 1;
    }

    /// The variance within groups of numbers that stand as [#rows].
    double within(double[] x) {
        double sum = 0;
        for (int g = 0; g + 1 < start.length; g++) {
            sum += squares(x, start[g], start[g + 1]);
        }
        return sum / freedom();
    }

    double total(double[] x) {
        return squares(x, 0, x.length) / Math.max(1, x.length - 1);
    }

    private static double squares(double[] x, int from, int to) {
        double mean = 0;
        for (int i = from; i < to; i++) {
            mean += x[i];
        }
        mean /= Math.max(1, to - from);
        double rest = 0;
        for (int i = from; i < to; i++) {
            rest += x[i] - mean;
        }
        mean += rest / Math.max(1, to - from);
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (x[i] - mean) * (x[i] - mean);
        }
        return sum;
    }
}
