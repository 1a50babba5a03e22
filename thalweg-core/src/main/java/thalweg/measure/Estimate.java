package thalweg.measure;

/// A number that was found by sampling or fitting, with its error: `value +- error`.
///
/// @param value NaN where it could not be found
/// @param error in the unit of the value; NaN where none can be stated
/// @param errorKind what the error is: `standard`, `bound`, ...; empty without an error
/// @param size the number of independent draws that would carry the same error; NaN where that has no meaning
/// @param remark why a number is missing or should not be trusted; empty where all is well
public record Estimate(double value, double error, String errorKind, double size, String remark) {
    private static final String STANDARD = "standard";

    /// With a standard error.
    public static Estimate of(double value, double error, double size) {
        return new Estimate(value, error, Double.isNaN(error) ? "" : STANDARD, size, "");
    }

    /// With an error that cannot be exceeded.
    static Estimate bounded(double value, double bound) {
        return new Estimate(value, bound, "bound", Double.NaN, "");
    }

    /// A value of which no error can be stated.
    static Estimate bare(double value, String why) {
        return new Estimate(value, Double.NaN, "", Double.NaN, why);
    }

    static Estimate none(String why) {
        return bare(Double.NaN, why);
    }

    Estimate with(String newRemark) {
        return new Estimate(value, error, errorKind, size, newRemark);
    }

    /// Whether there is a value.
    public boolean known() {
        return !Double.isNaN(value);
    }

    /// How many errors the value lies above `reference`; NaN without an error.
    public double deviation(double reference) {
        return (value - reference) / error;
    }

    @Override
    public String toString() {
        if (!known()) {
            return remark;
        }
        String number = Double.isNaN(error) ? Double.toString(value) : value + " +- " + error;
        return remark.isEmpty() ? number : number + " (" + remark + ")";
    }
}
