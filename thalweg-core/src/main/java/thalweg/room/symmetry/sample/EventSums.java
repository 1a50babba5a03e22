package thalweg.room.symmetry.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Bodies gathered into events with one row before and one after.
///
/// @param late 0 before, 1 after, by entry
record EventSums(List<String> names, List<String> group, double[] late, double[][] columns, int[] whole) {
    Reading reading(
            Map<String, String> units, List<String> warnings, String mass, List<String> velocity, boolean unlabelled) {
        double[][] keys = new double[columns.length + 1][];
        keys[0] = late;
        System.arraycopy(columns, 0, keys, 1, columns.length);
        int[] order = GroupOrder.of(group, keys);
        int[] bound = GroupOrder.starts(group, order);
        List<Integer> kept = new ArrayList<>();
        List<Integer> row = new ArrayList<>();
        int events = 0;
        for (int g = 0; g + 1 < bound.length; g++) {
            boolean both = late[order[bound[g]]] == 0 && late[order[bound[g + 1] - 1]] == 1;
            for (int i = bound[g]; i < bound[g + 1] && both; i++) {
                kept.add(order[i]);
                row.add(2 * events + (int) late[order[i]]);
            }
            events += both ? 1 : 0;
        }
        int left = bound.length - 1 - events;
        if (left > 0) {
            warnings.add(left + " of " + (bound.length - 1) + " events have no rows before or none after.");
        }
        int[] entries = kept.stream().mapToInt(i -> i).toArray();
        double[][] sorted = new double[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            sorted[c] = GroupOrder.pick(columns[c], entries);
        }
        int count = events;
        Groups groups = new Groups(
                names,
                sorted,
                row.stream().mapToInt(i -> i).toArray(),
                IntStream.rangeClosed(0, count).map(g -> 2 * g).toArray(),
                null,
                velocity,
                IntStream.of(entries).map(i -> whole[i] + 1).toArray());
        if (unlabelled) {
            warnings.add("No column says which rows belong to one event; all rows were taken as one.");
        }
        return new Reading(groups, units, List.of(), warnings, true, mass, velocity);
    }
}
