package thalweg.room.law.power;

/// The exponent of one input in a power law.
///
/// @param input the input's name
/// @param value NaN where the data cannot tell this input from others
/// @param error standard error
/// @param scaled the standard error times `sqrt(S / degrees of freedom)` where errors were given and do not
///     explain the scatter (p < 0.01), else NaN
/// @param low lower end of the 95 % interval from `error`
/// @param high upper end
/// @param ratio the nearest simple fraction, judged at 99 % by the scaled error where there is one
/// @param exact whether it follows without data, from units; then all errors are 0
public record Exponent(
        String input, double value, double error, double scaled, double low, double high, Ratio ratio, boolean exact) {
    private static final double STRICT = 0.99;

    /// An exponent that was measured, with the errors that belong to its law.
    ///
    /// @param error standard error, not scaled
    public static Exponent measured(String input, double value, double error, PowerLaw law) {
        double scaled = law.scaled(error);
        double reach = law.confidence().quantile(Confidence.LEVEL) * error;
        Ratio ratio = Double.isNaN(scaled)
                ? Ratio.nearest(value, error, law.confidence().quantile(STRICT))
                : Ratio.nearest(value, scaled, new Confidence(law.degreesOfFreedom()).quantile(STRICT));
        return new Exponent(input, value, error, scaled, value - reach, value + reach, ratio, false);
    }

    /// An exponent that needs no data.
    public static Exponent exact(String input, double value) {
        return new Exponent(input, value, 0, Double.NaN, value, value, Ratio.nearest(value, 0, 1), true);
    }

    /// Whether it is known.
    public boolean determined() {
        return !Double.isNaN(value);
    }
}
