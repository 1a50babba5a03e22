package thalweg.room.learning.valley;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import thalweg.study.Axis;
import thalweg.study.Lab;
import thalweg.study.Layer;

/// The heights of a terrain over a plane: a landscape of two coordinates itself, or a cut through one of more.
///
/// @param plane where the grid lies
/// @param x places of the columns in the plane
/// @param y places of the rows
/// @param height row-major, `y.length` rows of `x.length`
public record Surface(Plane plane, double[] x, double[] y, double[] height) {
    private static final double HIGHEST = 0.96;

    /// A plane `origin + a across + b up` through a terrain.
    ///
    /// @param names of a and b
    public record Plane(double[] origin, double[] across, double[] up, List<String> names) {
        /// The plane of a landscape of two coordinates.
        public static Plane whole(Terrain terrain) {
            return new Plane(new double[2], new double[] {1, 0}, new double[] {0, 1}, terrain.axes());
        }

        /// The place at plane coordinates.
        public double[] place(double a, double b) {
            double[] place = origin.clone();
            for (int i = 0; i < place.length; i++) {
                place[i] += a * across[i] + b * up[i];
            }
            return place;
        }

        /// The plane coordinates of the nearest place, for directions that are orthonormal.
        public double[] of(double[] place) {
            double a = 0;
            double b = 0;
            for (int i = 0; i < place.length; i++) {
                a += (place[i] - origin[i]) * across[i];
                b += (place[i] - origin[i]) * up[i];
            }
            return new double[] {a, b};
        }

        Axis axis(int i) {
            return Axis.linear(names.get(i), "");
        }
    }

    /// Samples a rectangle of a plane.
    public static Surface of(Terrain terrain, Plane plane, double[] low, double[] high, int columns, Lab lab) {
        int rows = Math.clamp(Math.round(columns * (high[1] - low[1]) / (high[0] - low[0])), columns / 3, 2 * columns);
        double[] x = spaced(low[0], high[0], columns);
        double[] y = spaced(low[1], high[1], rows);
        List<double[]> lines = lab.map(
                rows,
                j -> IntStream.range(0, columns)
                        .mapToDouble(i -> terrain.height(plane.place(x[i], y[j])))
                        .toArray());
        double[] height = new double[rows * columns];
        for (int j = 0; j < rows; j++) {
            System.arraycopy(lines.get(j), 0, height, j * columns, columns);
        }
        return new Surface(plane, x, y, height);
    }

    /// The box of a landscape of two coordinates.
    public static Surface of(Terrain terrain, int columns, Lab lab) {
        return of(
                terrain,
                Plane.whole(terrain),
                terrain.box().low(),
                terrain.box().high(),
                columns,
                lab);
    }

    private static double[] spaced(double low, double high, int count) {
        double[] at = new double[count];
        for (int i = 0; i < count; i++) {
            at[i] = low + (high - low) * i / (count - 1);
        }
        return at;
    }

    /// Levels between which lie areas that shrink evenly from the floor up, so that valleys and heights both show
    /// steps.
    public double[] levels(int count) {
        double[] sorted =
                Arrays.stream(height).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0 || sorted[0] == sorted[sorted.length - 1]) {
            return new double[0];
        }
        double floor = sorted[0];
        double roof = sorted[(int) (HIGHEST * (sorted.length - 1))];
        double[] levels = new double[count];
        for (int k = 0; k < count; k++) {
            double share = (k + 1.0) / count;
            double byArea = sorted[(int) (HIGHEST * share * (sorted.length - 1))];
            double byHeight = floor + (roof - floor) * share * share;
            levels[k] = 0.65 * byArea + 0.35 * byHeight;
        }
        return Arrays.stream(levels).distinct().toArray();
    }

    /// The land as terraces.
    public Layer terraces(int count) {
        return new Layer.Contours("", Layer.Ink.DATA, x, y, height, levels(count));
    }
}
