package thalweg.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words of the grammar and what they stand for.
final class Words {
    private static final Map<String, Function> FUNCTIONS = new HashMap<>();
    private static final Map<String, Operator> OPERATORS = new HashMap<>();
    private static final Map<String, Formula.Constant> CONSTANTS = new HashMap<>();

    static {
        for (Function function : Function.values()) {
            if (function != Function.NEGATE) {
                FUNCTIONS.put(function.word(), function);
            }
        }
        FUNCTIONS.put("ln", Function.LOG);
        FUNCTIONS.put("arcsin", Function.ASIN);
        FUNCTIONS.put("arccos", Function.ACOS);
        FUNCTIONS.put("arctan", Function.ATAN);
        FUNCTIONS.put("sgn", Function.SIGN);
        FUNCTIONS.put("ceiling", Function.CEIL);
        OPERATORS.put("pow", Operator.POWER);
        for (Operator operator : new Operator[] {Operator.ATAN2, Operator.MIN, Operator.MAX, Operator.POLYGAMMA}) {
            OPERATORS.put(operator.word(), operator);
        }
        CONSTANTS.put("pi", Formula.Constant.PI);
        CONSTANTS.put("π", Formula.Constant.PI);
        CONSTANTS.put("e", Formula.Constant.E);
    }

    private Words() {}

    static @Nullable Function function(String word) {
        return FUNCTIONS.get(word);
    }

    static @Nullable Operator operator(String word) {
        return OPERATORS.get(word);
    }

    static Formula.@Nullable Constant constant(String word) {
        return CONSTANTS.get(word);
    }

    /// Whether a parenthesis behind this word holds arguments.
    static boolean isCalled(String word) {
        return FUNCTIONS.containsKey(word) || OPERATORS.containsKey(word);
    }

    /// Whether this word is no name unless it stands in backquotes. `gamma` may be a name: many laws have one.
    static boolean isTaken(String word) {
        return CONSTANTS.containsKey(word) || isCalled(word) && !word.equals("gamma");
    }

    /// Every word that may stand in front of a parenthesis.
    static List<String> called() {
        List<String> words = new ArrayList<>(FUNCTIONS.keySet());
        words.addAll(OPERATORS.keySet());
        words.sort(String::compareTo);
        return words;
    }

    /// What other languages call a function of this grammar, for the message.
    static @Nullable String meant(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "abs2", "sqr", "square" -> "x^2";
            case "cbrt" -> "x^(1/3)";
            case "erfc" -> "1 - erf(x)";
            case "exp2" -> "2^x";
            case "exp10" -> "10^x";
            case "sec" -> "1/cos(x)";
            case "csc", "cosec" -> "1/sin(x)";
            case "cot" -> "1/tan(x)";
            case "arcsinh", "arsinh" -> "asinh(x)";
            case "arccosh", "arcosh" -> "acosh(x)";
            case "arctanh", "artanh" -> "atanh(x)";
            case "tg" -> "tan(x)";
            case "factorial" -> "gamma(x + 1)";
            case "lngamma", "loggamma", "gammaln" -> "lgamma(x)";
            case "psi" -> "digamma(x)";
            case "logistic", "sigmoid", "expit" -> "1/(1 + exp(-x))";
            case "hypot" -> "sqrt(x^2 + y^2)";
            default -> null;
        };
    }
}
