package thalweg.room.learning.valley;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Dynamics;
import thalweg.flow.motion.AdaptiveFlow;
import thalweg.flow.motion.DormandPrince;
import thalweg.flow.motion.Moving;
import thalweg.study.Lab;

/// Where gradient flows from many random starts end: almost none in a strict saddle. Lee, Simchowitz, Jordan and Recht
/// (2016), arXiv:1602.04915.
///
/// @param ends the critical points ended in
/// @param counts how many flows ended in each
/// @param lost flows that left the land or came to no end
public record Escape(List<CriticalPoint> ends, List<Integer> counts, int lost) {
    private static final int STEPS = 50_000;
    private static final double ARRIVAL = 1e-7;

    /// Starts drawn evenly from the box of a terrain.
    public static Escape of(Terrain terrain, int starts, Lab lab) {
        Key key = lab.key().fold(73);
        AdaptiveFlow<Tensor> flow =
                new DormandPrince(1e-7, 1e-8 * terrain.length(), 8).on(Dynamics.descent(terrain.energy()));
        flow.begin(Tensor.vector(terrain.start()), key);
        Verdict verdict = new Verdict(
                terrain, Curvature.of(terrain.flat(), terrain.start()).norm());
        List<List<CriticalPoint>> found = lab.map(starts, i -> {
            double[] start = key.fold(i).uniforms(terrain.size());
            for (int k = 0; k < start.length; k++) {
                double low = terrain.box().low()[k];
                start[k] = low + start[k] * (terrain.box().high()[k] - low);
            }
            CriticalPoint end = lab.stopping() ? null : end(terrain, flow, verdict, start);
            return end == null ? List.of() : List.of(end);
        });
        List<CriticalPoint> ends = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        int lost = 0;
        for (List<CriticalPoint> one : found) {
            if (one.isEmpty()) {
                lost++;
                continue;
            }
            int at = -1;
            for (int k = 0; k < ends.size(); k++) {
                at = ends.get(k).distance(one.getFirst().place()) <= 1e-3 * terrain.length() ? k : at;
            }
            if (at < 0) {
                ends.add(one.getFirst());
                counts.add(1);
            } else {
                counts.set(at, counts.get(at) + 1);
            }
        }
        return new Escape(List.copyOf(ends), List.copyOf(counts), lost);
    }

    private static @Nullable CriticalPoint end(
            Terrain terrain, AdaptiveFlow<Tensor> flow, Verdict verdict, double[] start) {
        Key key = Key.of(0);
        Moving now = flow.begin(Tensor.vector(start), key);
        double largest = 0;
        for (int step = 0; step < STEPS && flow.ending(now, step) == null; step++) {
            double slope = Newton.norm(terrain.slope(now.x()));
            largest = Math.max(largest, slope);
            if (!(slope > ARRIVAL * largest)) {
                break;
            }
            now = flow.step(now, key);
        }
        return near(terrain, verdict, now.x());
    }

    /// The critical point beside a place; null where there is none.
    static @Nullable CriticalPoint near(Terrain terrain, Verdict verdict, double[] place) {
        double[] end = new Newton(terrain).from(place);
        CriticalPoint point = end == null ? null : verdict.at(end);
        return point == null || point.distance(place) > 1e-2 * terrain.length() ? null : point;
    }

    /// The critical point beside a place of a terrain; null where there is none.
    public static @Nullable CriticalPoint near(Terrain terrain, double[] place) {
        double stiffness = Curvature.of(terrain.flat(), terrain.start()).norm();
        return near(terrain, new Verdict(terrain, stiffness), place);
    }

    /// The share of flows that ended in a strict saddle.
    public double inSaddles() {
        int all = lost;
        int saddles = 0;
        for (int k = 0; k < ends.size(); k++) {
            all += counts.get(k);
            saddles += ends.get(k).isStrictSaddle() ? counts.get(k) : 0;
        }
        return all == 0 ? Double.NaN : (double) saddles / all;
    }
}
