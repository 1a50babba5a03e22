package thalweg.measure;

import java.util.function.DoubleUnaryOperator;
import thalweg.array.Misuse;

/// Effective sizes: how many independent draws would be worth as much, `S / tau` with the integrated
/// autocorrelation time `tau` by Geyer's rule, always of the halves of chains, so that chains that disagree count
/// little.
///
/// Vehtari, Gelman, Simpson, Carpenter and Bürkner, Bayesian Analysis 16 (2021) 667, sections 3 and 4.
///
/// @param bulk of the normal scores: for the middle of any law, also one without variance
/// @param tail the lesser of those of the 5 % and the 95 % quantile
/// @param mean for the mean
/// @param sd for the standard deviation, of `|x - mean|`
/// @param median for the median
public record Ess(Outcome bulk, Outcome tail, Outcome mean, Outcome sd, Outcome median) {
    public static Ess of(Draws draws) {
        if (!draws.flaw().isEmpty()) {
            Outcome none = Outcome.none(draws.flaw());
            return new Ess(none, none, none, none, none);
        }
        return of(draws, new Ranks(draws).scores(), quantile(draws, 0.05), quantile(draws, 0.95));
    }

    static Ess of(Draws draws, Pieces scores, Outcome lower, Outcome upper) {
        double[] width = new double[draws.size()];
        for (int i = 0; i < width.length; i++) {
            width[i] = Math.abs(draws.flat()[i] - draws.mean());
        }
        return new Ess(
                Geyer.size(new Autocovariance(scores)),
                tail(lower, upper),
                ofMean(draws),
                of(draws, width),
                quantile(draws, 0.5));
    }

    /// For the mean alone: nothing is sorted.
    public static Outcome ofMean(Draws draws) {
        return of(draws, draws.flat());
    }

    /// For the mean of `f(x)`.
    public static Outcome of(Draws draws, DoubleUnaryOperator f) {
        if (!draws.flaw().isEmpty()) {
            return Outcome.none(draws.flaw());
        }
        double[] x = draws.flat();
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = f.applyAsDouble(x[i]);
            if (!Double.isFinite(y[i])) {
                return Outcome.none("the function of " + x[i] + " is " + y[i]);
            }
        }
        return of(draws, y);
    }

    /// For the mean of `y`, an array laid out as the draws.
    static Outcome of(Draws draws, double[] y) {
        return draws.flaw().isEmpty() ? Geyer.size(new Autocovariance(draws.halves(y))) : Outcome.none(draws.flaw());
    }

    /// For the quantile at `p`: of the indicator of `x <= quantile`.
    ///
    /// @throws Misuse for a `p` outside [0, 1]
    public static Outcome quantile(Draws draws, double p) {
        double level = draws.quantile(p);
        if (!draws.flaw().isEmpty()) {
            return Outcome.none(draws.flaw());
        }
        double[] sorted = draws.sorted();
        return level < sorted[sorted.length - 1]
                ? Geyer.size(new Hits(draws.halves(draws.flat()), level))
                : Outcome.none("no draw lies above the quantile at " + p);
    }

    /// For the probability to lie between two quantiles: small where chains mix badly in that part of the law.
    ///
    /// @throws Misuse unless `0 <= low < high <= 1`
    public static Outcome local(Draws draws, double low, double high) {
        if (!(low < high)) {
            throw new Misuse("quantiles from " + low + " to " + high, "low below high", "exchange them");
        }
        double above = low == 0 ? Double.NEGATIVE_INFINITY : draws.quantile(low);
        double upTo = draws.quantile(high);
        return of(draws, x -> x > above && x <= upTo ? 1 : 0);
    }

    /// Of the chains as they are, neither halved nor ranked.
    public static Outcome basic(Draws draws) {
        return draws.flaw().isEmpty()
                ? Geyer.size(new Autocovariance(draws.whole(draws.flat())))
                : Outcome.none(draws.flaw());
    }

    private static Outcome tail(Outcome lower, Outcome upper) {
        if (lower.known() && upper.known()) {
            return lower.value() <= upper.value() ? lower : upper;
        }
        return lower.known() ? new Outcome(lower.value(), "lower tail only: " + upper.remark()) : lower;
    }
}
