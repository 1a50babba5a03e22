package thalweg.room.learning.valley;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import thalweg.landscape.Box;

/// Curves of gradient flow in the plane, placed so that they lie about equally far from one another.
///
/// Jobard and Lefer, Creating evenly-spaced streamlines of arbitrary density, 1997: each curve seeds the next at a
/// distance, and ends where it comes too near another.
final class Streamlines {
    private static final double STEP = 0.2;
    private static final double NEAR = 0.42;
    private static final int SHORTEST = 22;

    private final Terrain terrain;
    private final Box box;
    private final double apart;
    private final double[] scale;
    private final int columns;
    private final int rows;
    private final List<List<double[]>> cells = new ArrayList<>();
    private final List<List<double[]>> lines = new ArrayList<>();

    /// @param count how many curves fit side by side over the narrower side of the box
    Streamlines(Terrain terrain, int count) {
        this.terrain = terrain;
        this.box = terrain.box();
        double width = box.high()[0] - box.low()[0];
        double depth = box.high()[1] - box.low()[1];
        this.scale = new double[] {width / Math.min(width, depth), depth / Math.min(width, depth)};
        this.apart = 1.0 / count;
        this.columns = (int) Math.ceil(scale[0] / apart) + 1;
        this.rows = (int) Math.ceil(scale[1] / apart) + 1;
        for (int k = 0; k < columns * rows; k++) {
            cells.add(new ArrayList<>());
        }
    }

    /// The curves, each from high to low.
    List<List<double[]>> lines() {
        Deque<List<double[]>> seeds = new ArrayDeque<>();
        for (double share : new double[] {0.31, 0.73, 0.52}) {
            line(new double[] {share * scale[0], 0.47 * scale[1]}, seeds);
        }
        while (!seeds.isEmpty()) {
            List<double[]> line = seeds.removeFirst();
            for (int k = 1; k + 1 < line.size(); k += 3) {
                double[] a = line.get(k - 1);
                double[] b = line.get(k + 1);
                double size = Math.sqrt((b[0] - a[0]) * (b[0] - a[0]) + (b[1] - a[1]) * (b[1] - a[1]));
                for (int side = -1; side <= 1; side += 2) {
                    double[] seed = {
                        line.get(k)[0] - side * apart * (b[1] - a[1]) / size,
                        line.get(k)[1] + side * apart * (b[0] - a[0]) / size
                    };
                    line(seed, seeds);
                }
            }
        }
        return lines.stream()
                .map(line -> line.stream().map(this::place).toList())
                .toList();
    }

    private double[] place(double[] unit) {
        double[] place = new double[2];
        for (int i = 0; i < 2; i++) {
            place[i] = box.low()[i] + unit[i] / scale[i] * (box.high()[i] - box.low()[i]);
        }
        return place;
    }

    private void line(double[] seed, Deque<List<double[]>> seeds) {
        if (!inside(seed) || near(seed, apart)) {
            return;
        }
        List<double[]> up = half(seed, -1);
        List<double[]> down = half(seed, 1);
        List<double[]> line = new ArrayList<>(up.reversed());
        line.add(seed);
        line.addAll(down);
        if (line.size() < SHORTEST) {
            return;
        }
        for (double[] at : line) {
            cells.get(cell(at)).add(at);
        }
        lines.add(line);
        seeds.add(line);
    }

    private List<double[]> half(double[] seed, int sign) {
        List<double[]> half = new ArrayList<>();
        double step = sign * STEP * apart;
        double[] now = seed;
        for (int k = 0; k < 2000; k++) {
            double[] first = direction(now);
            double[] middle = direction(ahead(now, first, 0.5 * step));
            double[] next = ahead(now, middle, step);
            double turn = first[0] * middle[0] + first[1] * middle[1];
            if (!(turn > 0.5) || !inside(next) || near(next, NEAR * apart)) {
                break;
            }
            half.add(next);
            now = next;
        }
        return half;
    }

    private static double[] ahead(double[] at, double[] direction, double step) {
        return new double[] {at[0] + step * direction[0], at[1] + step * direction[1]};
    }

    /// The unit direction downhill, in the units of the drawing.
    private double[] direction(double[] unit) {
        double[] down = SteepestDescent.direction(terrain, place(unit));
        if (down == null) {
            return new double[2];
        }
        double a = down[0] * scale[0] / (box.high()[0] - box.low()[0]);
        double b = down[1] * scale[1] / (box.high()[1] - box.low()[1]);
        double size = Math.sqrt(a * a + b * b);
        return new double[] {a / size, b / size};
    }

    private boolean inside(double[] at) {
        return at[0] >= 0 && at[0] <= scale[0] && at[1] >= 0 && at[1] <= scale[1];
    }

    private int cell(double[] at) {
        int i = Math.clamp((long) (at[0] / apart), 0, columns - 1);
        int j = Math.clamp((long) (at[1] / apart), 0, rows - 1);
        return j * columns + i;
    }

    private boolean near(double[] at, double distance) {
        int i = (int) (at[0] / apart);
        int j = (int) (at[1] / apart);
        for (int v = Math.max(0, j - 1); v <= Math.min(rows - 1, j + 1); v++) {
            for (int u = Math.max(0, i - 1); u <= Math.min(columns - 1, i + 1); u++) {
                for (double[] other : cells.get(v * columns + u)) {
                    double dx = at[0] - other[0];
                    double dy = at[1] - other[1];
                    if (dx * dx + dy * dy < distance * distance) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
