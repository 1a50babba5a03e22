package thalweg.flow.motion;

import org.jspecify.annotations.Nullable;
import thalweg.flow.Ending;
import thalweg.landscape.Coordinates;

/// Whether coordinates are still numbers.
final class Sound {
    private Sound() {}

    static boolean finite(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v * 0;
        }
        return sum == 0;
    }

    /// The ending of a motion whose coordinates left the numbers, null if all are finite.
    static @Nullable Ending ending(double[] x, Coordinates<?> coordinates, String prefix, long step) {
        if (finite(x)) {
            return null;
        }
        int i = 0;
        while (Double.isFinite(x[i])) {
            i++;
        }
        String where = prefix + coordinates.name(i);
        return new Ending.Diverged(
                where + " is " + x[i] + " after step " + step + ": take a smaller step", step, where);
    }
}
