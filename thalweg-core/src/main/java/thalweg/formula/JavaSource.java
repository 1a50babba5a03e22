package thalweg.formula;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/// Writes formulas as Java expressions; what `Math` does not have is asked of [Function] and [Operator].
final class JavaSource {
    private final Map<String, String> names = new HashMap<>();

    private JavaSource(Formula formula) {
        Set<String> taken = new HashSet<>();
        for (String name : formula.names()) {
            String own = identifier(name);
            while (!taken.add(own)) {
                own += "_";
            }
            names.put(name, own);
        }
    }

    static String of(Formula formula) {
        return new JavaSource(formula).write(formula);
    }

    private static String identifier(String name) {
        StringBuilder own = new StringBuilder();
        name.codePoints().forEach(c -> {
            int plain = Names.isSubscript(c) ? c - '₀' + '0' : c;
            boolean fits = own.isEmpty()
                    ? Character.isJavaIdentifierStart(plain)
                    : Character.isJavaIdentifierPart(plain) && !Character.isIdentifierIgnorable(plain);
            own.appendCodePoint(fits ? plain : '_');
        });
        return SourceVersion.isName(own) ? own.toString() : own + "_";
    }

    private String write(Formula formula) {
        return switch (formula) {
            case Formula.Literal(double value) -> Double.toString(value);
            case Formula.Constant constant -> constant == Formula.Constant.PI ? "Math.PI" : "Math.E";
            case Formula.Name(String name) -> names.getOrDefault(name, name);
            case Formula.Apply(Function function, Formula x) -> apply(function, x);
            case Formula.Join(Operator operator, Formula x, Formula y) -> join(operator, x, y);
        };
    }

    private String apply(Function function, Formula x) {
        return switch (function) {
            case NEGATE -> "-" + inside(x, Text.POWER);
            case EXP,
                    EXPM1,
                    LOG,
                    LOG1P,
                    LOG10,
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
                    ABS,
                    FLOOR,
                    CEIL -> "Math." + function.word() + "(" + write(x) + ")";
            case SIGN -> "Math.signum(" + write(x) + ")";
            case LOG2, ASINH, ACOSH, ATANH, ERF, GAMMA, LGAMMA, DIGAMMA ->
                "thalweg.formula.Function." + function + ".of(" + write(x) + ")";
        };
    }

    private String join(Operator operator, Formula x, Formula y) {
        return switch (operator) {
            case ADD -> inside(x, Text.SUM) + " + " + inside(y, Text.PRODUCT);
            case SUBTRACT -> inside(x, Text.SUM) + " - " + inside(y, Text.PRODUCT);
            case MULTIPLY -> inside(x, Text.PRODUCT) + " * " + inside(y, Text.POWER);
            case DIVIDE -> inside(x, Text.PRODUCT) + " / " + inside(y, Text.POWER);
            case POWER -> call("Math.pow", x, y);
            case ATAN2, MIN, MAX -> call("Math." + operator.word(), x, y);
            case POLYGAMMA -> call("thalweg.formula.Operator.POLYGAMMA.of", x, y);
        };
    }

    private String call(String method, Formula x, Formula y) {
        return method + "(" + write(x) + ", " + write(y) + ")";
    }

    private String inside(Formula formula, int least) {
        String text = write(formula);
        return Text.rule(formula) >= least ? text : "(" + text + ")";
    }
}
