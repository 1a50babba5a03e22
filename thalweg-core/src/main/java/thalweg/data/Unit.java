package thalweg.data;

import org.hipparchus.fraction.Fraction;

/// A unit of measurement: `factor` times a product of powers of SI base units.
///
/// Read from `m s-1`, `m/s`, `m*s^-1`, `kg.m2/s2`, `d`, `au`, `m^(1/2)`; printed as it was written.
///
/// @param text as it was written
/// @param factor size in SI base units
/// @param dimension the powers of the base units
public record Unit(String text, double factor, Dimension dimension) {
    /// The unit of a pure number.
    public static final Unit ONE = new Unit("", 1, Dimension.NONE);

    /// Reads a unit; an unknown symbol or a broken exponent is a `Misuse` that names it.
    public static Unit parse(String text) {
        return UnitReader.read(text);
    }

    /// What one of this unit is in `other`; a `Misuse` where the dimensions differ.
    public double in(Unit other) {
        if (!dimension.equals(other.dimension)) {
            throw new thalweg.array.Misuse(
                    "the unit \"" + text + "\" with dimension " + dimension,
                    "a unit with dimension " + other.dimension + ", like \"" + other.text + "\"",
                    "give both in units of the same kind");
        }
        return factor / other.factor;
    }

    /// `base^power` as this system prints it: `m`, `s^-1`, `m^(1/2)`.
    public static String power(String base, Fraction power) {
        if (power.equals(Fraction.ONE)) {
            return base;
        }
        boolean whole = power.getDenominator() == 1;
        return base + "^"
                + (whole
                        ? String.valueOf(power.getNumerator())
                        : "(" + power.getNumerator() + "/" + power.getDenominator() + ")");
    }
}
