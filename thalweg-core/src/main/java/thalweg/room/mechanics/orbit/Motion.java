package thalweg.room.mechanics.orbit;

import java.util.List;

/// A motion to be followed: where it starts, its law, and what it must keep.
///
/// @param name as a sentence calls it
/// @param names of the coordinates: places, then momenta or velocities
/// @param start one number a coordinate
/// @param energy what is conserved first of all
/// @param invariants what else is conserved
/// @param angles whether a coordinate is an angle, the same after 2 pi
/// @param period the known time of return from this start, NaN where none is known
/// @param source of that period
/// @param span for how long it is followed if nothing is said, NaN for ten turns
public record Motion(
        String name,
        List<String> names,
        double[] start,
        Law law,
        Invariant energy,
        List<Invariant> invariants,
        boolean[] angles,
        double period,
        String source,
        double span) {
    /// The number of places, half that of coordinates.
    int half() {
        return names.size() / 2;
    }

    boolean separable() {
        return law instanceof Law.Parts;
    }

    /// `a - b`, angles taken the short way round.
    double difference(int coordinate, double a, double b) {
        double d = a - b;
        return angles[coordinate] ? d - 2 * Math.PI * Math.rint(d / (2 * Math.PI)) : d;
    }

    /// The distance of two states, all coordinates counted alike.
    double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double d = difference(i, a[i], b[i]);
            sum += d * d;
        }
        return Math.sqrt(sum);
    }
}
