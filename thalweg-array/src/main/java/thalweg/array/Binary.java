package thalweg.array;

import org.jspecify.annotations.Nullable;

/// The pointwise functions of two operands.
public enum Binary implements Pointwise {
    ADD,
    SUB,
    MUL,
    DIV,
    MAX,
    MIN,
    /// `x^y`; NaN for a negative `x` and a `y` that is not whole.
    POW,
    /// The angle of the point (second operand, first operand).
    ATAN2,
    /// 1 where `x < y`, else 0, in F64.
    LESS,
    /// 1 where `x == y`, else 0, in F64.
    EQUAL,
    AND,
    XOR,
    SHIFT_LEFT,
    /// Unsigned: zeros come in from the left.
    SHIFT_RIGHT,
    /// The upper 64 bits of the unsigned product.
    MUL_HIGH;

    /// The function at floating point numbers; words have their own.
    public double at(double x, double y) {
        return Scalars.apply(this, x, y);
    }

    /// The function at words; comparisons and floating point functions have their own.
    public long at(long x, long y) {
        return Scalars.apply(this, x, y);
    }

    /// The kind of the result, or null where the function is not defined on a kind.
    @Nullable
    Kind on(Kind kind) {
        return switch (this) {
            case ADD, SUB, MUL, MAX, MIN -> kind;
            case DIV, POW, ATAN2 -> kind == Kind.F64 ? Kind.F64 : null;
            case LESS, EQUAL -> Kind.F64;
            case AND, XOR, SHIFT_LEFT, SHIFT_RIGHT, MUL_HIGH -> kind == Kind.I64 ? Kind.I64 : null;
        };
    }
}
