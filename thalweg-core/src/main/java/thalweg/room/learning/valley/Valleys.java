package thalweg.room.learning.valley;

import java.util.ArrayList;
import java.util.List;

/// Critical points without a gap between them: found by a step along a flat direction that ends at another one of the
/// same height, and joined to one where they lie side by side.
final class Valleys {
    private static final double STRIDE = 0.02;
    private static final double GAP = 0.2;

    private Valleys() {}

    /// The point, marked where a flat direction leads on to others.
    static CriticalPoint tried(Terrain terrain, Newton newton, Verdict verdict, CriticalPoint point) {
        if (point.isMorse()) {
            return point;
        }
        double stride = STRIDE * terrain.length();
        for (int k = 0; k < point.place().length; k++) {
            if (k < point.index() || k >= point.index() + point.flat()) {
                continue;
            }
            double[] along = point.curvature().vector(k);
            for (int side = -1; side <= 1; side += 2) {
                double[] start = point.place().clone();
                for (int i = 0; i < start.length; i++) {
                    start[i] += side * stride * along[i];
                }
                double[] end = newton.from(start);
                CriticalPoint next = end == null ? null : verdict.at(end);
                if (next != null && next.flat() > 0 && next.index() == point.index()) {
                    double moved = point.distance(next.place());
                    double climb = Math.abs(next.value() - point.value());
                    double level = 1e-9 * (Math.abs(point.value()) + verdict.stiffness() * stride * stride);
                    if (moved > 0.3 * stride && moved < 3 * stride && climb <= level) {
                        return point.on(true);
                    }
                }
            }
        }
        return point;
    }

    /// One point for every valley, the others as they are.
    static List<CriticalPoint> joined(Terrain terrain, List<CriticalPoint> found) {
        List<CriticalPoint> points = new ArrayList<>();
        List<CriticalPoint> open = new ArrayList<>();
        for (CriticalPoint point : found) {
            (point.valley() ? open : points).add(point);
        }
        while (!open.isEmpty()) {
            CriticalPoint first = open.removeFirst();
            points.add(first);
            List<CriticalPoint> reached = new ArrayList<>(List.of(first));
            while (!reached.isEmpty()) {
                CriticalPoint from = reached.removeLast();
                for (int k = open.size() - 1; k >= 0; k--) {
                    CriticalPoint other = open.get(k);
                    if (other.index() == first.index()
                            && other.flat() == first.flat()
                            && other.distance(from.place()) <= GAP * terrain.length()) {
                        reached.add(open.remove(k));
                    }
                }
            }
        }
        return points;
    }
}
