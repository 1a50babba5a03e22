package thalweg.study.page;

import java.util.Arrays;

/// The land above a level over a grid, as closed outlines by marching squares.
///
/// Each cell of the grid is walked round; an outline runs from where the walk leaves the land to where it comes back.
/// Cells
/// that are left twice are resolved by the height at their centre. Outside the grid, and where the height is no number,
/// there is no land.
final class Terraces {
    private static final double FINE = 0.12;

    private final double[] x;
    private final double[] y;
    private final double[] height;
    private final double level;
    private final int wide;
    private final int[] next;

    private Terraces(double[] x, double[] y, double[] height, double level) {
        this.x = x;
        this.y = y;
        this.height = height;
        this.level = level;
        this.wide = x.length + 2;
        this.next = new int[2 * wide * (y.length + 2)];
        Arrays.fill(next, -1);
    }

    /// The land above a level as SVG path data, to be filled by the even-odd rule; empty if there is none.
    ///
    /// @param height row-major, `y.length` rows of `x.length`
    static String path(double[] x, double[] y, double[] height, double level, Scale across, Scale up) {
        Terraces land = new Terraces(x, y, height, level);
        for (int j = -1; j < y.length; j++) {
            for (int i = -1; i < x.length; i++) {
                land.walk(i, j);
            }
        }
        return land.outlines(across, up);
    }

    /// The height above the level; not above outside the grid.
    private double above(int i, int j) {
        if (i < 0 || j < 0 || i >= x.length || j >= y.length) {
            return Double.NEGATIVE_INFINITY;
        }
        double value = height[j * x.length + i];
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value - level;
    }

    private int edge(int i, int j, boolean upward) {
        return 2 * ((j + 1) * wide + i + 1) + (upward ? 1 : 0);
    }

    private void walk(int i, int j) {
        double[] corner = {above(i, j), above(i + 1, j), above(i + 1, j + 1), above(i, j + 1)};
        int[] edges = {edge(i, j, false), edge(i + 1, j, true), edge(i, j + 1, false), edge(i, j, true)};
        int crossings = 0;
        for (int k = 0; k < 4; k++) {
            crossings += corner[k] > 0 != corner[(k + 1) % 4] > 0 ? 1 : 0;
        }
        boolean joined = crossings < 4 || corner[0] + corner[1] + corner[2] + corner[3] > 0;
        for (int k = 0; k < 4; k++) {
            if (corner[k] > 0 && !(corner[(k + 1) % 4] > 0)) {
                int to = k;
                do {
                    to = (to + (joined ? 1 : 3)) % 4;
                } while (corner[to] > 0 || !(corner[(to + 1) % 4] > 0));
                next[edges[k]] = edges[to];
            }
        }
    }

    private String outlines(Scale across, Scale up) {
        StringBuilder path = new StringBuilder();
        for (int start = 0; start < next.length; start++) {
            if (next[start] < 0) {
                continue;
            }
            double[][] outline = new double[64][];
            int count = 0;
            for (int at = start; next[at] >= 0; ) {
                if (count == outline.length) {
                    outline = Arrays.copyOf(outline, 2 * count);
                }
                outline[count++] = place(at, across, up);
                int to = next[at];
                next[at] = -1;
                at = to;
            }
            write(Arrays.copyOf(outline, count), path);
        }
        return path.toString();
    }

    private double[] place(int edge, Scale across, Scale up) {
        int i = edge / 2 % wide - 1;
        int j = edge / 2 / wide - 1;
        boolean upward = edge % 2 == 1;
        double a = above(i, j);
        double b = upward ? above(i, j + 1) : above(i + 1, j);
        double share = Double.isInfinite(a) ? 1 : Double.isInfinite(b) ? 0 : a / (a - b);
        double h = upward ? at(x, i, 0) : at(x, i, share);
        double v = upward ? at(y, j, share) : at(y, j, 0);
        return new double[] {across.at(h), up.at(v)};
    }

    private static double at(double[] grid, int i, double share) {
        double from = grid[Math.clamp(i, 0, grid.length - 1)];
        return from + share * (grid[Math.clamp(i + 1, 0, grid.length - 1)] - from);
    }

    /// Writes an outline without the corners that are not seen.
    private static void write(double[][] outline, StringBuilder path) {
        int n = outline.length;
        boolean[] kept = new boolean[n];
        kept[0] = true;
        kept[n / 2] = true;
        thin(outline, 0, n / 2, kept);
        thin(outline, n / 2, n, kept);
        char pen = 'M';
        for (int k = 0; k < n; k++) {
            if (kept[k]) {
                path.append(pen).append(tenth(outline[k][0])).append(' ').append(tenth(outline[k][1]));
                pen = 'L';
            }
        }
        path.append('Z');
    }

    private static String tenth(double value) {
        return Svg.number(Math.round(value * 10) / 10.0);
    }

    /// Keeps the corner farthest from a chord where that is far enough: Douglas and Peucker (1973).
    private static void thin(double[][] outline, int from, int to, boolean[] kept) {
        double[] a = outline[from];
        double[] b = outline[to % outline.length];
        double dx = b[0] - a[0];
        double dy = b[1] - a[1];
        double chord = Math.sqrt(dx * dx + dy * dy);
        int worst = -1;
        double far = FINE;
        for (int k = from + 1; k < to; k++) {
            double ex = outline[k][0] - a[0];
            double ey = outline[k][1] - a[1];
            double distance = chord > 0 ? Math.abs(dx * ey - dy * ex) / chord : Math.sqrt(ex * ex + ey * ey);
            if (distance > far) {
                far = distance;
                worst = k;
            }
        }
        if (worst >= 0) {
            kept[worst] = true;
            thin(outline, from, worst, kept);
            thin(outline, worst, to, kept);
        }
    }
}
