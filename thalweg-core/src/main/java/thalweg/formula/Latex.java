package thalweg.formula;

import java.util.List;
import java.util.Map;

/// Writes formulas in LaTeX's math mode.
final class Latex {
    private static final List<String> GREEK = List.of(
            "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
            "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega", "Gamma", "Delta", "Theta",
            "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega");

    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('α', "alpha"),
            Map.entry('β', "beta"),
            Map.entry('γ', "gamma"),
            Map.entry('δ', "delta"),
            Map.entry('ε', "epsilon"),
            Map.entry('ζ', "zeta"),
            Map.entry('η', "eta"),
            Map.entry('θ', "theta"),
            Map.entry('κ', "kappa"),
            Map.entry('λ', "lambda"),
            Map.entry('μ', "mu"),
            Map.entry('ν', "nu"),
            Map.entry('ξ', "xi"),
            Map.entry('π', "pi"),
            Map.entry('ρ', "rho"),
            Map.entry('σ', "sigma"),
            Map.entry('τ', "tau"),
            Map.entry('φ', "phi"),
            Map.entry('χ', "chi"),
            Map.entry('ψ', "psi"),
            Map.entry('ω', "omega"),
            Map.entry('Γ', "Gamma"),
            Map.entry('Δ', "Delta"),
            Map.entry('Θ', "Theta"),
            Map.entry('Λ', "Lambda"),
            Map.entry('Ξ', "Xi"),
            Map.entry('Π', "Pi"),
            Map.entry('Σ', "Sigma"),
            Map.entry('Φ', "Phi"),
            Map.entry('Ψ', "Psi"),
            Map.entry('Ω', "Omega"));

    private Latex() {}

    static String of(Formula formula) {
        return switch (formula) {
            case Formula.Literal(double value) -> number(value);
            case Formula.Constant constant -> constant == Formula.Constant.PI ? "\\pi" : "\\mathrm{e}";
            case Formula.Name(String name) -> name(name);
            case Formula.Apply(Function function, Formula x) -> apply(function, x);
            case Formula.Join(Operator operator, Formula x, Formula y) -> join(operator, x, y);
        };
    }

    private static String apply(Function function, Formula x) {
        return switch (function) {
            case NEGATE -> "-" + inside(x, Text.PRODUCT);
            case EXP -> "\\mathrm{e}^{" + of(x) + "}";
            case EXPM1 -> "\\left(\\mathrm{e}^{" + of(x) + "} - 1\\right)";
            case LOG -> "\\ln" + argument(x);
            case LOG1P -> "\\ln\\left(1 + " + inside(x, Text.PRODUCT) + "\\right)";
            case LOG10 -> "\\log_{10}" + argument(x);
            case LOG2 -> "\\log_{2}" + argument(x);
            case SQRT -> "\\sqrt{" + of(x) + "}";
            case SIN, COS, TAN, SINH, COSH, TANH -> "\\" + function.word() + argument(x);
            case ASIN, ACOS, ATAN -> "\\arc" + function.word().substring(1) + argument(x);
            case ASINH, ACOSH, ATANH -> "\\operatorname{ar" + function.word().substring(1) + "}" + argument(x);
            case ABS -> "\\left|" + of(x) + "\\right|";
            case SIGN -> "\\operatorname{sgn}" + argument(x);
            case FLOOR -> "\\left\\lfloor " + of(x) + "\\right\\rfloor";
            case CEIL -> "\\left\\lceil " + of(x) + "\\right\\rceil";
            case ERF -> "\\operatorname{erf}" + argument(x);
            case GAMMA -> "\\Gamma" + argument(x);
            case LGAMMA -> "\\ln\\left|\\Gamma" + argument(x) + "\\right|";
            case DIGAMMA -> "\\psi" + argument(x);
        };
    }

    private static String join(Operator operator, Formula x, Formula y) {
        return switch (operator) {
            case ADD -> inside(x, Text.SUM) + " + " + signed(y);
            case SUBTRACT -> inside(x, Text.SUM) + " - " + signed(y);
            case MULTIPLY -> {
                boolean digit = y instanceof Formula.Literal
                        || y instanceof Formula.Join power
                                && power.operator() == Operator.POWER
                                && power.x() instanceof Formula.Literal;
                yield inside(x, Text.PRODUCT) + (digit ? " \\cdot " : " \\, ") + inside(y, Text.POWER);
            }
            case DIVIDE -> "\\frac{" + of(x) + "}{" + of(y) + "}";
            case POWER -> base(x) + "^{" + of(y) + "}";
            case ATAN2 -> "\\operatorname{atan2}" + arguments(x, y);
            case MIN -> "\\min" + arguments(x, y);
            case MAX -> "\\max" + arguments(x, y);
            case POLYGAMMA -> "\\psi^{(" + of(x) + ")}" + argument(y);
        };
    }

    /// Functions that are written with a raised exponent, a fraction or a number with a power of ten are put in
    /// parentheses before they are raised.
    private static String base(Formula x) {
        boolean plain = x instanceof Formula.Name
                || x instanceof Formula.Constant
                || x instanceof Formula.Literal(double value)
                        && !Text.number(value).contains("e");
        return plain ? "{" + of(x) + "}" : "\\left(" + of(x) + "\\right)";
    }

    private static String signed(Formula y) {
        return Text.startsWithMinus(y) ? "\\left(" + of(y) + "\\right)" : inside(y, Text.PRODUCT);
    }

    private static String inside(Formula formula, int least) {
        boolean fraction = formula instanceof Formula.Join join && join.operator() == Operator.DIVIDE;
        return fraction || Text.rule(formula) >= least ? of(formula) : "\\left(" + of(formula) + "\\right)";
    }

    private static String argument(Formula x) {
        return "\\left(" + of(x) + "\\right)";
    }

    private static String arguments(Formula x, Formula y) {
        return "\\left(" + of(x) + ", " + of(y) + "\\right)";
    }

    private static String number(double value) {
        String text = Text.number(value);
        int e = text.indexOf('e');
        return e < 0 ? text : text.substring(0, e) + " \\cdot 10^{" + text.substring(e + 1) + "}";
    }

    /// `b1` is b with index 1, `x_max` is x with index max, `period` stands upright, Greek letters are letters.
    private static String name(String name) {
        int cut = name.indexOf('_', 1);
        if (cut < 0) {
            cut = name.length();
            while (cut > 1 && (Character.isDigit(name.charAt(cut - 1)) || Names.isSubscript(name.charAt(cut - 1)))) {
                cut--;
            }
        }
        String index = name.substring(cut).replaceFirst("^_", "");
        String head = letters(name.substring(0, cut));
        return index.isEmpty() ? head : head + "_{" + letters(index) + "}";
    }

    private static String letters(String word) {
        if (GREEK.contains(word)) {
            return "\\" + word;
        }
        StringBuilder out = new StringBuilder();
        for (char c : word.toCharArray()) {
            String greek = LETTERS.get(c);
            boolean subscript = Names.isSubscript(c);
            out.append(greek != null ? "\\" + greek + " " : subscript ? Character.toString(c - '₀' + '0') : escaped(c));
        }
        String letters = out.toString().strip();
        return word.length() == 1 || word.chars().allMatch(Character::isDigit) ? letters : "\\mathrm{" + letters + "}";
    }

    private static String escaped(char c) {
        return switch (c) {
            case '_', '%', '&', '#', '$', '{', '}' -> "\\" + c;
            case ' ' -> "\\ ";
            case '\\' -> "\\backslash ";
            case '^' -> "\\hat{\\ }";
            case '~' -> "\\sim ";
            default -> Character.toString(c);
        };
    }
}
