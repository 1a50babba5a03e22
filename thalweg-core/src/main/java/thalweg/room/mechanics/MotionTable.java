package thalweg.room.mechanics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.data.Dataset;
import thalweg.room.mechanics.field.Path;

/// Columns of a table of motion taken apart into trajectories.
final class MotionTable {
    private MotionTable() {}

    /// Columns side by side, row by row; every cell a finite number.
    static double[] numbers(Dataset table, List<String> names) {
        if (names.isEmpty()) {
            return new double[0];
        }
        double[][] column = table.numbers(names);
        int rows = column[0].length;
        double[] all = new double[rows * names.size()];
        for (int c = 0; c < names.size(); c++) {
            for (int i = 0; i < rows; i++) {
                if (!Double.isFinite(column[c][i])) {
                    throw new Misuse(
                            (Double.isNaN(column[c][i]) ? "nothing (or nan)" : column[c][i] + "") + " in row " + (i + 1)
                                    + " of \"" + names.get(c) + "\"",
                            "a finite number in every row",
                            "leave that row out");
                }
                all[i * names.size() + c] = column[c][i];
            }
        }
        return all;
    }

    /// The trajectory of each row: by its column, else a new one wherever time runs back.
    static int[] groups(Dataset table, @Nullable String column, double[] time, int rows) {
        int[] group = new int[rows];
        if (column != null) {
            Map<String, Integer> known = new LinkedHashMap<>();
            List<String> ids = table.texts(column);
            for (int i = 0; i < rows; i++) {
                group[i] = known.computeIfAbsent(ids.get(i).strip(), id -> known.size());
            }
            return group;
        }
        for (int i = 1; i < time.length; i++) {
            group[i] = group[i - 1] + (time[i] <= time[i - 1] ? 1 : 0);
        }
        return group;
    }

    /// Rows to learn from and rows held out: whole trajectories where there are several.
    static int[][] split(int[] group, int rows, double share, Key key) {
        int groups = Arrays.stream(group).max().orElse(0) + 1;
        int units = groups > 1 ? groups : rows;
        if (rows < 5) {
            throw new Misuse(rows + " rows", "at least 5", "add rows");
        }
        int count = Math.clamp(Math.round(share * units), 1, units - 1);
        boolean[] chosen = new boolean[units];
        int[] order = key.permutation(units);
        for (int i = 0; i < count; i++) {
            chosen[order[i]] = true;
        }
        return new int[][] {
            IntStream.range(0, rows)
                    .filter(i -> !chosen[groups > 1 ? group[i] : i])
                    .toArray(),
            IntStream.range(0, rows)
                    .filter(i -> chosen[groups > 1 ? group[i] : i])
                    .toArray()
        };
    }

    /// The rows in the order of [#paths].
    static int[] order(int[] group, int rows) {
        return IntStream.range(0, rows)
                .boxed()
                .sorted((i, j) -> Integer.compare(group[i], group[j]))
                .mapToInt(i -> i)
                .toArray();
    }

    /// Trajectories of two tables side by side.
    static List<Path> paths(double[] x, double[] y, double[] time, int[] group, int wide) {
        double[] both = new double[2 * x.length];
        for (int i = 0; i < x.length / wide; i++) {
            System.arraycopy(x, i * wide, both, i * 2 * wide, wide);
            System.arraycopy(y, i * wide, both, i * 2 * wide + wide, wide);
        }
        boolean[] all = new boolean[group.length];
        Arrays.fill(all, true);
        return time.length == 0 ? List.of() : held(both, time, group, all, 2 * wide);
    }

    /// The trajectories of the rows marked, in the order of their groups.
    static List<Path> held(double[] states, double[] time, int[] group, boolean[] marked, int wide) {
        List<Path> paths = new ArrayList<>();
        int groups = Arrays.stream(group).max().orElse(0) + 1;
        for (int g = 0; g < groups; g++) {
            int part = g;
            int[] rows = IntStream.range(0, group.length)
                    .filter(i -> group[i] == part && marked[i])
                    .toArray();
            double[] t = Arrays.stream(rows).mapToDouble(i -> time[i]).toArray();
            double[] x = new double[rows.length * wide];
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(states, rows[i] * wide, x, i * wide, wide);
                if (i > 0 && !(t[i] > t[i - 1])) {
                    throw new Misuse(
                            "time " + t[i] + " after " + t[i - 1] + " in row " + (rows[i] + 1),
                            "times that increase along a trajectory",
                            "sort the rows, or name the column of trajectories by --trajectory");
                }
            }
            if (rows.length > 0) {
                paths.add(new Path("" + (g + 1), t, x));
            }
        }
        return paths;
    }
}
