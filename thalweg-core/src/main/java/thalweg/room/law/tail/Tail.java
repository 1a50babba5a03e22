package thalweg.room.law.tail;

import thalweg.array.Misuse;

/// A fitted tail: the power law of greatest likelihood above `x_min`, and how far the points lie from it.
///
/// @param law the power law with its alpha, `x_min` and end
/// @param error standard error of alpha at this `x_min`, from the curvature of the likelihood
/// @param ks Kolmogorov-Smirnov distance of law and points above `x_min`
/// @param logLikelihood natural logarithm of the likelihood of those points
/// @param points how many points lie at or above `x_min`
/// @param size how many points there are
/// @param scanned whether `x_min` was searched for rather than given
public record Tail(
        PowerTail law, double error, double ks, double logLikelihood, int points, int size, boolean scanned) {
    /// Fits the tail with the `x_min` of smallest Kolmogorov-Smirnov distance among all distinct values.
    ///
    /// @throws Misuse for fewer than two distinct values
    public static Tail fit(Sample sample) {
        if (sample.distinct() < 2) {
            throw few(sample.distinct(), "");
        }
        int i = Scan.best(sample);
        return at(sample, i, sample.value(i), true);
    }

    /// Fits the tail above a given `x_min`.
    ///
    /// @throws Misuse where fewer than two distinct values lie at or above `min`, or `min` is not positive, or
    ///     it is no integer in a discrete sample
    public static Tail fit(Sample sample, double min) {
        if (!(min > 0) || sample.discrete() && min != Math.rint(min)) {
            throw new Misuse(
                    "an x_min of " + min,
                    sample.discrete() ? "an integer of 1 or more" : "a positive number",
                    "correct x_min, or leave it out to search for it");
        }
        int i = sample.indexAbove(min);
        if (sample.distinct() - i < 2) {
            throw few(sample.distinct() - i, " at or above an x_min of " + min);
        }
        return at(sample, i, min, false);
    }

    public double alpha() {
        return law.alpha();
    }

    public double min() {
        return law.min();
    }

    private static Tail at(Sample sample, int i, double min, boolean scanned) {
        PowerTail law = PowerTail.fit(sample, i, min, 0);
        Distance distance = new Distance(sample, law, i);
        distance.measure(Double.POSITIVE_INFINITY);
        int points = sample.above(i);
        double logLikelihood = points * (law.log(min) - law.alpha() * sample.mean(i, min));
        return new Tail(law, law.error(points), distance.greatest(), logLikelihood, points, sample.size(), scanned);
    }

    private static Misuse few(int distinct, String where) {
        return new Misuse(
                distinct + " different value" + (distinct == 1 ? "" : "s") + where,
                "at least 2 to fit a tail",
                where.isEmpty() ? "give data that vary" : "lower x_min");
    }
}
