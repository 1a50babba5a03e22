package thalweg.room.law.rival;

import java.util.Locale;
import org.hipparchus.special.Gamma;
import thalweg.room.law.tail.Sample;

/// Poisson's law at and above `x_min`, for integers: `p(k) = mean^k exp(-mean) / k! / P(k >= x_min)`.
///
/// @param mean of the whole law, above 0
/// @param min where it begins
public record Poisson(double mean, double min) implements Rival {
    private static final int STEPS = 200;

    /// The law of greatest likelihood: its mean at and above `x_min` is that of the points; by bisection and
    /// Newton's method.
    public static Poisson fit(Sample sample, double min) {
        double found = Above.of(sample, min).mean(k -> k);
        double low = 0;
        double high = found;
        double mean = found;
        for (int step = 0; step < STEPS; step++) {
            double first = StrictMath.exp(logAt(mean, min, min));
            double upper = mean + min * first; // E[k | k >= min]
            double pairs = mean * mean + min * first * (mean + min - 1); // E[k (k - 1) | k >= min]
            double variance = pairs + upper - upper * upper; // d upper / d ln mean
            if (upper > found) {
                high = mean;
            } else {
                low = mean;
            }
            double next = mean * (1 + (found - upper) / variance);
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            if (Math.abs(next - mean) <= 0x1p-50 * mean) {
                break;
            }
            mean = next;
        }
        return new Poisson(mean, min);
    }

    private static double logAt(double mean, double min, double k) {
        return k * StrictMath.log(mean) - Gamma.logGamma(k + 1) - mean - logSurvival(mean, min);
    }

    /// `ln P(k >= min)`: a regularised incomplete gamma function, by its series where it is small.
    private static double logSurvival(double mean, double min) {
        if (mean > min) {
            return StrictMath.log(Gamma.regularizedGammaP(min, mean));
        }
        double term = 1;
        double sum = 1;
        for (double k = min + 1; term > 1e-17 * sum; k++) {
            term *= mean / k;
            sum += term;
        }
        return min * StrictMath.log(mean) - mean - Gamma.logGamma(min + 1) + StrictMath.log(sum);
    }

    @Override
    public String name() {
        return "Poisson";
    }

    @Override
    public double log(double k) {
        return logAt(mean, min, k);
    }

    @Override
    public boolean boundary() {
        return false;
    }

    @Override
    public String parameters() {
        return String.format(Locale.ROOT, "mean %.6g", mean);
    }
}
