package thalweg.study.page;

import java.util.function.DoubleBinaryOperator;

/// Level lines over a grid by marching squares, each cell cut into straight pieces.
///
/// Saddle cells are resolved by the height at their centre (Lorensen & Cline 1987, in the plane).
final class Isolines {
    private Isolines() {}

    /// The pieces of one level as SVG path data.
    ///
    /// @param height row-major, `y.length` rows of `x.length`
    static String path(double[] x, double[] y, double[] height, double level, Scale across, Scale up) {
        StringBuilder path = new StringBuilder();
        for (int j = 0; j + 1 < y.length; j++) {
            for (int i = 0; i + 1 < x.length; i++) {
                cell(x, y, height, level, i, j, across, up, path);
            }
        }
        return path.toString();
    }

    private static void cell(
            double[] x,
            double[] y,
            double[] h,
            double level,
            int i,
            int j,
            Scale across,
            Scale up,
            StringBuilder path) {
        int n = x.length;
        double a = h[j * n + i] - level;
        double b = h[j * n + i + 1] - level;
        double c = h[(j + 1) * n + i + 1] - level;
        double d = h[(j + 1) * n + i] - level;
        if (!Double.isFinite(a + b + c + d)) {
            return;
        }
        DoubleBinaryOperator cut = (p, q) -> p / (p - q);
        double[][] edges = {
            crossing(a, b) ? new double[] {x[i] + cut.applyAsDouble(a, b) * (x[i + 1] - x[i]), y[j]} : null,
            crossing(b, c) ? new double[] {x[i + 1], y[j] + cut.applyAsDouble(b, c) * (y[j + 1] - y[j])} : null,
            crossing(d, c) ? new double[] {x[i] + cut.applyAsDouble(d, c) * (x[i + 1] - x[i]), y[j + 1]} : null,
            crossing(a, d) ? new double[] {x[i], y[j] + cut.applyAsDouble(a, d) * (y[j + 1] - y[j])} : null,
        };
        int[] order = {0, 1, 2, 3};
        boolean saddle = edges[0] != null && edges[1] != null && edges[2] != null && edges[3] != null;
        boolean joined = a + b + c + d > 0 == a > 0;
        if (saddle && !joined) {
            order = new int[] {1, 2, 3, 0};
        }
        double[] from = null;
        for (int edge : order) {
            double[] point = edges[edge];
            if (point == null) {
                continue;
            }
            if (from == null) {
                from = point;
            } else {
                path.append('M').append(Svg.place(across.at(from[0]), up.at(from[1])));
                path.append('L').append(Svg.place(across.at(point[0]), up.at(point[1])));
                from = null;
            }
        }
    }

    private static boolean crossing(double p, double q) {
        return p > 0 != q > 0;
    }
}
