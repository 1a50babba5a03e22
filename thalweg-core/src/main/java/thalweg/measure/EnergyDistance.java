package thalweg.measure;

import thalweg.array.Key;
import thalweg.array.Misuse;

/// The energy distance of two laws, read from samples,
///
///     D^2 = 2 E|X - Y| - E|X - X'| - E|Y - Y'|,
///
/// zero only for equal laws; in one dimension `D^2 = 2 int (F - G)^2 dx`. Székely and Rizzo, J. Statistical
/// Planning and Inference 143 (2013) 1249. The square is given, in the unit of the numbers.
public final class EnergyDistance {
    private EnergyDistance() {}

    /// `D^2` of two samples on a line.
    public static Outcome of(double[] x, double[] y) {
        Outcome area = Gap.between(x, y, difference -> difference * difference);
        return area.known() ? Outcome.of(2 * area.value()) : area;
    }

    /// `D^2` of two samples of points, each with itself included among the pairs.
    ///
    /// @param x points by coordinates
    /// @param y points by the same coordinates
    /// @throws Misuse for points of different dimension
    public static Outcome of(double[][] x, double[][] y) {
        Pairs pairs = Pairs.of(x, y, Math::sqrt);
        return pairs.flaw().isEmpty() ? Outcome.of(-pairs.difference()) : Outcome.none(pairs.flaw());
    }

    /// Tests whether two samples of independent points have one law, by `D^2` under random exchange of points.
    ///
    /// @param permutations how many exchanges, 999 say: p is at least `1 / (permutations + 1)`
    /// @throws Misuse for points of different dimension or a negative number of permutations
    public static Verdict test(double[][] x, double[][] y, int permutations, Key key) {
        Pairs pairs = Pairs.of(x, y, distance -> -Math.sqrt(distance));
        return pairs.test(permutations, key);
    }
}
