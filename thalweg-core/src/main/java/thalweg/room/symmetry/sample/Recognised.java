package thalweg.room.symmetry.sample;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import thalweg.data.Column;
import thalweg.data.Dataset;

/// Columns known by their names.
final class Recognised {
    static final List<String> TRAJECTORY = List.of(
            "trajectory", "trajectory_id", "traj", "id", "run", "orbit", "path", "experiment", "series", "group");
    static final List<String> TIME = List.of("t", "time");
    static final List<String> EVENT = List.of("event", "event_id", "collision", "id", "event_number");
    static final List<String> PHASE = List.of("phase", "when", "stage", "state");
    static final List<String> MASS = List.of("mass", "m");
    static final List<String> COUNT = List.of("step", "index", "sample", "frame", "n", "body", "particle");

    private Recognised() {}

    static Optional<String> of(List<String> words, Dataset table) {
        for (String word : words) {
            for (Column column : table.columns()) {
                if (column.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return Optional.of(column.name());
                }
            }
        }
        return Optional.empty();
    }

    static boolean is(List<String> words, String name) {
        return words.contains(name.toLowerCase(Locale.ROOT));
    }
}
