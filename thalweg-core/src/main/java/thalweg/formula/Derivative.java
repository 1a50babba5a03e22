package thalweg.formula;

import org.jspecify.annotations.Nullable;

/// The derivative of a formula by one of its names, as a formula of the same grammar.
final class Derivative {
    private static final Formula TWO = new Formula.Literal(2);

    private final String name;

    private Derivative(String name) {
        this.name = name;
    }

    static Formula of(Formula formula, String name) {
        Formula derivative = new Derivative(name).slope(formula);
        return derivative == null ? new Formula.Literal(0) : derivative;
    }

    /// The derivative; null where it is 0 everywhere.
    private @Nullable Formula slope(Formula formula) {
        return switch (formula) {
            case Formula.Literal _, Formula.Constant _ -> null;
            case Formula.Name(String own) -> own.equals(name) ? Simple.ONE : null;
            case Formula.Apply(Function function, Formula x) -> {
                Formula dx = slope(x);
                yield dx == null ? null : apply(function, formula, x, dx);
            }
            case Formula.Join(Operator operator, Formula x, Formula y) -> {
                Formula dx = slope(x);
                Formula dy = slope(y);
                yield dx == null && dy == null ? null : join(operator, formula, x, y, dx, dy);
            }
        };
    }

    private static @Nullable Formula apply(Function function, Formula f, Formula x, Formula dx) {
        return switch (function) {
            case NEGATE -> Simple.negative(dx);
            case EXP -> Simple.product(f, dx);
            case EXPM1 -> Simple.product(call(Function.EXP, x), dx);
            case LOG -> Simple.ratio(dx, x);
            case LOG1P -> Simple.ratio(dx, Simple.sum(Simple.ONE, x));
            case LOG10 -> Simple.ratio(dx, Simple.product(x, call(Function.LOG, new Formula.Literal(10))));
            case LOG2 -> Simple.ratio(dx, Simple.product(x, call(Function.LOG, TWO)));
            case SQRT -> Simple.ratio(dx, Simple.product(TWO, f));
            case SIN -> Simple.product(call(Function.COS, x), dx);
            case COS -> Simple.negative(Simple.product(call(Function.SIN, x), dx));
            case TAN -> Simple.ratio(dx, square(call(Function.COS, x)));
            case ASIN -> Simple.ratio(dx, call(Function.SQRT, aside(x)));
            case ACOS -> Simple.negative(Simple.ratio(dx, call(Function.SQRT, aside(x))));
            case ATAN -> Simple.ratio(dx, Simple.sum(Simple.ONE, square(x)));
            case SINH -> Simple.product(call(Function.COSH, x), dx);
            case COSH -> Simple.product(call(Function.SINH, x), dx);
            case TANH -> Simple.ratio(dx, square(call(Function.COSH, x)));
            case ASINH -> Simple.ratio(dx, call(Function.SQRT, Simple.sum(square(x), Simple.ONE)));
            case ACOSH -> Simple.ratio(dx, call(Function.SQRT, beyond(x)));
            case ATANH -> Simple.ratio(dx, aside(x));
            case ABS -> Simple.product(call(Function.SIGN, x), dx);
            case SIGN, FLOOR, CEIL -> null;
            case ERF -> Simple.product(gauss(x), dx);
            case GAMMA -> Simple.product(Simple.product(f, call(Function.DIGAMMA, x)), dx);
            case LGAMMA -> Simple.product(call(Function.DIGAMMA, x), dx);
            case DIGAMMA -> Simple.product(new Formula.Join(Operator.POLYGAMMA, Simple.ONE, x), dx);
        };
    }

    private static Formula join(
            Operator operator, Formula f, Formula x, Formula y, @Nullable Formula dx, @Nullable Formula dy) {
        return switch (operator) {
            case ADD -> sum(dx, dy);
            case SUBTRACT -> sum(dx, dy == null ? null : Simple.negative(dy));
            case MULTIPLY -> sum(dx == null ? null : Simple.product(dx, y), dy == null ? null : Simple.product(x, dy));
            case DIVIDE ->
                sum(
                        dx == null ? null : Simple.ratio(dx, y),
                        dy == null ? null : Simple.negative(Simple.ratio(Simple.product(f, dy), y)));
            case POWER ->
                sum(
                        dx == null ? null : Simple.product(Simple.product(y, lower(x, y)), dx),
                        dy == null ? null : Simple.product(Simple.product(f, safeLog(x)), dy));
            case ATAN2 -> {
                Formula radius = Simple.sum(square(x), square(y));
                yield sum(
                        dx == null ? null : Simple.ratio(Simple.product(y, dx), radius),
                        dy == null ? null : Simple.negative(Simple.ratio(Simple.product(x, dy), radius)));
            }
            case MIN -> sum(half(y, x, dx), half(x, y, dy));
            case MAX -> sum(half(x, y, dx), half(y, x, dy));
            case POLYGAMMA -> {
                Formula next = shifted(x, 1);
                yield sum(null, dy == null ? null : Simple.product(new Formula.Join(operator, next, y), dy));
            }
        };
    }

    private static Formula sum(@Nullable Formula x, @Nullable Formula y) {
        if (x == null) {
            return y == null ? new Formula.Literal(0) : y;
        }
        return y == null ? x : Simple.sum(x, y);
    }

    private static Formula call(Function function, Formula x) {
        return new Formula.Apply(function, x);
    }

    private static Formula square(Formula x) {
        return new Formula.Join(Operator.POWER, x, TWO);
    }

    /// `1 - x^2` without cancellation.
    private static Formula aside(Formula x) {
        return Simple.product(Simple.difference(Simple.ONE, x), Simple.sum(Simple.ONE, x));
    }

    /// `x^2 - 1` without cancellation.
    private static Formula beyond(Formula x) {
        return Simple.product(Simple.difference(x, Simple.ONE), Simple.sum(x, Simple.ONE));
    }

    /// `2 / sqrt(pi) * exp(-x^2)`.
    private static Formula gauss(Formula x) {
        Formula height = new Formula.Join(Operator.DIVIDE, TWO, call(Function.SQRT, Formula.Constant.PI));
        return Simple.product(height, call(Function.EXP, Simple.negative(square(x))));
    }

    /// `x^(y - 1)`.
    private static Formula lower(Formula x, Formula y) {
        return Simple.power(x, shifted(y, -1));
    }

    /// `x + by`, added up where `x` is a number.
    private static Formula shifted(Formula x, double by) {
        Double number = Simple.number(x);
        return number != null ? Formula.number(number + by) : Simple.sum(x, Formula.number(by));
    }

    /// `log x`, and 0 at `x = 0`, where `x^y log x` tends to 0 for every `y > 0`.
    private static Formula safeLog(Formula x) {
        boolean positive =
                x instanceof Formula.Constant || x instanceof Formula.Apply apply && apply.function() == Function.EXP;
        Formula atZero = Simple.difference(Simple.ONE, call(Function.ABS, call(Function.SIGN, x)));
        return call(Function.LOG, positive ? x : Simple.sum(x, atZero));
    }

    /// `(1 + sign(x - y)) / 2 * dx`: the slope where `x` is the greater, half of it at a tie.
    private static @Nullable Formula half(Formula x, Formula y, @Nullable Formula dx) {
        if (dx == null) {
            return null;
        }
        Formula side = Simple.sum(Simple.ONE, call(Function.SIGN, Simple.difference(x, y)));
        return Simple.product(Simple.ratio(side, TWO), dx);
    }
}
