package thalweg.room.law.power;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/// The law of an estimate in units of its standard error: Student's t where the error was estimated from the
/// scatter, normal where it was known.
///
/// @param degreesOfFreedom of Student's t, infinity for the normal law
public record Confidence(double degreesOfFreedom) {
    /// What stated intervals hold.
    public static final double LEVEL = 0.95;

    static final Confidence NORMAL = new Confidence(Double.POSITIVE_INFINITY);

    /// The half width, in standard errors, of the interval that holds the truth with probability `level`.
    ///
    /// @param level such as 0.95
    public double quantile(double level) {
        double upper = (1 + level) / 2;
        if (degreesOfFreedom == Double.POSITIVE_INFINITY) {
            return new NormalDistribution().inverseCumulativeProbability(upper);
        }
        TDistribution t = new TDistribution(degreesOfFreedom);
        double z = t.inverseCumulativeProbability(upper);
        return z - (t.cumulativeProbability(z) - upper) / t.density(z);
    }
}
