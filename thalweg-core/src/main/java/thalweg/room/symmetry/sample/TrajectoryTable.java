package thalweg.room.symmetry.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.Column;
import thalweg.data.Dataset;

/// Trajectories as rows: which trajectory, perhaps when, and where.
///
/// @param trajectory the column that tells trajectories apart, null to recognise it
/// @param time the column of the time, null to recognise it
/// @param coordinates empty for all other numeric columns
/// @param units that replace those of the header
public record TrajectoryTable(
        Dataset table,
        @Nullable String trajectory,
        @Nullable String time,
        List<String> coordinates,
        Map<String, String> units) {
    /// Reads the table; the order of its rows does not matter.
    ///
    /// @throws Misuse if columns are missing or hold no numbers
    public Reading read() {
        String id = trajectory != null
                ? table.column(trajectory).name()
                : Recognised.of(Recognised.TRAJECTORY, table)
                        .orElseThrow(() -> new Misuse(
                                "no column that tells trajectories apart in " + table.name() + ": "
                                        + String.join(
                                                ", ",
                                                table.columns().stream()
                                                        .map(Column::name)
                                                        .toList()),
                                "a column of trajectory names or numbers, such as id",
                                "name it with --trajectory, or events with --event and --phase"));
        String clock = time != null
                ? table.number(time).name()
                : Recognised.of(Recognised.TIME, table).orElse("");
        List<String> warnings = new ArrayList<>();
        List<String> names = coordinates.isEmpty() ? rest(id, clock) : coordinates;
        if (names.isEmpty()) {
            throw new Misuse(
                    "no numeric column beside " + id + " in " + table.name(), "at least one coordinate", "add columns");
        }
        names.forEach(table::number);
        List<String> wanted = new ArrayList<>(names);
        if (!clock.isEmpty()) {
            wanted.add(clock);
        }
        List<String> groups = table.texts(id);
        double[][] all = table.numbers(wanted);
        int[] whole = IntStream.range(0, groups.size())
                .filter(i -> Arrays.stream(all).allMatch(c -> Double.isFinite(c[i])))
                .toArray();
        if (whole.length < groups.size()) {
            warnings.add(
                    (groups.size() - whole.length) + " of " + groups.size() + " rows have gaps and were left out.");
        }
        List<String> group = IntStream.of(whole).mapToObj(groups::get).toList();
        double[][] columns =
                Arrays.stream(all).map(c -> GroupOrder.pick(c, whole)).toArray(double[][]::new);
        Map<String, String> known = SameUnits.convert(table, names, columns, units, warnings);
        return arranged(names, group, columns, !clock.isEmpty(), known, warnings, whole);
    }

    private static Reading arranged(
            List<String> names,
            List<String> group,
            double[][] columns,
            boolean timed,
            Map<String, String> units,
            List<String> warnings,
            int[] whole) {
        int d = names.size();
        double[][] keys = new double[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            keys[c] = columns[timed ? (c + d) % (d + 1) : c];
        }
        int[] order = GroupOrder.of(group, keys);
        int[] start = GroupOrder.starts(group, order);
        double[][] sorted = new double[d][];
        for (int c = 0; c < d; c++) {
            sorted[c] = GroupOrder.pick(columns[c], order);
        }
        List<String> noisy = new ArrayList<>();
        List<String> fixed = new ArrayList<>();
        for (int c = 0; c < d; c++) {
            (isFixed(sorted[c], start) ? fixed : noisy).add(names.get(c));
        }
        Groups groups = new Groups(
                names,
                sorted,
                IntStream.range(0, order.length).toArray(),
                start,
                timed ? GroupOrder.pick(columns[d], order) : null,
                List.copyOf(noisy),
                IntStream.of(order).map(i -> whole[i] + 1).toArray());
        return new Reading(groups, units, fixed, warnings, false, "", List.of());
    }

    private static boolean isFixed(double[] x, int[] start) {
        for (int g = 0; g + 1 < start.length; g++) {
            for (int i = start[g]; i < start[g + 1]; i++) {
                if (x[i] != x[start[g]]) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<String> rest(String id, String clock) {
        return table.numeric().stream()
                .map(Column::name)
                .filter(name -> !name.equals(id)
                        && !name.equals(clock)
                        && !name.endsWith("_error")
                        && !Recognised.is(Recognised.COUNT, name))
                .toList();
    }
}
