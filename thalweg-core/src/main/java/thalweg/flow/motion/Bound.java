package thalweg.flow.motion;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.landscape.Coordinates;

/// A door made at a flow's first beginning and kept for places of that shape: trees are flattened once, never
/// per step.
final class Bound<S, D> {
    private final Function<S, D> make;
    private volatile @Nullable Made<S, D> made;

    private record Made<S, D>(Coordinates<S> coordinates, D door) {}

    Bound(Function<S, D> make) {
        this.make = make;
    }

    /// The door for a place; checks that the place has the shape of the first.
    synchronized D at(S place) {
        Made<S, D> now = made;
        if (now == null) {
            now = new Made<>(Coordinates.of(place), make.apply(place));
            made = now;
        } else {
            now.coordinates.flat(place);
        }
        return now.door;
    }

    /// The door.
    D get() {
        return known().door;
    }

    Coordinates<S> coordinates() {
        return known().coordinates;
    }

    private Made<S, D> known() {
        Made<S, D> now = made;
        if (now == null) {
            throw new Misuse(
                    "a step of a flow that has not begun", "begin first", "run it by Run.of(flow, start, key)");
        }
        return now;
    }
}
