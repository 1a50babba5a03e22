package thalweg.room.symmetry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.study.Knob;

/// Which columns of a table of events are what.
record EventColumns(
        @Knob("column that tells events apart; recognised by names such as event") @Nullable
        String event,

        @Knob("column of the phase, with its two words as COLUMN:before,after") @Nullable
        String phase,

        @Knob("column of the mass; recognised as m or mass") @Nullable
        String mass,

        @Knob("columns of the velocity; recognised as v or vx, vy, vz")
        List<String> velocity) {
    EventColumns() {
        this(null, null, null, List.of());
    }

    boolean asked() {
        return event != null || phase != null || mass != null || !velocity.isEmpty();
    }
}
