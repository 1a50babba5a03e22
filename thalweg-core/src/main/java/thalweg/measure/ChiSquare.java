package thalweg.measure;

import org.hipparchus.special.Gamma;
import thalweg.array.Misuse;

/// The squared distance of counts from their expectations in units of their scatter, `X^2 = sum (O - E)^2 / E`,
/// as a test that independent draws have the expected law. Pearson, Philosophical Magazine 50 (1900) 157.
public final class ChiSquare {
    private static final double FEWEST = 5;

    private ChiSquare() {}

    /// Tests counts against probabilities that are given in full.
    public static Verdict of(long[] counts, double[] probabilities) {
        return of(counts, probabilities, 0);
    }

    /// Tests counts against probabilities, of which some parameters were fitted to the counts.
    ///
    /// @param probabilities of the cells, up to a common factor
    /// @param fitted how many parameters were fitted
    /// @throws Misuse for different lengths, negative counts, or probabilities that are negative, not finite or
    ///     all zero
    public static Verdict of(long[] counts, double[] probabilities, int fitted) {
        if (counts.length != probabilities.length || fitted < 0) {
            throw new Misuse(
                    counts.length + " counts, " + probabilities.length + " probabilities and " + fitted
                            + " fitted parameters",
                    "a probability for each count",
                    "pass both in one order");
        }
        double total = 0;
        double mass = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0 || !(probabilities[i] >= 0 && probabilities[i] < Double.POSITIVE_INFINITY)) {
                throw new Misuse(
                        "count " + counts[i] + " with probability " + probabilities[i] + " in cell " + (i + 1),
                        "counts and probabilities of 0 or more",
                        "check cell " + (i + 1));
            }
            total += counts[i];
            mass += probabilities[i];
        }
        int cells = 0;
        int thin = 0;
        double square = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = total * probabilities[i] / mass;
            if (probabilities[i] == 0) {
                if (counts[i] > 0) {
                    return new Verdict(
                            Double.POSITIVE_INFINITY, 0, "cell " + (i + 1) + " cannot be hit under that law");
                }
                continue;
            }
            cells++;
            thin += expected < FEWEST ? 1 : 0;
            square += Moments.square(counts[i] - expected) / expected;
        }
        int degrees = cells - 1 - fitted;
        if (total == 0 || degrees < 1) {
            return Verdict.none(total == 0 ? "no counts" : cells + " cells leave no degree of freedom");
        }
        String remark = thin == 0
                ? ""
                : thin + " of " + cells + " cells expect fewer than 5 counts: the p-value is approximate; pool them";
        return new Verdict(square, beyond(square, degrees), remark);
    }

    /// The probability that a chi-square of so many degrees of freedom is at least `square`.
    public static double beyond(double square, double degrees) {
        return square <= 0 ? 1 : Gamma.regularizedGammaQ(degrees / 2, square / 2);
    }
}
