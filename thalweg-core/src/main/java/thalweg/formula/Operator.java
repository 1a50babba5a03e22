package thalweg.formula;

import java.util.Locale;
import thalweg.array.kernel.Angle;
import thalweg.array.kernel.Polygamma;
import thalweg.array.kernel.Power;

/// A real function of two variables that a formula may use.
public enum Operator {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    /// `x^y`, also written `x**y` and `pow(x, y)`; NaN for a negative `x` and a `y` that is not whole.
    POWER,
    /// The angle of the point (second operand, first operand), in radians.
    ATAN2,
    MIN,
    MAX,
    /// `psi^(n)(x)`; the first operand `n` is a whole number that stands in the formula (DLMF 5.15).
    POLYGAMMA;

    /// The word in front of the parenthesis, where it is written so.
    public String word() {
        return this == POWER ? "pow" : name().toLowerCase(Locale.ROOT);
    }

    /// The value at `(x, y)`, the same bits everywhere; NaN where the function is not defined.
    public double of(double x, double y) {
        return switch (this) {
            case ADD -> x + y;
            case SUBTRACT -> x - y;
            case MULTIPLY -> x * y;
            case DIVIDE -> x / y;
            case POWER -> Power.pow(x, y);
            case ATAN2 -> Angle.atan2(x, y);
            case MIN -> Math.min(x, y);
            case MAX -> Math.max(x, y);
            case POLYGAMMA -> Polygamma.polygamma((int) x, y);
        };
    }
}
