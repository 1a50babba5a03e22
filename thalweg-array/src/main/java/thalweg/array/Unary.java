package thalweg.array;

import org.jspecify.annotations.Nullable;

/// The pointwise functions of one operand.
public enum Unary implements Pointwise {
    NEG,
    RECIPROCAL,
    SQRT,
    ABS,
    /// -1, 0 or 1; the sign of a NaN is NaN.
    SIGN,
    EXP,
    EXPM1,
    LOG,
    LOG1P,
    SIN,
    COS,
    TANH,
    /// `1 / (1 + exp(-x))`.
    LOGISTIC,
    ERF,
    /// `log |Gamma(x)|`.
    LGAMMA,
    FLOOR,
    /// Words as floating point numbers.
    REAL,
    /// Floating point numbers as words, rounded towards zero.
    WHOLE;

    /// The function at a floating point number; conversions have none.
    public double at(double x) {
        return Scalars.function(this).applyAsDouble(x);
    }

    /// The kind of the result, or null where the function is not defined on a kind.
    @Nullable
    Kind on(Kind kind) {
        return switch (this) {
            case NEG, ABS, SIGN -> kind;
            case RECIPROCAL, SQRT, EXP, EXPM1, LOG, LOG1P, SIN, COS, TANH, LOGISTIC, ERF, LGAMMA, FLOOR ->
                kind == Kind.F64 ? Kind.F64 : null;
            case REAL -> kind == Kind.I64 ? Kind.F64 : null;
            case WHOLE -> kind == Kind.F64 ? Kind.I64 : null;
        };
    }
}
