package thalweg.room.law.power;

/// What the data do determine where inputs depend on each other.
///
/// @param text `n(mass) + 2 n(radius)`, the sum of exponents, or `A * 3^n(radius)`
/// @param value its value
/// @param error its standard error
public record Combination(String text, double value, double error) {}
