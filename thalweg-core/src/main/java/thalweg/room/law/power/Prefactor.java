package thalweg.room.law.power;

/// The factor in front of a power law, `A = exp(b_0)`.
///
/// @param value NaN where the data cannot tell it from an input
/// @param error standard error, first order: `A se(b_0)`
/// @param scaled the same with the scaled error of the exponents, NaN where there is none
/// @param low lower end of the 95 % interval `exp(b_0 -+ t se(b_0))`
/// @param high upper end
/// @param log `b_0`
/// @param logError standard error of `b_0`
public record Prefactor(
        double value, double error, double scaled, double low, double high, double log, double logError) {
    /// The prefactor whose logarithm was measured, with the errors that belong to its law.
    ///
    /// @param logError standard error of `log`, not scaled
    public static Prefactor measured(double log, double logError, PowerLaw law) {
        double value = StrictMath.exp(log);
        double reach = law.confidence().quantile(Confidence.LEVEL) * logError;
        return new Prefactor(
                value,
                value * logError,
                value * law.scaled(logError),
                StrictMath.exp(log - reach),
                StrictMath.exp(log + reach),
                log,
                logError);
    }
}
