package thalweg.formula;

/// Writes formulas as [Parser] reads them: with as few parentheses as give the same tree back, and none fewer than a
/// reader wants.
final class Text {
    /// How closely a formula holds together, as the grammar's rules are nested.
    static final int SUM = 1;

    static final int PRODUCT = 2;
    static final int SIGNED = 3;
    static final int POWER = 4;
    static final int ATOM = 5;

    private final StringBuilder out = new StringBuilder();

    private Text() {}

    static String of(Formula formula) {
        Text text = new Text();
        text.write(formula);
        return text.out.toString();
    }

    /// The rule of the grammar that makes this formula.
    static int rule(Formula formula) {
        return switch (formula) {
            case Formula.Literal _, Formula.Constant _, Formula.Name _ -> ATOM;
            case Formula.Apply apply -> apply.function() == Function.NEGATE ? SIGNED : ATOM;
            case Formula.Join join ->
                switch (join.operator()) {
                    case ADD, SUBTRACT -> SUM;
                    case MULTIPLY, DIVIDE -> PRODUCT;
                    case POWER -> POWER;
                    case ATAN2, MIN, MAX, POLYGAMMA -> ATOM;
                };
        };
    }

    /// The shortest decimal that reads back to the same bits: `0.5`, `2`, `1e-5`.
    static String number(double value) {
        String text = Double.toString(value);
        int e = text.indexOf('E');
        String digits = e < 0 ? text : text.substring(0, e);
        String plain = digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
        return e < 0 ? plain : plain + "e" + text.substring(e + 1);
    }

    private void write(Formula formula) {
        switch (formula) {
            case Formula.Literal(double value) -> out.append(number(value));
            case Formula.Constant constant -> out.append(constant);
            case Formula.Name(String name) -> out.append(Names.written(name));
            case Formula.Apply(Function function, Formula x) -> {
                if (function == Function.NEGATE) {
                    out.append('-');
                    inside(x, POWER);
                } else {
                    out.append(function.word()).append('(');
                    write(x);
                    out.append(')');
                }
            }
            case Formula.Join(Operator operator, Formula x, Formula y) -> join(operator, x, y);
        }
    }

    private void join(Operator operator, Formula x, Formula y) {
        switch (operator) {
            case ADD -> infix(x, SUM, " + ", y, PRODUCT);
            case SUBTRACT -> infix(x, SUM, " - ", y, PRODUCT);
            case MULTIPLY -> infix(x, PRODUCT, "*", y, POWER);
            case DIVIDE -> infix(x, PRODUCT, "/", y, POWER);
            case POWER -> infix(x, ATOM, "^", y, isSignedAtom(y) ? SIGNED : POWER);
            case ATAN2, MIN, MAX, POLYGAMMA -> {
                out.append(operator.word()).append('(');
                write(x);
                out.append(", ");
                write(y);
                out.append(')');
            }
        }
    }

    private void infix(Formula x, int left, String sign, Formula y, int right) {
        inside(x, left);
        out.append(sign);
        boolean minus = right == PRODUCT && startsWithMinus(y);
        inside(y, minus ? ATOM + 1 : right);
    }

    /// With parentheses if the formula holds together less than its place asks.
    private void inside(Formula formula, int least) {
        if (rule(formula) >= least) {
            write(formula);
        } else {
            out.append('(');
            write(formula);
            out.append(')');
        }
    }

    private static boolean isSignedAtom(Formula formula) {
        return formula instanceof Formula.Apply(Function function, Formula x)
                && function == Function.NEGATE
                && rule(x) == ATOM;
    }

    static boolean startsWithMinus(Formula formula) {
        return switch (formula) {
            case Formula.Apply apply -> apply.function() == Function.NEGATE;
            case Formula.Join join ->
                (join.operator() == Operator.MULTIPLY || join.operator() == Operator.DIVIDE)
                        && startsWithMinus(join.x());
            case Formula.Literal _, Formula.Constant _, Formula.Name _ -> false;
        };
    }
}
