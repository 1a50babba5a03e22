package thalweg.room.symmetry.sample;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The order in which rows are read, whatever their order in a file: by name of their group, by time, by their numbers.
final class GroupOrder {
    private GroupOrder() {}

    /// The rows sorted by group and then by the columns given, the first most.
    static int[] of(List<String> group, double[][] columns) {
        Comparator<Integer> order = Comparator.comparing(group::get, GroupOrder::compare);
        for (double[] column : columns) {
            order = order.thenComparingDouble(i -> column[i]);
        }
        return IntStream.range(0, group.size())
                .boxed()
                .sorted(order)
                .mapToInt(i -> i)
                .toArray();
    }

    /// Numbers by size, before words by letter.
    private static int compare(String a, String b) {
        double x = number(a);
        double y = number(b);
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.isNaN(x) && Double.isNaN(y) ? a.compareTo(b) : Double.isNaN(x) ? 1 : -1;
        }
        return x == y ? a.compareTo(b) : Double.compare(x, y);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /// Where groups begin among sorted rows, and their number at the end.
    static int[] starts(List<String> group, int[] order) {
        int[] start = new int[order.length + 1];
        int count = 0;
        for (int i = 0; i < order.length; i++) {
            if (i == 0
                    || !group.get(order[i])
                            .strip()
                            .equals(group.get(order[i - 1]).strip())) {
                start[count++] = i;
            }
        }
        start[count] = order.length;
        return Arrays.copyOf(start, count + 1);
    }

    static double[] pick(double[] x, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> x[i]).toArray();
    }
}
