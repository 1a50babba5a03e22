package thalweg.measure;

import thalweg.array.Misuse;
import thalweg.array.kernel.Logarithm;

/// The distance of two laws of one family along its geodesic in the metric of Fisher's information,
/// `ds^2 = sum_ij <d_i ln p d_j ln p> dx_i dx_j`. Rao, Bull. Calcutta Math. Soc. 37 (1945) 81.
public final class FisherRao {
    private FisherRao() {}

    /// Between two normal laws: `sqrt 2 arccosh(1 + ((m1 - m2)^2 / 2 + (s1 - s2)^2) / (2 s1 s2))`, a hyperbolic plane
    /// of curvature -1/2, whose metric is `(dm^2 + 2 ds^2) / s^2`.
    ///
    /// @throws Misuse for a standard deviation that is not positive
    public static double normal(double firstMean, double firstSd, double secondMean, double secondSd) {
        if (!(firstSd > 0) || !(secondSd > 0)) {
            throw new Misuse(
                    "standard deviations " + firstSd + " and " + secondSd, "positive numbers", "give sd, not ln sd");
        }
        double mean = firstMean - secondMean;
        double sd = firstSd - secondSd;
        double excess = (0.5 * mean * mean + sd * sd) / (2 * firstSd * secondSd);
        return Math.sqrt(2) * Logarithm.log1p(excess + Math.sqrt(excess * (excess + 2)));
    }

    /// Between two laws on `k` classes: `2 arccos sum_i sqrt(p_i q_i)`, an arc on a sphere of radius 2.
    ///
    /// @throws Misuse if lengths differ, a probability is negative or the sums are not 1
    public static double categorical(double[] p, double[] q) {
        checked(p, p.length);
        checked(q, p.length);
        double chord = 0;
        for (int i = 0; i < p.length; i++) {
            double side = Math.sqrt(p[i]) - Math.sqrt(q[i]);
            chord += side * side;
        }
        return 4 * StrictMath.asin(Math.min(1, Math.sqrt(chord) / 2));
    }

    private static void checked(double[] p, int length) {
        double sum = 0;
        boolean negative = false;
        for (double share : p) {
            sum += share;
            negative |= !(share >= 0);
        }
        if (p.length != length || negative || Math.abs(sum - 1) > 1e-9) {
            throw new Misuse(
                    p.length + " probabilities of sum " + sum, length + " of 0 or more, of sum 1", "normalise them");
        }
    }
}
