package thalweg.room.law.power;

import java.util.Arrays;
import thalweg.array.Misuse;

/// The straight line `y = intercept + slope x` of greatest likelihood for points with normal errors in both
/// axes:
///
///     S(a, b) = sum over i of W_i (y_i - a - b x_i)^2,   1 / W_i = sy_i^2 + b^2 sx_i^2 - 2 b r_i sx_i sy_i
///
/// is least. York, Evensen, Lopez and De Basabe, Am. J. Phys. 72 (2004) 367; errors from their adjusted points
/// (eq. 13d, 14). They hold where the errors are small against the range of the points.
///
/// @param slopeError standard error of the slope, not scaled by S
/// @param interceptError standard error of the intercept, not scaled by S
/// @param covariance of intercept and slope, not scaled by S
/// @param chi2 `S` at its minimum; with errors of unknown size, the sum of squared residuals
/// @param degreesOfFreedom number of points less 2
public record Line(
        double intercept,
        double slope,
        double interceptError,
        double slopeError,
        double covariance,
        double chi2,
        int degreesOfFreedom) {
    private static final int DIRECTIONS = 64;
    private static final int STEPS = 400;

    /// Ordinary least squares: equal, unknown errors in y, so the standard errors are those of residuals with
    /// `S / degreesOfFreedom`.
    ///
    /// @throws Misuse for lengths that differ, fewer than 3 points, or equal x
    public static Line fit(double[] x, double[] y) {
        double[] one = new double[y.length];
        Arrays.fill(one, 1);
        Line line = fit(x, y, new double[x.length], one, new double[x.length]);
        double scale = line.birge();
        return new Line(
                line.intercept,
                line.slope,
                line.interceptError * scale,
                line.slopeError * scale,
                line.covariance * scale * scale,
                line.chi2,
                line.degreesOfFreedom);
    }

    /// Least squares with known errors in y.
    public static Line fit(double[] x, double[] y, double[] sy) {
        return fit(x, y, new double[x.length], sy, new double[x.length]);
    }

    /// With independent errors in both axes.
    public static Line fit(double[] x, double[] y, double[] sx, double[] sy) {
        return fit(x, y, sx, sy, new double[x.length]);
    }

    /// With errors in both axes that are correlated within a point.
    ///
    /// @param sx standard errors of x, 0 or more
    /// @param sy standard errors of y, 0 or more; a point has an error in one axis at least
    /// @param r correlations of the two errors of a point, between -1 and 1
    /// @throws Misuse for lengths that differ, fewer than 3 points, errors out of range, or equal x
    public static Line fit(double[] x, double[] y, double[] sx, double[] sy, double[] r) {
        check(x, y, sx, sy, r);
        Pencil pencil = new Pencil(x, y, sx, sy, r);
        boolean exact = Arrays.stream(sx).allMatch(e -> e == 0);
        double slope = exact ? 0 : pencil.start(DIRECTIONS);
        for (int step = 0; step < STEPS; step++) {
            double next = pencil.improved(slope);
            boolean settled = Math.abs(next - slope) <= 0x1p-52 * Math.abs(next);
            slope = next;
            if (settled) {
                break;
            }
        }
        return pencil.line(slope);
    }

    /// The factor `sqrt(S / degreesOfFreedom)` by which the errors would have to grow to explain the scatter
    /// (Birge).
    public double birge() {
        return Math.sqrt(chi2 / degreesOfFreedom);
    }

    private static void check(double[] x, double[] y, double[] sx, double[] sy, double[] r) {
        if (y.length != x.length || sx.length != x.length || sy.length != x.length || r.length != x.length) {
            throw new Misuse(
                    "arrays of " + x.length + ", " + y.length + ", " + sx.length + ", " + sy.length + " and " + r.length
                            + " numbers",
                    "one x, y and their errors for each point",
                    "pass arrays of one length");
        }
        if (x.length < 3) {
            throw new Misuse(x.length + " points", "at least 3 for a line with errors", "give more points");
        }
        boolean varies = false;
        for (int i = 0; i < x.length; i++) {
            varies |= x[i] != x[0];
            boolean finite = Double.isFinite(x[i] + y[i]) && Double.isFinite(sx[i] + sy[i]);
            if (!finite || !(sx[i] >= 0 && sy[i] >= 0 && sx[i] + sy[i] > 0 && Math.abs(r[i]) < 1)) {
                throw new Misuse(
                        "point " + (i + 1) + ": x " + x[i] + " +- " + sx[i] + ", y " + y[i] + " +- " + sy[i]
                                + ", correlation " + r[i],
                        "finite numbers, errors of 0 or more with one above 0, a correlation inside (-1, 1)",
                        "correct or leave out the point");
            }
        }
        if (!varies) {
            throw new Misuse("all x equal to " + x[0], "at least two different x", "give points at different x");
        }
    }
}
