package thalweg.room.learning.valley;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A saddle of index 1 with the two curves of steepest descent that leave it, and the minima they end in.
///
/// @param left from the saddle down to `from`
/// @param right from the saddle down to `to`
record Pass(CriticalPoint saddle, CriticalPoint from, CriticalPoint to, Fall left, Fall right) {
    static final double TOLERANCE = 1e-11;
    static final int PIECES = 240;

    /// The pass over a saddle; null where a side does not end in a minimum.
    static @Nullable Pass over(Terrain terrain, Verdict verdict, CriticalPoint saddle) {
        List<Fall> falls = new ArrayList<>();
        List<CriticalPoint> feet = new ArrayList<>();
        for (int sign = -1; sign <= 1; sign += 2) {
            double[] side = saddle.curvature().vector(0);
            for (int i = 0; i < side.length; i++) {
                side[i] *= sign;
            }
            Fall fall = Fall.from(terrain, saddle, side, false, TOLERANCE, PIECES);
            double[] end = fall == null || !fall.arrived() ? null : new Newton(terrain).from(fall.end());
            CriticalPoint foot = end == null ? null : verdict.at(end);
            if (fall == null
                    || foot == null
                    || foot.index() > 0
                    || foot.distance(fall.end()) > 1e-2 * terrain.length()) {
                return null;
            }
            falls.add(fall);
            feet.add(foot);
        }
        return new Pass(saddle, feet.getFirst(), feet.getLast(), falls.getFirst(), falls.getLast());
    }

    /// The same pass walked the other way.
    Pass turned() {
        return new Pass(saddle, to, from, right, left);
    }

    static boolean same(Terrain terrain, CriticalPoint a, CriticalPoint b) {
        return a.distance(b.place()) <= 1e-5 * terrain.length();
    }
}
