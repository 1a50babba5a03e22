package thalweg.formula;

import java.util.Locale;
import thalweg.array.Tensor;
import thalweg.array.kernel.Angle;
import thalweg.array.kernel.ErrorFunction;
import thalweg.array.kernel.Exponential;
import thalweg.array.kernel.LogGamma;
import thalweg.array.kernel.Logarithm;
import thalweg.array.kernel.Polygamma;
import thalweg.array.kernel.Trigonometric;

/// A real function of one variable that a formula may use.
public enum Function {
    NEGATE,
    EXP,
    /// `e^x - 1`, exact near 0.
    EXPM1,
    /// The natural logarithm, also written `ln`.
    LOG,
    /// `log(1 + x)`, exact near 0.
    LOG1P,
    LOG10,
    LOG2,
    SQRT,
    SIN,
    COS,
    TAN,
    ASIN,
    ACOS,
    ATAN,
    SINH,
    COSH,
    TANH,
    ASINH,
    ACOSH,
    ATANH,
    ABS,
    /// -1, 0 or 1.
    SIGN,
    FLOOR,
    CEIL,
    /// `2 / sqrt(pi) * integral of exp(-t^2) from 0 to x` (DLMF 7.2.1).
    ERF,
    /// `exp(lgamma(x))` with the sign of Gamma (DLMF 5.2.1).
    GAMMA,
    /// `log |Gamma(x)|`.
    LGAMMA,
    /// `d log Gamma(x) / dx` (DLMF 5.2.2).
    DIGAMMA;

    private static final double LOG_TWO = StrictMath.log(2);
    /// Beyond this the square of a number is not needed beside 1, and below it does not overflow.
    static final double LARGE = 1e100;

    /// The word in front of the parenthesis.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The value at `x`, the same bits everywhere; NaN where the function is not defined.
    public double of(double x) {
        return switch (this) {
            case NEGATE -> -x;
            case EXP -> Exponential.exp(x);
            case EXPM1 -> Exponential.expm1(x);
            case LOG -> Logarithm.log(x);
            case LOG1P -> Logarithm.log1p(x);
            case LOG10 -> StrictMath.log10(x);
            case LOG2 -> Logarithm.log(x) / LOG_TWO;
            case SQRT -> Math.sqrt(x);
            case SIN -> Trigonometric.sin(x);
            case COS -> Trigonometric.cos(x);
            case TAN -> StrictMath.tan(x);
            case ASIN -> StrictMath.asin(x);
            case ACOS -> StrictMath.acos(x);
            case ATAN -> Angle.atan2(x, 1);
            case SINH -> StrictMath.sinh(x);
            case COSH -> StrictMath.cosh(x);
            case TANH -> Exponential.tanh(x);
            case ASINH -> Math.copySign(asinh(Math.abs(x)), x);
            case ACOSH -> x < 1 ? Double.NaN : acosh(x - 1);
            case ATANH -> Math.copySign(0.5 * Logarithm.log1p(2 * Math.abs(x) / (1 - Math.abs(x))), x);
            case ABS -> Math.abs(x);
            case SIGN -> Math.signum(x);
            case FLOOR -> Math.floor(x);
            case CEIL -> Math.ceil(x);
            case ERF -> ErrorFunction.erf(x);
            case GAMMA -> Tensors.gamma(Tensor.of(x)).value();
            case LGAMMA -> LogGamma.lgamma(x);
            case DIGAMMA -> Polygamma.polygamma(0, x);
        };
    }

    private static double asinh(double a) {
        double b = Math.min(a, LARGE);
        return Logarithm.log1p(a + a * (a / (1 + (Math.sqrt(1 + b * b) + (a - b)))));
    }

    /// `acosh(1 + t)`.
    private static double acosh(double t) {
        double b = Math.min(t, LARGE);
        return Logarithm.log1p(t + (Math.sqrt(b * (2 + b)) + (t - b)));
    }
}
