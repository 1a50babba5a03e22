package thalweg.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as people read them: as many digits as the error leaves meaning.
///
/// The error keeps two digits if its leading three are 100 to 354, else one (Particle Data Group, Review of Particle
/// Physics, section 5.3); the value is cut at the same place.
public final class Rounding {
    private Rounding() {}

    /// `1.49987 +- 0.00006`, or the value alone where there is no error.
    public static String withError(double value, double error) {
        if (!Double.isFinite(value) || !Double.isFinite(error) || error <= 0) {
            return number(value);
        }
        BigDecimal cut = error(error);
        if (cut.scale() < 0 || Math.abs(value) >= 1e7 || Math.abs(value) < 1e-4 && value != 0) {
            return scientific(value, cut);
        }
        return BigDecimal.valueOf(value)
                        .setScale(cut.scale(), RoundingMode.HALF_EVEN)
                        .toPlainString() + " +- " + cut.toPlainString();
    }

    /// Six significant digits, trailing zeros dropped; `nan`, `inf` and `-inf` by name.
    public static String number(double value) {
        return number(value, 6);
    }

    public static String number(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Long.toString((long) value);
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < Math.max(digits, 6)) {
            return rounded.toPlainString();
        }
        return rounded.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }

    private static BigDecimal error(double error) {
        BigDecimal exact = new BigDecimal(error);
        BigDecimal three = exact.round(new MathContext(3));
        int leading = three.unscaledValue().intValue();
        while (leading < 100) {
            leading *= 10;
        }
        if (leading < 950) {
            return exact.round(new MathContext(leading < 355 ? 2 : 1));
        }
        BigDecimal one = exact.round(new MathContext(1));
        return one.setScale(one.scale() - one.precision() + 2);
    }

    private static String scientific(double value, BigDecimal cut) {
        BigDecimal exact = BigDecimal.valueOf(value);
        int lead = cut.precision() - cut.scale() - 1;
        int exponent = Math.max(exact.precision() - exact.scale() - 1, lead);
        int digits = exponent - lead + cut.precision() - 1;
        return "("
                + exact.movePointLeft(exponent)
                        .setScale(digits, RoundingMode.HALF_EVEN)
                        .toPlainString() + " +- "
                + cut.movePointLeft(exponent)
                        .setScale(digits, RoundingMode.HALF_EVEN)
                        .toPlainString() + ")e" + exponent;
    }
}
