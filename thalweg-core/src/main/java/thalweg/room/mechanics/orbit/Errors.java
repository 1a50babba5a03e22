package thalweg.room.mechanics.orbit;

import java.util.Arrays;

/// How far a conserved quantity strays along a track, in units of its own size.
///
/// @param name of the quantity
/// @param first its value at the start
/// @param scale the unit: `|first|`, or the range of what it is made of where that is much larger
/// @param relative `(value - first) / scale` at each record
public record Errors(String name, double first, double scale, double[] relative) {
    private static final double SMALL = 1e-3;

    /// @param range a size of the quantity's parts, to be the unit where the quantity itself is near 0
    static Errors of(Invariant invariant, Track track, double range) {
        double first = invariant.at(track.states()[0]);
        double scale = Math.abs(first) > SMALL * range ? Math.abs(first) : range;
        if (!(scale > 0)) {
            scale = 1;
        }
        double[] relative = new double[track.count()];
        for (int i = 0; i < relative.length; i++) {
            relative[i] = (invariant.at(track.states()[i]) - first) / scale;
        }
        return new Errors(invariant.name(), first, scale, relative);
    }

    /// The largest; infinite where a value is no number.
    double largest() {
        double largest = 0;
        for (double error : relative) {
            largest = Double.isNaN(error) ? Double.POSITIVE_INFINITY : Math.max(largest, Math.abs(error));
        }
        return largest;
    }

    /// The change by a straight line through the whole, `slope * (last time - first)`.
    double drift(double[] times) {
        int n = times.length;
        if (n < 3) {
            return Double.NaN;
        }
        double t = Arrays.stream(times).sum() / n;
        double e = Arrays.stream(relative).sum() / n;
        double across = 0;
        double square = 0;
        for (int i = 0; i < n; i++) {
            across += (times[i] - t) * (relative[i] - e);
            square += (times[i] - t) * (times[i] - t);
        }
        return across / square * (times[n - 1] - times[0]);
    }

    /// The first record at which the error passes a bound, -1 if none does.
    int passes(double bound) {
        for (int i = 0; i < relative.length; i++) {
            if (!(Math.abs(relative[i]) <= bound)) {
                return i;
            }
        }
        return -1;
    }
}
