package thalweg.array;

import java.util.function.DoubleUnaryOperator;
import thalweg.array.kernel.Angle;
import thalweg.array.kernel.ErrorFunction;
import thalweg.array.kernel.Exponential;
import thalweg.array.kernel.LogGamma;
import thalweg.array.kernel.Logarithm;
import thalweg.array.kernel.Power;
import thalweg.array.kernel.Trigonometric;

/// The pointwise functions on single numbers, by our own formulas, so that
/// every machine gives the same bits, and eager tensors those of compiled programs.
final class Scalars {
    private Scalars() {}

    static DoubleUnaryOperator function(Unary op) {
        return switch (op) {
            case NEG -> x -> -x;
            case RECIPROCAL -> x -> 1 / x;
            case SQRT -> Math::sqrt;
            case ABS -> Math::abs;
            case SIGN -> Math::signum;
            case EXP -> Exponential::exp;
            case EXPM1 -> Exponential::expm1;
            case LOG -> Logarithm::log;
            case LOG1P -> Logarithm::log1p;
            case SIN -> Trigonometric::sin;
            case COS -> Trigonometric::cos;
            case TANH -> Exponential::tanh;
            case LOGISTIC -> Exponential::logistic;
            case ERF -> ErrorFunction::erf;
            case LGAMMA -> LogGamma::lgamma;
            case FLOOR -> Math::floor;
            case REAL, WHOLE -> throw new IllegalArgumentException("a conversion changes the kind");
        };
    }

    static double[] apply(Binary op, double[] x, double[] y) {
        double[] out = new double[x.length];
        switch (op) {
            case ADD -> {
                for (int i = 0; i < out.length; i++) {
                    out[i] = x[i] + y[i];
                }
            }
            case SUB -> {
                for (int i = 0; i < out.length; i++) {
                    out[i] = x[i] - y[i];
                }
            }
            case MUL -> {
                for (int i = 0; i < out.length; i++) {
                    out[i] = x[i] * y[i];
                }
            }
            case DIV -> {
                for (int i = 0; i < out.length; i++) {
                    out[i] = x[i] / y[i];
                }
            }
            case MAX, MIN, POW, ATAN2, LESS, EQUAL -> {
                for (int i = 0; i < out.length; i++) {
                    out[i] = apply(op, x[i], y[i]);
                }
            }
            case AND, XOR, SHIFT_LEFT, SHIFT_RIGHT, MUL_HIGH -> throw words(op);
        }
        return out;
    }

    static double apply(Binary op, double x, double y) {
        return switch (op) {
            case ADD -> x + y;
            case SUB -> x - y;
            case MUL -> x * y;
            case DIV -> x / y;
            case MAX -> Math.max(x, y);
            case MIN -> Math.min(x, y);
            case POW -> Power.pow(x, y);
            case ATAN2 -> Angle.atan2(x, y);
            case LESS -> x < y ? 1 : 0;
            case EQUAL -> x == y ? 1 : 0;
            case AND, XOR, SHIFT_LEFT, SHIFT_RIGHT, MUL_HIGH -> throw words(op);
        };
    }

    static long apply(Binary op, long x, long y) {
        return switch (op) {
            case ADD -> x + y;
            case SUB -> x - y;
            case MUL -> x * y;
            case MAX -> Math.max(x, y);
            case MIN -> Math.min(x, y);
            case AND -> x & y;
            case XOR -> x ^ y;
            case SHIFT_LEFT -> y < 0 || y > 63 ? 0 : x << y;
            case SHIFT_RIGHT -> y < 0 || y > 63 ? 0 : x >>> y;
            case MUL_HIGH -> Math.unsignedMultiplyHigh(x, y);
            case DIV, POW, ATAN2, LESS, EQUAL -> throw words(op);
        };
    }

    private static IllegalArgumentException words(Binary op) {
        return new IllegalArgumentException(op + " is not defined on this kind");
    }
}
