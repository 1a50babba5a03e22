package thalweg.formula;

import java.util.Map;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.data.Nearest;

/// Applies a formula to tensors, so that it can be differentiated, batched and compiled.
///
/// @param values a tensor for each name
record Tensors(Map<String, Tensor> values) {
    Tensor of(Formula formula) {
        return switch (formula) {
            case Formula.Literal(double value) -> Tensor.of(value);
            case Formula.Constant constant -> Tensor.of(constant.value());
            case Formula.Name(String name) -> named(name);
            case Formula.Apply(Function function, Formula x) -> apply(function, of(x));
            case Formula.Join(Operator operator, Formula x, Formula y) -> join(operator, x, y);
        };
    }

    private Tensor named(String name) {
        Tensor value = values.get(name);
        if (value == null) {
            throw new Misuse(
                    "the name " + Names.written(name) + " without a value",
                    "one of " + String.join(", ", values.keySet()),
                    Nearest.advice(name, values.keySet(), "give it a value"));
        }
        return value;
    }

    private static Tensor apply(Function function, Tensor x) {
        return switch (function) {
            case NEGATE -> x.neg();
            case EXP -> x.exp();
            case EXPM1 -> x.expm1();
            case LOG -> x.log();
            case LOG1P -> x.log1p();
            case LOG10 -> x.log().over(StrictMath.log(10));
            case LOG2 -> x.log().over(StrictMath.log(2));
            case SQRT -> x.sqrt();
            case SIN -> x.sin();
            case COS -> x.cos();
            case TAN -> x.tan();
            case ASIN -> x.asin();
            case ACOS -> x.acos();
            case ATAN -> x.atan();
            case SINH -> x.sinh();
            case COSH -> x.cosh();
            case TANH -> x.tanh();
            case ASINH -> asinh(x);
            case ACOSH -> acosh(x.minus(1));
            case ATANH -> atanh(x);
            case ABS -> x.abs();
            case SIGN -> x.sign();
            case FLOOR -> x.floor();
            case CEIL -> x.neg().floor().neg();
            case ERF -> x.erf();
            case GAMMA -> gamma(x);
            case LGAMMA -> x.lgamma();
            case DIGAMMA -> x.polygamma(0);
        };
    }

    private Tensor join(Operator operator, Formula x, Formula y) {
        return switch (operator) {
            case ADD -> of(x).plus(of(y));
            case SUBTRACT -> of(x).minus(of(y));
            case MULTIPLY -> of(x).times(of(y));
            case DIVIDE -> of(x).over(of(y));
            case POWER -> {
                Double power = Simple.number(y);
                yield power == null ? of(x).pow(of(y)) : of(x).pow(power);
            }
            case ATAN2 -> of(x).atan2(of(y));
            case MIN -> of(x).min(of(y));
            case MAX -> of(x).max(of(y));
            case POLYGAMMA -> of(y).polygamma((int) ((Formula.Literal) x).value());
        };
    }

    private static Tensor asinh(Tensor x) {
        Tensor side = side(x);
        Tensor a = side.times(x);
        Tensor b = a.min(Tensor.of(Function.LARGE));
        Tensor root = b.square().plus(1).sqrt().plus(a.minus(b));
        return side.times(a.plus(a.times(a.over(root.plus(1)))).log1p());
    }

    /// `acosh(1 + t)`.
    private static Tensor acosh(Tensor t) {
        Tensor b = t.min(Tensor.of(Function.LARGE));
        return t.plus(b.times(b.plus(2)).sqrt().plus(t.minus(b))).log1p();
    }

    private static Tensor atanh(Tensor x) {
        Tensor side = side(x);
        Tensor a = side.times(x);
        return side.times(a.times(2).over(a.neg().plus(1)).log1p().times(0.5));
    }

    /// -1 for a negative number, else 1.
    private static Tensor side(Tensor x) {
        return x.less(Tensor.of(0)).times(-2).plus(1);
    }

    /// Gamma is negative between -1 and 0, positive between -2 and -1, and so on.
    static Tensor gamma(Tensor x) {
        Tensor half = x.min(Tensor.of(0)).floor().times(0.5);
        Tensor odd = half.minus(half.floor());
        return x.lgamma().exp().times(odd.times(-4).plus(1));
    }
}
