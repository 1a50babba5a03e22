package thalweg.room.learning.valley;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.study.Lab;

/// All critical points found in a box: Newton's search from a grid of starts, then from more starts at random, until a
/// round finds nothing new and the signed count is what the slope on the box's edge demands.
///
/// @param points minima by value, then saddles by index and value, then maxima
/// @param demanded the signed count by [Winding], NaN where it is not known
/// @param confining whether the energy rises outward all over the edge of the box
/// @param plateau a place where nothing changes, empty if there is none
/// @param starts how many searches there were
public record Landmarks(
        List<CriticalPoint> points, double demanded, boolean confining, double[] plateau, int starts, boolean stopped) {
    private static final int GRID = 13;
    private static final int SIDE_MOST = 4000;
    private static final int ROUND = 400;
    private static final int ROUNDS = 10;

    public Landmarks {
        points = List.copyOf(points);
    }

    /// Searches a terrain on a lab's threads.
    public static Landmarks of(Terrain terrain, Lab lab) {
        return new Hunt(terrain, lab).run();
    }

    /// The minima, lowest first.
    public List<CriticalPoint> minima() {
        return points.stream().filter(p -> p.index() == 0).toList();
    }

    /// `sum (-1)^index`, degenerate points by how often the slope turns round about them; NaN where a valley of
    /// critical
    /// points, or a degenerate one in more than two dimensions, has no index.
    public double euler(Terrain terrain) {
        double sum = 0;
        for (CriticalPoint point : points) {
            sum += point.isMorse()
                    ? (point.index() % 2 == 0 ? 1 : -1)
                    : point.valley() ? Double.NaN : new Winding(terrain).around(point.place(), 1e-2 * terrain.length());
        }
        return sum;
    }

    /// One search.
    private static final class Hunt {
        private final Terrain terrain;
        private final Lab lab;
        private final Newton newton;
        private final Key key;
        private final List<CriticalPoint> found = new ArrayList<>();
        private double @Nullable [] plateau;
        private int starts;

        Hunt(Terrain terrain, Lab lab) {
            this.terrain = terrain;
            this.lab = lab;
            this.newton = new Newton(terrain);
            this.key = lab.key().fold(71);
        }

        Landmarks run() {
            List<double[]> grid = grid();
            Verdict verdict = new Verdict(terrain, stiffness(grid));
            Winding winding = new Winding(terrain);
            double demanded = winding.ofBox();
            take(grid, verdict);
            for (int round = 0; round < ROUNDS && !lab.stopping(); round++) {
                lab.progress(round + 1L, ROUNDS, "searching");
                int before = Valleys.joined(terrain, found).size();
                take(random(round), verdict);
                Landmarks now = landmarks(demanded);
                double euler = now.euler(terrain);
                boolean some = !Double.isNaN(demanded) && !Double.isNaN(euler) && euler != demanded;
                if (now.points.size() == before && !some) {
                    break;
                }
            }
            return landmarks(demanded);
        }

        private Landmarks landmarks(double demanded) {
            List<CriticalPoint> points = new ArrayList<>(Valleys.joined(terrain, found));
            int n = terrain.size();
            points.sort(Comparator.<CriticalPoint>comparingInt(
                            p -> p.index() == 0 ? 0 : p.index() + p.flat() == n ? n : p.index())
                    .thenComparingDouble(p -> Math.rint(p.value() * 1e9) / 1e9)
                    .thenComparing(CriticalPoint::place, Arrays::compare));
            double[] flat = plateau == null ? new double[0] : plateau;
            return new Landmarks(points, demanded, confining(), flat, starts, lab.stopping());
        }

        private void take(List<double[]> from, Verdict verdict) {
            List<List<CriticalPoint>> ends = lab.map(from.size(), i -> {
                double[] end = lab.stopping() ? null : newton.from(from.get(i));
                CriticalPoint point = end == null ? null : verdict.at(end);
                return point == null ? List.of() : List.of(Valleys.tried(terrain, newton, verdict, point));
            });
            starts += from.size();
            ends.stream().flatMap(List::stream).filter(p -> inside(p.place())).forEach(this::add);
            for (double[] start : from) {
                if (plateau == null && verdict.isPlateau(start)) {
                    plateau = start;
                }
            }
        }

        private boolean inside(double[] x) {
            double slack = 1e-9 * terrain.length();
            for (int i = 0; i < x.length; i++) {
                if (!(x[i] >= terrain.box().low()[i] - slack
                        && x[i] <= terrain.box().high()[i] + slack)) {
                    return false;
                }
            }
            return true;
        }

        private void add(CriticalPoint point) {
            for (int k = 0; k < found.size(); k++) {
                CriticalPoint known = found.get(k);
                double near = point.isMorse() && known.isMorse() ? 1e-7 : 1e-3;
                if (point.distance(known.place()) <= near * terrain.length()) {
                    if (point.gradient() < known.gradient()) {
                        found.set(k, point.on(known.valley() || point.valley()));
                    }
                    return;
                }
            }
            found.add(point);
        }

        /// The median size of curvatures over the starts.
        private double stiffness(List<double[]> grid) {
            int stride = Math.max(1, grid.size() / 200);
            double[] norms = lab
                    .map((grid.size() + stride - 1) / stride, i -> Curvature.of(terrain.flat(), grid.get(i * stride)))
                    .stream()
                    .filter(Curvature::finite)
                    .mapToDouble(Curvature::norm)
                    .filter(norm -> norm > 0)
                    .sorted()
                    .toArray();
            return norms.length == 0 ? 0 : norms[norms.length / 2];
        }

        private List<double[]> grid() {
            int n = terrain.size();
            int side = GRID;
            while (side > 2 && StrictMath.pow(side, n) > SIDE_MOST) {
                side--;
            }
            if (StrictMath.pow(side, n) > SIDE_MOST) {
                return random(ROUNDS);
            }
            List<double[]> starts = new ArrayList<>();
            int count = (int) StrictMath.pow(side, n);
            for (int k = 0; k < count; k++) {
                double[] x = new double[n];
                for (int i = 0, rest = k; i < n; i++, rest /= side) {
                    x[i] = between(i, (rest % side) / (side - 1.0));
                }
                starts.add(x);
            }
            return starts;
        }

        private List<double[]> random(int round) {
            int n = terrain.size();
            double[] share = key.fold(round).uniforms(ROUND * n);
            List<double[]> starts = new ArrayList<>();
            for (int k = 0; k < ROUND; k++) {
                double[] x = new double[n];
                for (int i = 0; i < n; i++) {
                    x[i] = between(i, share[k * n + i]);
                }
                starts.add(x);
            }
            return starts;
        }

        private double between(int i, double share) {
            double low = terrain.box().low()[i];
            return low + share * (terrain.box().high()[i] - low);
        }

        /// Whether the slope points outward at a sample of places on every face.
        private boolean confining() {
            for (double[] x : random(ROUNDS + 1)) {
                for (int face = 0; face < 2 * x.length; face++) {
                    double[] edge = x.clone();
                    int i = face / 2;
                    edge[i] = between(i, face % 2);
                    double outward = terrain.slope(edge)[i] * (face % 2 == 0 ? -1 : 1);
                    if (!(outward > 0)) {
                        return false;
                    }
                }
            }
            return true;
        }
    }
}
