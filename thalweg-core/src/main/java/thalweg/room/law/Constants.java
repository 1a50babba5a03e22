package thalweg.room.law;

/// What the constants of a law may be.
public enum Constants {
    /// any number, with whatever unit makes the law right
    ANY,
    /// pure numbers: units restrict the exponents
    DIMENSIONLESS
}
