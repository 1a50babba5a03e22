package thalweg.data;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hipparchus.fraction.Fraction;

/// A product of powers of base units, `m^a kg^b s^c A^d K^e mol^f cd^g`, with rational exponents.
///
/// @param exponents base unit to exponent; zero exponents are left out
public record Dimension(Map<String, Fraction> exponents) {
    /// The dimension of a pure number.
    public static final Dimension NONE = new Dimension(Map.of());

    /// Drops zero exponents and sorts by base unit.
    public Dimension {
        Map<String, Fraction> kept = new TreeMap<>();
        exponents.forEach((base, power) -> {
            if (!power.isZero()) {
                kept.put(base, power);
            }
        });
        exponents = Collections.unmodifiableMap(kept);
    }

    /// The dimension of one base unit.
    public static Dimension base(String symbol) {
        return new Dimension(Map.of(symbol, Fraction.ONE));
    }

    public Dimension times(Dimension other) {
        Map<String, Fraction> sum = new TreeMap<>(exponents);
        other.exponents.forEach((base, power) -> sum.merge(base, power, Fraction::add));
        return new Dimension(sum);
    }

    public Dimension power(Fraction power) {
        Map<String, Fraction> scaled = new TreeMap<>();
        exponents.forEach((base, own) -> scaled.put(base, own.multiply(power)));
        return new Dimension(scaled);
    }

    /// The exponent of one base unit, zero where it does not occur.
    public Fraction of(String base) {
        return exponents.getOrDefault(base, Fraction.ZERO);
    }

    public Set<String> bases() {
        return exponents.keySet();
    }

    public boolean isNone() {
        return exponents.isEmpty();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        exponents.forEach(
                (base, power) -> text.append(text.isEmpty() ? "" : " ").append(Unit.power(base, power)));
        return text.isEmpty() ? "1" : text.toString();
    }
}
