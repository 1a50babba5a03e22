package thalweg.room.learning.valley;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Ending;
import thalweg.flow.motion.AdaptiveFlow;
import thalweg.flow.motion.DormandPrince;
import thalweg.flow.motion.Event;
import thalweg.flow.motion.Moving;

/// The curve of steepest descent, or ascent, that leaves a saddle to one side of an eigenvector: a branch of its
/// unstable, or stable, manifold.
///
/// @param places at equal distances along the curve, from beside the saddle to where the slope is next to nothing or
/// the
///     land has been left
/// @param arrived whether it ended where the slope vanishes
record Fall(List<double[]> places, double length, boolean arrived) {
    private static final double ASIDE = 2e-8;
    private static final double FAR = 8;
    private static final double MARGIN = 0.03;
    private static final int STEPS = 200_000;

    /// @param tolerance of the integrator
    /// @param pieces how many equal pieces the curve is cut into
    /// @return null where the slope vanishes at the start
    static @Nullable Fall from(
            Terrain terrain, CriticalPoint saddle, double[] side, boolean uphill, double tolerance, int pieces) {
        double[] start = saddle.place().clone();
        for (int i = 0; i < start.length; i++) {
            start[i] += ASIDE * terrain.length() * side[i];
        }
        double floor = 0.05 * Newton.norm(terrain.slope(start));
        if (!(floor > 0)) {
            return null;
        }
        Event foot = Event.end("the foot of the slope", (s, x) -> Newton.norm(terrain.slope(x)) - floor);
        Event edge = Event.end("the edge of the land", (s, x) -> within(terrain, x, uphill ? MARGIN : FAR));
        AdaptiveFlow<Tensor> flow = new DormandPrince(tolerance, 1e-2 * tolerance * terrain.length(), 8)
                .on(SteepestDescent.of(terrain, uphill))
                .meeting(foot, edge);
        Tensor origin = Tensor.vector(start);
        Key key = Key.of(0);
        Moving now = flow.begin(origin, key);
        Ending ending = null;
        for (int step = 0; step < STEPS && ending == null; step++) {
            now = flow.step(now, key);
            ending = flow.ending(now, step);
        }
        double length = flow.time(now);
        double[] end = now.x().clone();
        double[] marks = new double[pieces];
        for (int k = 0; k < pieces; k++) {
            marks[k] = length * k / pieces;
        }
        List<double[]> places = new ArrayList<>();
        for (Tensor place : flow.at(origin, marks)) {
            places.add(place.toArray());
        }
        places.add(end);
        boolean met = ending instanceof Ending.Converged && Newton.norm(terrain.slope(end)) <= 2 * floor
                || ending instanceof Ending.Diverged;
        return new Fall(places, length, met);
    }

    /// How far inside the box, widened to each side by a share of it, a place lies; negative outside.
    private static double within(Terrain terrain, double[] x, double share) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            double low = terrain.box().low()[i];
            double high = terrain.box().high()[i];
            double room = share * (high - low);
            least = Math.min(least, Math.min(x[i] - low + room, high + room - x[i]));
        }
        return least;
    }

    /// Where it ends.
    double[] end() {
        return places.getLast();
    }
}
