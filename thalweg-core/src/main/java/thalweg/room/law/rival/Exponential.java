package thalweg.room.law.rival;

import java.util.Locale;
import thalweg.room.law.tail.Sample;

/// The exponential law above `x_min`, `p(x) = rate exp(-rate (x - x_min))`; for integers the geometric law,
/// `p(k) = (1 - exp(-rate)) exp(-rate (k - x_min))`.
///
/// @param rate above 0
/// @param min where it begins
/// @param discrete whether x is an integer
public record Exponential(double rate, double min, boolean discrete) implements Rival {
    /// The law of greatest likelihood: `1 / rate` is the mean of `x - x_min`, `ln(1 + 1 / mean)` the discrete
    /// rate.
    public static Exponential fit(Sample sample, double min) {
        Above above = Above.of(sample, min);
        double mean = above.mean(x -> x - min);
        return new Exponential(sample.discrete() ? StrictMath.log1p(1 / mean) : 1 / mean, min, sample.discrete());
    }

    @Override
    public String name() {
        return "exponential";
    }

    @Override
    public double log(double x) {
        double norm = discrete ? -StrictMath.expm1(-rate) : rate;
        return StrictMath.log(norm) - rate * (x - min);
    }

    @Override
    public boolean boundary() {
        return false;
    }

    @Override
    public String parameters() {
        return String.format(Locale.ROOT, "rate %.6g", rate);
    }
}
