package thalweg.measure;

import org.hipparchus.distribution.continuous.BetaDistribution;
import thalweg.array.Misuse;

/// Monte Carlo standard errors: what the error of a number read from draws is because there are so few of them.
///
/// Vehtari et al., Bayesian Analysis 16 (2021) 667, section 4; for the standard deviation the delta method on the
/// fourth
/// moment (Kenney and Keeping, 1951).
public final class Mcse {
    /// `Phi(-1)` and `Phi(1)` to the digits that the peers use.
    private static final double BELOW = 0.1586553;

    private static final double ABOVE = 0.8413447;

    private Mcse() {}

    /// The mean with its error `sd / sqrt(size)`; nothing is sorted.
    public static Estimate mean(Draws draws) {
        return mean(draws, Ess.ofMean(draws));
    }

    /// The quantile at `p` with half the distance of the order statistics between which it lies with one standard
    /// deviation's probability, `Beta(size p + 1, size (1 - p) + 1)`.
    ///
    /// @throws Misuse for a `p` outside [0, 1]
    public static Estimate quantile(Draws draws, double p) {
        return quantile(draws, p, Ess.quantile(draws, p));
    }

    static Estimate mean(Draws draws, Outcome size) {
        return size.known()
                ? Estimate.of(draws.mean(), draws.sd() / Math.sqrt(size.value()), size.value())
                : Estimate.bare(draws.mean(), size.remark());
    }

    /// The standard deviation with its error `sqrt((m4 - m2^2) / (4 m2 size))`, the size that of `(x - mean)^2`.
    public static Estimate sd(Draws draws) {
        double[] square = new double[draws.size()];
        for (int i = 0; i < square.length; i++) {
            square[i] = Moments.square(draws.flat()[i] - draws.mean());
        }
        Outcome size = Ess.of(draws, square);
        if (!size.known()) {
            return Estimate.bare(draws.sd(), size.remark());
        }
        double m2 = Moments.mean(square);
        double variance = Moments.squares(square, 0, square.length, m2) / square.length;
        return Estimate.of(draws.sd(), Math.sqrt(variance / (4 * m2 * size.value())), size.value());
    }

    static Estimate quantile(Draws draws, double p, Outcome size) {
        double value = draws.quantile(p);
        if (!size.known()) {
            return Estimate.bare(value, size.remark());
        }
        double[] sorted = draws.sorted();
        int n = sorted.length;
        BetaDistribution law = new BetaDistribution(size.value() * p + 1, size.value() * (1 - p) + 1);
        int low = (int) Math.max(Math.floor(law.inverseCumulativeProbability(BELOW) * n), 1);
        int high = (int) Math.min(Math.ceil(law.inverseCumulativeProbability(ABOVE) * n), n);
        return Estimate.of(value, (sorted[high - 1] - sorted[low - 1]) / 2, size.value());
    }
}
