package thalweg.room.law;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import thalweg.room.law.power.Exponent;
import thalweg.room.law.power.PowerLaw;
import thalweg.room.law.unit.BalancedLaw;
import thalweg.study.Figure;
import thalweg.study.Rounding;

/// A power law as a formula in the tongues of a report.
final class PowerText {
    private PowerText() {}

    static Figure.Formula formula(PowerQuestion.Answer answer) {
        PowerLaw law = answer.law();
        double prefactor = law.columnPrefactor().value();
        double error = law.columnPrefactor().error();
        List<Figure.Quantity> constants = new ArrayList<>();
        constants.add(Figure.Quantity.of("A", prefactor, error));
        for (Exponent e : law.exponents()) {
            constants.add(Figure.Quantity.of("n(" + e.input() + ")", e.value(), e.error()));
        }
        String text = law.target() + " = " + digits(prefactor, error)
                + each(law, e -> " * " + e.input() + "^" + digits(e.value(), e.error()));
        String latex = "\\mathrm{" + law.target().replace("_", "\\_") + "} = "
                + digits(prefactor, error)
                + each(
                        law,
                        e -> " \\, \\mathrm{" + e.input().replace("_", "\\_") + "}^{" + digits(e.value(), e.error())
                                + "}");
        String sympy = prefactor + each(law, e -> "*" + identifier(e.input()) + "**(" + e.value() + ")");
        String java = prefactor + each(law, e -> " * Math.pow(" + identifier(e.input()) + ", " + e.value() + ")");
        return new Figure.Formula("law", text, latex, sympy, java, constants);
    }

    private static String each(PowerLaw law, java.util.function.Function<Exponent, String> text) {
        return law.exponents().stream().map(text).collect(Collectors.joining());
    }

    private static String digits(double value, double error) {
        String both = Rounding.withError(value, error);
        int at = both.indexOf(" +- ");
        return at < 0 ? both : both.startsWith("(") ? Rounding.number(value) : both.substring(0, at);
    }

    /// A column's name as programming languages take it.
    static String identifier(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_]", "_");
        return plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
    }

    /// The unit that the prefactor carries, from the units that the columns state; empty where they state none, and
    /// where it is a pure number.
    static String prefactorUnit(PowerQuestion.Answer answer) {
        if (answer.law() instanceof BalancedLaw) {
            return "";
        }
        StringBuilder unit =
                new StringBuilder(answer.table().column(answer.law().target()).unitText());
        for (Exponent e : answer.law().exponents()) {
            String own = answer.table().column(e.input()).unitText();
            String power = e.determined() ? inverse(e) : "^0";
            if (!own.isEmpty() && !power.equals("^0")) {
                String base = own.matches("\\p{L}+") || power.isEmpty() ? own : "(" + own + ")";
                unit.append(unit.isEmpty() ? "" : " ").append(base).append(power);
            }
        }
        return unit.toString();
    }

    private static String inverse(Exponent e) {
        if (!e.ratio().consistent()) {
            return "^" + Rounding.number(-e.value());
        }
        int top = -e.ratio().numerator();
        int bottom = e.ratio().denominator();
        return top == 1 && bottom == 1 ? "" : bottom == 1 ? "^" + top : "^(" + top + "/" + bottom + ")";
    }
}
