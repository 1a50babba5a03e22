package thalweg.room.symmetry.hidden;

import java.util.function.UnaryOperator;

/// Schwarzschild's metric under a new time `T = t + h(r)`: `h` is sought so that the slices of constant `T` have the
/// translations of flat space.
///
/// With `f = 1 - 2 M / r` the slices have `g_rr = 1 / f - f h'^2`; in Cartesian coordinates
/// `g_ij = delta_ij + (g_rr - 1) n_i n_j`, so translations are violated by
/// `|d_k g_ij|^2 = g_rr'^2 + 4 (g_rr - 1)^2 / r^2`. The answer is known: `h' = sqrt(2 M / r) / f` (Painlevé 1921,
/// Gullstrand 1922).
///
/// @param mass M, in units where G = c = 1
/// @param nearest smallest radius
/// @param farthest largest radius
/// @param degree of the polynomial in `log r` that `h'` is
public record Slices(double mass, double nearest, double farthest, int degree) {
    private static final int POINTS = 200;
    private static final int STEPS = 200;

    /// What was found.
    ///
    /// @param before root mean square violation of Schwarzschild's own slices
    /// @param after that of the new ones
    /// @param radius places
    /// @param slope `h'` there
    /// @param known `h'` of Gullstrand and Painlevé there
    public record Found(double before, double after, double[] radius, double[] slope, double[] known) {}

    public Found find() {
        double[] r = new double[POINTS];
        double[] known = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            r[i] = nearest * StrictMath.pow(farthest / nearest, i / (POINTS - 1.0));
            known[i] = Math.sqrt(2 * mass / r[i]) / (1 - 2 * mass / r[i]);
        }
        UnaryOperator<double[]> violation = c -> violation(c, r);
        double[] c = new double[degree + 1];
        double before = Math.sqrt(GaussNewton.squares(violation.apply(c)) / POINTS);
        c[0] = 0.5;
        GaussNewton.descend(violation, c, STEPS);
        double after = Math.sqrt(GaussNewton.squares(violation.apply(c)) / POINTS);
        double[] slope = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            slope[i] = Math.abs(chebyshev(c, place(r[i]))[0]);
        }
        return new Found(before, after, r, slope, known);
    }

    private double place(double r) {
        return 2 * StrictMath.log(r / nearest) / StrictMath.log(farthest / nearest) - 1;
    }

    private double[] violation(double[] c, double[] r) {
        double[] out = new double[2 * r.length];
        for (int i = 0; i < r.length; i++) {
            double f = 1 - 2 * mass / r[i];
            double df = 2 * mass / (r[i] * r[i]);
            double[] h = chebyshev(c, place(r[i]));
            double dh = h[1] * 2 / StrictMath.log(farthest / nearest) / r[i];
            out[2 * i] = -df / (f * f) - df * h[0] * h[0] - 2 * f * h[0] * dh;
            out[2 * i + 1] = 2 * (1 / f - f * h[0] * h[0] - 1) / r[i];
        }
        return out;
    }

    /// The value and slope of a sum of Chebyshev polynomials.
    private static double[] chebyshev(double[] c, double x) {
        double t0 = 1;
        double t1 = x;
        double d0 = 0;
        double d1 = 1;
        double value = c[0] + (c.length > 1 ? c[1] * x : 0);
        double slope = c.length > 1 ? c[1] : 0;
        for (int k = 2; k < c.length; k++) {
            double t2 = 2 * x * t1 - t0;
            double d2 = 2 * t1 + 2 * x * d1 - d0;
            value += c[k] * t2;
            slope += c[k] * d2;
            t0 = t1;
            t1 = t2;
            d0 = d1;
            d1 = d2;
        }
        return new double[] {value, slope};
    }
}
