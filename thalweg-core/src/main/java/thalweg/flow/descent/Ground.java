package thalweg.flow.descent;

import static thalweg.flow.descent.Descending.HEIGHT;
import static thalweg.flow.descent.Descending.SLOPE;

import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.flow.Ending;
import thalweg.landscape.Coordinates;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;

/// The flat door of a descent's energy, opened at its beginning and kept for places of that shape.
final class Ground<S> {
    private final Energy<S> energy;
    private volatile @Nullable Known<S> known;

    private record Known<S>(Flat<S> door, Coordinates<S> coordinates) {}

    Ground(Energy<S> energy) {
        this.energy = energy;
    }

    /// The door for a place; checks that it has the shape of the first.
    synchronized Flat<S> at(S place) {
        Known<S> now = known;
        if (now == null) {
            now = new Known<>(energy.flat(place), Coordinates.of(place));
            known = now;
        } else {
            now.coordinates.flat(place);
        }
        return now.door;
    }

    Flat<S> door() {
        return open().door;
    }

    private Known<S> open() {
        Known<S> now = known;
        if (now == null) {
            throw new Misuse(
                    "a step of a flow that has not begun", "begin first", "run it by Run.of(flow, start, key)");
        }
        return now;
    }

    /// The ending of a descent whose height or slope left the numbers, else null.
    @Nullable
    Ending ending(Descending<?> now, long step) {
        double height = now.tally()[HEIGHT];
        double slope = now.tally()[SLOPE];
        if (Double.isFinite(height) && Double.isFinite(slope)) {
            return null;
        }
        String where = Double.isFinite(height) ? "the slope" : "the energy";
        for (int i = 0; i < now.x().length; i++) {
            if (!Double.isFinite(now.x()[i])) {
                where = open().coordinates.name(i);
                break;
            }
        }
        return new Ending.Diverged(
                where + " is not finite after step " + step + ": take steps below 2 over the largest curvature",
                step,
                where);
    }
}
