package thalweg.room.learning.valley;

import java.util.List;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Dynamics;
import thalweg.flow.motion.AdaptiveFlow;
import thalweg.flow.motion.DormandPrince;
import thalweg.flow.motion.Moving;
import thalweg.study.Lab;

/// Which minimum the gradient flow from a place ends in.
///
/// A flow is followed until it is so near a minimum that the slope points outward all around it: from there on the
/// distance only shrinks.
public final class Basins {
    private static final double TOLERANCE = 1e-5;
    private static final int STEPS = 4000;
    private static final double FAR = 5;

    private final Terrain terrain;
    private final List<CriticalPoint> minima;
    private final double[] safe;
    private final AdaptiveFlow<Tensor> flow;

    /// @param minima those that can be ended in
    public Basins(Terrain terrain, List<CriticalPoint> minima) {
        this.terrain = terrain;
        this.minima = List.copyOf(minima);
        this.safe = minima.stream().mapToDouble(this::trap).toArray();
        this.flow =
                new DormandPrince(TOLERANCE, TOLERANCE * terrain.length(), 5).on(Dynamics.descent(terrain.energy()));
        flow.begin(Tensor.vector(terrain.start()), Key.of(0));
    }

    /// The number of the minimum from 0, or -1 where the flow leaves the land or comes to no end.
    public int of(double[] start) {
        Key key = Key.of(0);
        double slope = Newton.norm(terrain.slope(start));
        double rest = slope > 0 ? 1e9 * terrain.length() / slope : 0;
        Moving now = flow.begin(Tensor.vector(start), key);
        for (int step = 0; step < STEPS; step++) {
            int end = at(now.x());
            if (end >= 0) {
                return end;
            }
            if (gone(now.x()) || flow.ending(now, step) != null || flow.time(now) > rest) {
                return -1;
            }
            now = flow.step(now, key);
        }
        return -1;
    }

    /// The numbers for all places of a surface.
    public double[] over(Surface surface, Lab lab) {
        int columns = surface.x().length;
        int rows = surface.y().length;
        double[] number = new double[columns * rows];
        List<double[]> lines = lab.map(rows, j -> {
            double[] line = new double[columns];
            for (int i = 0; i < columns && !lab.stopping(); i++) {
                int basin = of(surface.plane().place(surface.x()[i], surface.y()[j]));
                line[i] = basin < 0 ? Double.NaN : basin + 1;
            }
            return line;
        });
        for (int j = 0; j < rows; j++) {
            System.arraycopy(lines.get(j), 0, number, j * columns, columns);
        }
        return number;
    }

    private int at(double[] x) {
        for (int m = 0; m < safe.length; m++) {
            if (minima.get(m).distance(x) <= safe[m]) {
                return m;
            }
        }
        return -1;
    }

    private boolean gone(double[] x) {
        for (int i = 0; i < x.length; i++) {
            double width = terrain.box().high()[i] - terrain.box().low()[i];
            boolean in = x[i] >= terrain.box().low()[i] - FAR * width
                    && x[i] <= terrain.box().high()[i] + FAR * width;
            if (!in) {
                return true;
            }
        }
        return false;
    }

    /// The largest of a few radii within which the slope points outward in a sample of directions at every distance.
    private double trap(CriticalPoint minimum) {
        int n = terrain.size();
        Key key = Key.of(5);
        for (double radius = 0.25 * terrain.length(); radius > 1e-6 * terrain.length(); radius *= 0.7) {
            boolean outward = true;
            for (int k = 0; k < 48 * n && outward; k++) {
                double[] way = key.fold(k % (8 * n)).normals(n);
                double size = Newton.norm(way);
                double distance = radius * (k / (8 * n) + 1) / 6;
                double[] x = minimum.place().clone();
                for (int i = 0; i < n; i++) {
                    x[i] += distance * way[i] / size;
                }
                double[] slope = terrain.slope(x);
                double out = 0;
                for (int i = 0; i < n; i++) {
                    out += slope[i] * way[i];
                }
                outward = out > 0;
            }
            if (outward) {
                return 0.8 * radius;
            }
        }
        return 1e-6 * terrain.length();
    }
}
