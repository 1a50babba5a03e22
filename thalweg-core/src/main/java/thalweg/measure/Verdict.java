package thalweg.measure;

/// The outcome of a test of a hypothesis.
///
/// @param statistic how far the data are from the hypothesis, in the measure of the test
/// @param p the probability to be at least that far where the hypothesis is true; NaN where it cannot be computed
/// @param remark why there is none, or what to know about it; empty where all is well
public record Verdict(double statistic, double p, String remark) {
    static Verdict of(double statistic, double p) {
        return new Verdict(statistic, Math.min(Math.max(p, 0), 1), "");
    }

    static Verdict none(String why) {
        return new Verdict(Double.NaN, Double.NaN, why);
    }

    /// Whether there is a p-value.
    public boolean known() {
        return !Double.isNaN(p);
    }
}
