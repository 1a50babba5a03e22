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
public record Exponent(String input, double value, double error, double scaled, double low, double high, Ratio ratio) {
    /// Whether the data determine it.
    public boolean determined() {
        return !Double.isNaN(value);
    }
}
