package thalweg.room.law.power;

import java.util.Map;

/// A standard error that moves one logarithm or several at once: an error of `ln x` moves `ln (y / x)` down and
/// `ln (x / z)` up.
///
/// @param column where x stands
/// @param error where its standard errors stand
/// @param powers the power of x in each quantity of a law that it occurs in
public record Noise(String column, String error, Map<String, Double> powers) {
    public Noise {
        powers = Map.copyOf(powers);
    }

    /// The error of a quantity of its own.
    static Noise of(String column, String error) {
        return new Noise(column, error, Map.of(column, 1.0));
    }

    double power(String name) {
        return powers.getOrDefault(name, 0.0);
    }
}
