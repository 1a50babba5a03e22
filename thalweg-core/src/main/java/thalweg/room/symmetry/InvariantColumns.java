package thalweg.room.symmetry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.study.Knob;

/// Which columns of a table of trajectories are what.
record InvariantColumns(
        @Knob("column that tells trajectories apart; recognised by names such as id") @Nullable
        String trajectory,

        @Knob("column of the time, if there is one; recognised as t or time") @Nullable
        String time,

        @Knob("columns of the coordinates; all other numeric ones if left out")
        List<String> coordinates) {
    InvariantColumns() {
        this(null, null, List.of());
    }
}
