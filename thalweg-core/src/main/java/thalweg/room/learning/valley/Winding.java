package thalweg.room.learning.valley;

import java.util.function.DoubleFunction;

/// How often the slope of a landscape turns round along the edge of a region: the sum of `(-1)^index` over the critical
/// points within, known without finding any (Poincaré 1885, Hopf 1926).
///
/// In one dimension the half difference of the slope's signs at both ends; above two it is not computed.
final class Winding {
    private static final int PIECES = 64;
    private static final int DEEPEST = 24;

    private final Terrain terrain;

    Winding(Terrain terrain) {
        this.terrain = terrain;
    }

    /// Along the edge of the box; NaN where it cannot be told.
    double ofBox() {
        double[] low = terrain.box().low();
        double[] high = terrain.box().high();
        if (terrain.size() == 1) {
            return ends(low[0], high[0]);
        }
        if (terrain.size() > 2) {
            return Double.NaN;
        }
        double sum = 0;
        double[][] corners = {{low[0], low[1]}, {high[0], low[1]}, {high[0], high[1]}, {low[0], high[1]}};
        for (int side = 0; side < 4; side++) {
            double[] a = corners[side];
            double[] b = corners[(side + 1) % 4];
            sum += along(t -> new double[] {a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])});
        }
        return Math.rint(sum);
    }

    /// Around a place.
    double around(double[] x, double radius) {
        if (terrain.size() == 1) {
            return ends(x[0] - radius, x[0] + radius);
        }
        return terrain.size() > 2
                ? Double.NaN
                : Math.rint(along(t -> new double[] {
                    x[0] + radius * StrictMath.cos(2 * Math.PI * t), x[1] + radius * StrictMath.sin(2 * Math.PI * t)
                }));
    }

    private double ends(double low, double high) {
        double left = terrain.slope(new double[] {low})[0];
        double right = terrain.slope(new double[] {high})[0];
        return left == 0 || right == 0 ? Double.NaN : 0.5 * (Math.signum(right) - Math.signum(left));
    }

    /// Turns along a curve from 0 to 1.
    private double along(DoubleFunction<double[]> curve) {
        double sum = 0;
        for (int k = 0; k < PIECES; k++) {
            double from = k / (double) PIECES;
            double to = (k + 1) / (double) PIECES;
            sum += piece(curve, from, to, terrain.slope(curve.apply(from)), terrain.slope(curve.apply(to)), 0);
        }
        return sum;
    }

    private double piece(DoubleFunction<double[]> curve, double from, double to, double[] a, double[] b, int depth) {
        double turn = StrictMath.atan2(a[0] * b[1] - a[1] * b[0], a[0] * b[0] + a[1] * b[1]) / (2 * Math.PI);
        boolean zero = a[0] == 0 && a[1] == 0 || b[0] == 0 && b[1] == 0;
        if (zero || !Double.isFinite(turn)) {
            return Double.NaN;
        }
        if (depth >= 2 && Math.abs(turn) < 0.06) {
            return turn;
        }
        if (depth == DEEPEST) {
            return Double.NaN;
        }
        double middle = 0.5 * (from + to);
        double[] slope = terrain.slope(curve.apply(middle));
        return piece(curve, from, middle, a, slope, depth + 1) + piece(curve, middle, to, slope, b, depth + 1);
    }
}
