package thalweg.array.transform;

import org.jspecify.annotations.Nullable;
import thalweg.array.Binary;
import thalweg.array.Tensor;
import thalweg.array.Unary;

/// The slopes of pointwise functions, times a tangent or cotangent `t`: the same rule forward and in reverse.
///
/// Null says that the slope is zero everywhere it exists.
final class Slope {
    private Slope() {}

    /// `t f'(x)`, where `y = f(x)`.
    static @Nullable Tensor unary(Unary f, Tensor x, Tensor y, Tensor t) {
        return switch (f) {
            case NEG -> t.neg();
            case RECIPROCAL -> t.times(y.square()).neg();
            case SQRT -> t.over(y).times(0.5);
            case ABS -> t.times(x.sign());
            case EXP -> t.times(y);
            case EXPM1 -> t.times(y.plus(1));
            case LOG -> t.over(x);
            case LOG1P -> t.over(x.plus(1));
            case SIN -> t.times(x.cos());
            case COS -> t.times(x.sin()).neg();
            case TANH -> t.times(Tensor.of(1).minus(y.square()));
            case LOGISTIC -> t.times(y.times(Tensor.of(1).minus(y)));
            case ERF -> t.times(x.square().neg().exp().times(2 / Math.sqrt(Math.PI)));
            case LGAMMA -> t.times(x.polygamma(0));
            case SIGN, FLOOR, REAL, WHOLE -> null;
        };
    }

    /// `t` times the derivative of `out = f(x, y)` by `x`.
    static @Nullable Tensor left(Binary f, Tensor x, Tensor y, Tensor out, Tensor t) {
        return switch (f) {
            case ADD, SUB -> t;
            case MUL -> t.times(y);
            case DIV -> t.over(y);
            case MAX -> t.times(first(y, x));
            case MIN -> t.times(first(x, y));
            case POW -> t.times(y.same(Tensor.of(0)).select(Tensor.of(0), y.times(x.pow(y.minus(1)))));
            case ATAN2 -> t.times(y).over(x.square().plus(y.square()));
            case LESS, EQUAL, AND, XOR, SHIFT_LEFT, SHIFT_RIGHT, MUL_HIGH -> null;
        };
    }

    /// `t` times the derivative of `out = f(x, y)` by `y`.
    static @Nullable Tensor right(Binary f, Tensor x, Tensor y, Tensor out, Tensor t) {
        return switch (f) {
            case ADD -> t;
            case SUB -> t.neg();
            case MUL -> t.times(x);
            case DIV -> t.times(out).over(y).neg();
            case MAX -> t.times(first(x, y));
            case MIN -> t.times(first(y, x));
            case POW ->
                t.times(out.times(x.same(Tensor.of(0)).select(Tensor.of(1), x).log()));
            case ATAN2 -> t.times(x).over(x.square().plus(y.square())).neg();
            case LESS, EQUAL, AND, XOR, SHIFT_LEFT, SHIFT_RIGHT, MUL_HIGH -> null;
        };
    }

    /// 1 where `a < b`, 1/2 where they are the same: a tie is shared.
    private static Tensor first(Tensor a, Tensor b) {
        return a.less(b).plus(a.same(b).times(0.5));
    }
}
