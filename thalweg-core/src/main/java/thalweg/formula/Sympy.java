package thalweg.formula;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes formulas as SymPy's `sympify` reads them.
final class Sympy {
    /// Words that `sympify` takes for something else than a symbol.
    private static final Set<String> TAKEN = taken();

    private Sympy() {}

    private static Set<String> taken() {
        try (InputStream in = Sympy.class.getResourceAsStream("sympy-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("no sympy-words.txt beside " + Sympy.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String of(Formula formula) {
        return switch (formula) {
            case Formula.Literal(double value) -> Text.number(value);
            case Formula.Constant constant -> constant == Formula.Constant.PI ? "pi" : "E";
            case Formula.Name(String name) -> name(name);
            case Formula.Apply(Function function, Formula x) -> apply(function, x);
            case Formula.Join(Operator operator, Formula x, Formula y) -> join(operator, x, y);
        };
    }

    private static String name(String name) {
        boolean plain = name.matches("[A-Za-z][A-Za-z0-9_]*|[\\p{IsGreek}&&\\p{L}][A-Za-z0-9_]*");
        return plain && !TAKEN.contains(name)
                ? name
                : "Symbol('" + name.replace("\\", "\\\\").replace("'", "\\'") + "')";
    }

    private static String apply(Function function, Formula x) {
        return switch (function) {
            case NEGATE -> "-" + inside(x, Text.POWER);
            case EXPM1 -> "(exp(" + of(x) + ") - 1)";
            case LOG1P -> "log(1 + " + inside(x, Text.PRODUCT) + ")";
            case LOG10 -> "log(" + of(x) + ", 10)";
            case LOG2 -> "log(" + of(x) + ", 2)";
            case EXP,
                    LOG,
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
                    SIGN,
                    FLOOR,
                    ERF,
                    GAMMA,
                    DIGAMMA -> function.word() + "(" + of(x) + ")";
            case ABS -> "Abs(" + of(x) + ")";
            case CEIL -> "ceiling(" + of(x) + ")";
            case LGAMMA -> "log(Abs(gamma(" + of(x) + ")))";
        };
    }

    private static String join(Operator operator, Formula x, Formula y) {
        return switch (operator) {
            case ADD -> inside(x, Text.SUM) + " + " + inside(y, Text.PRODUCT);
            case SUBTRACT -> inside(x, Text.SUM) + " - " + inside(y, Text.PRODUCT);
            case MULTIPLY -> inside(x, Text.PRODUCT) + "*" + inside(y, Text.POWER);
            case DIVIDE -> inside(x, Text.PRODUCT) + "/" + inside(y, Text.POWER);
            case POWER -> inside(x, Text.ATOM) + "**" + inside(y, Text.POWER);
            case ATAN2 -> call("atan2", x, y);
            case MIN -> call("Min", x, y);
            case MAX -> call("Max", x, y);
            case POLYGAMMA -> call("polygamma", x, y);
        };
    }

    private static String call(String function, Formula x, Formula y) {
        return function + "(" + of(x) + ", " + of(y) + ")";
    }

    private static String inside(Formula formula, int least) {
        return Text.rule(formula) >= least ? of(formula) : "(" + of(formula) + ")";
    }
}
