package thalweg.formula;

import org.jspecify.annotations.Nullable;

/// Makes trees without what can be left out: every value stays the same, to the bit, but for the sign of a zero.
final class Simple {
    private static final Formula ZERO = new Formula.Literal(0);
    static final Formula ONE = new Formula.Literal(1);

    private Simple() {}

    static Formula of(Formula formula) {
        return switch (formula) {
            case Formula.Literal _, Formula.Constant _, Formula.Name _ -> formula;
            case Formula.Apply(Function function, Formula x) ->
                function == Function.NEGATE ? negative(of(x)) : new Formula.Apply(function, of(x));
            case Formula.Join join -> join(join.operator(), of(join.x()), of(join.y()));
        };
    }

    private static Formula join(Operator operator, Formula x, Formula y) {
        return switch (operator) {
            case ADD -> sum(x, y);
            case SUBTRACT -> difference(x, y);
            case MULTIPLY -> product(x, y);
            case DIVIDE -> ratio(x, y);
            case POWER -> power(x, y);
            case ATAN2, MIN, MAX, POLYGAMMA -> new Formula.Join(operator, x, y);
        };
    }

    /// The number that a formula writes down, with its sign; null if it is no number.
    static @Nullable Double number(Formula formula) {
        return switch (formula) {
            case Formula.Literal(double value) -> value;
            case Formula.Apply(Function function, Formula.Literal(double value)) ->
                function == Function.NEGATE ? -value : null;
            case Formula.Constant _, Formula.Name _, Formula.Apply _, Formula.Join _ -> null;
        };
    }

    static Formula negative(Formula x) {
        Formula positive = positive(x);
        return positive != null ? positive : x.equals(ZERO) ? ZERO : new Formula.Apply(Function.NEGATE, x);
    }

    static Formula sum(Formula x, Formula y) {
        if (x.equals(ZERO)) {
            return y;
        }
        Formula minus = positive(y);
        return y.equals(ZERO) ? x : minus != null ? difference(x, minus) : new Formula.Join(Operator.ADD, x, y);
    }

    static Formula difference(Formula x, Formula y) {
        if (x.equals(ZERO)) {
            return negative(y);
        }
        Formula minus = positive(y);
        return y.equals(ZERO) ? x : minus != null ? sum(x, minus) : new Formula.Join(Operator.SUBTRACT, x, y);
    }

    static Formula product(Formula x, Formula y) {
        return x.equals(ONE) ? y : y.equals(ONE) ? x : new Formula.Join(Operator.MULTIPLY, x, y);
    }

    static Formula ratio(Formula x, Formula y) {
        return y.equals(ONE) ? x : new Formula.Join(Operator.DIVIDE, x, y);
    }

    static Formula power(Formula x, Formula y) {
        return y.equals(ONE) ? x : new Formula.Join(Operator.POWER, x, y);
    }

    /// `y` where `x` is `-y`; a sign in the first factor is the sign of the product.
    private static @Nullable Formula positive(Formula x) {
        return switch (x) {
            case Formula.Apply(Function function, Formula y) -> function == Function.NEGATE ? y : null;
            case Formula.Join(Operator operator, Formula first, Formula second) -> {
                boolean factor = operator == Operator.MULTIPLY || operator == Operator.DIVIDE;
                Formula positive = factor ? positive(first) : null;
                yield positive == null ? null : new Formula.Join(operator, positive, second);
            }
            case Formula.Literal _, Formula.Constant _, Formula.Name _ -> null;
        };
    }
}
