package thalweg.room.mechanics.orbit;

import thalweg.array.Key;
import thalweg.flow.Flow;
import thalweg.flow.Run;
import thalweg.flow.motion.Moving;
import thalweg.landscape.Coordinates;

/// A flow and the place it starts from.
record Course<S>(Flow<S, Moving> flow, S start) {
    Run<S, Moving> run() {
        return Run.of(flow, start, Key.of(0));
    }

    double[] flat(S place) {
        return Coordinates.of(start).flat(place);
    }

    /// The coordinates after some steps.
    double[] after(long steps) {
        return flat(run().steps(steps).last());
    }
}
