package thalweg.measure;

/// A number without an error of its own, or the sentence that says why there is none.
///
/// @param value NaN where it cannot be computed
/// @param remark why it cannot be computed or should not be trusted; empty where all is well
public record Outcome(double value, String remark) {
    static Outcome of(double value) {
        return new Outcome(value, "");
    }

    static Outcome none(String why) {
        return new Outcome(Double.NaN, why);
    }

    /// Whether there is a number.
    public boolean known() {
        return !Double.isNaN(value);
    }

    @Override
    public String toString() {
        if (remark.isEmpty()) {
            return Double.toString(value);
        }
        return known() ? value + " (" + remark + ")" : remark;
    }
}
