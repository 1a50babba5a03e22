package thalweg.measure;

import thalweg.array.Misuse;

/// Draws from one law that count for another, by weights known up to a factor: `w = p(x) / q(x)`, given as
/// logarithms.
///
/// Means are self-normalised, `sum w x / sum w`, with the error of the ratio to first order; the effective size is
/// Kish's `(sum w)^2 / sum w^2` (Owen, *Monte Carlo Theory, Methods and Examples*, chapter 9).
public final class Weights {
    private static final double COLLAPSED = 10;

    private final double[] log;
    private final double logMean;
    private final double sumOfSquares;
    private final String remark;

    /// @param logWeights natural logarithms; minus infinity is a weight of 0
    private Weights(double[] logWeights) {
        this.log = logWeights.clone();
        double sum = LogSum.of(log);
        double squares = 0;
        for (int i = 0; i < log.length; i++) {
            log[i] -= sum;
            squares += Moments.square(StrictMath.exp(log[i]));
        }
        this.logMean = sum - StrictMath.log(log.length);
        this.sumOfSquares = squares;
        this.remark = remark(logWeights, 1 / squares);
    }

    public static Weights of(double[] logWeights) {
        return new Weights(logWeights);
    }

    private static String remark(double[] w, double size) {
        boolean any = false;
        for (int i = 0; i < w.length; i++) {
            if (Double.isNaN(w[i]) || w[i] == Double.POSITIVE_INFINITY) {
                return "log weight " + (i + 1) + " is " + w[i];
            }
            any |= w[i] != Double.NEGATIVE_INFINITY;
        }
        if (!any) {
            return w.length == 0 ? "no weights" : "all weights are zero";
        }
        return size < COLLAPSED ? "the weights collapsed: an effective size of " + (float) size : "";
    }

    /// The logarithms of the weights, normalised to sum 1.
    public double[] log() {
        return log.clone();
    }

    /// How many draws of equal weight would carry the same error.
    public Outcome effectiveSize() {
        return new Outcome(1 / sumOfSquares, remark);
    }

    /// The weighted mean of `x`.
    ///
    /// @param x one number a weight
    /// @throws Misuse for another length
    public Estimate mean(double[] x) {
        if (x.length != log.length) {
            throw new Misuse(
                    x.length + " numbers for " + log.length + " weights",
                    "one number a weight",
                    "pass both in one order");
        }
        String odd = Series.odd("number", x);
        if (!odd.isEmpty()) {
            return Estimate.none(odd);
        }
        double mean = 0;
        for (int i = 0; i < x.length; i++) {
            mean += StrictMath.exp(log[i]) * x[i];
        }
        double square = 0;
        for (int i = 0; i < x.length; i++) {
            square += Moments.square(StrictMath.exp(log[i]) * (x[i] - mean));
        }
        return Estimate.of(mean, Math.sqrt(square), 1 / sumOfSquares).with(remark);
    }

    /// The logarithm of the mean weight, `log(Z_p / Z_q)` for unnormalised densities; its error is the relative
    /// error of the mean.
    public Estimate logMean() {
        double n = log.length;
        double square = (n * sumOfSquares - 1) / (n - 1);
        return Estimate.of(logMean, Math.sqrt(Math.max(square, 0)), 1 / sumOfSquares)
                .with(remark);
    }
}
