package thalweg.measure;

import java.util.Arrays;
import thalweg.array.Key;
import thalweg.array.Misuse;

/// The maximum mean discrepancy of two laws, read from samples: the squared distance of their mean features,
///
///     MMD^2 = E k(X, X') + E k(Y, Y') - 2 E k(X, Y),    k(x, y) = exp(-|x - y|^2 / (2 width^2)).
///
/// Gretton, Borgwardt, Rasch, Schölkopf and Smola, JMLR 13 (2012) 723, eq. 3.
///
/// @param unbiased without pairs of a point with itself; may be negative
/// @param biased with them; never negative
/// @param width of the kernel
public record Mmd(Outcome unbiased, Outcome biased, double width) {
    /// With the median distance of all pairs as the width.
    ///
    /// @param x points by coordinates
    /// @param y points by the same coordinates
    /// @throws Misuse for points of different dimension
    public static Mmd of(double[][] x, double[][] y) {
        return of(x, y, medianDistance(x, y));
    }

    /// @param width of the kernel, positive
    /// @throws Misuse for points of different dimension
    public static Mmd of(double[][] x, double[][] y, double width) {
        Pairs pairs = pairs(x, y, width);
        String flaw = flaw(pairs, width);
        if (!flaw.isEmpty()) {
            return new Mmd(Outcome.none(flaw), Outcome.none(flaw), width);
        }
        boolean single = x.length < 2 || y.length < 2;
        return new Mmd(
                single ? Outcome.none("a sample of one point") : Outcome.of(pairs.unbiased()),
                Outcome.of(pairs.difference()),
                width);
    }

    /// Tests whether two samples of independent points have one law, by the unbiased MMD under random exchange of
    /// points.
    ///
    /// @param permutations how many exchanges, 999 say: p is at least `1 / (permutations + 1)`
    /// @throws Misuse for points of different dimension or a negative number of permutations
    public static Verdict test(double[][] x, double[][] y, double width, int permutations, Key key) {
        Pairs pairs = pairs(x, y, width);
        String flaw = flaw(pairs, width);
        return flaw.isEmpty() ? pairs.test(permutations, key) : Verdict.none(flaw);
    }

    /// The median distance of all pairs of the points of both samples; NaN without pairs.
    ///
    /// @throws Misuse for points of different dimension
    public static double medianDistance(double[][] x, double[][] y) {
        Pairs pairs = Pairs.of(x, y, Math::sqrt);
        if (!pairs.flaw().isEmpty()) {
            return Double.NaN;
        }
        double[] all =
                Arrays.stream(pairs.value()).flatMapToDouble(Arrays::stream).toArray();
        Arrays.sort(all);
        return Quantile.of(all, 0.5);
    }

    private static Pairs pairs(double[][] x, double[][] y, double width) {
        return Pairs.of(x, y, square -> StrictMath.exp(-square / (2 * width * width)));
    }

    private static String flaw(Pairs pairs, double width) {
        return pairs.flaw().isEmpty() && !(width > 0) ? "a kernel of width " + width : pairs.flaw();
    }
}
