package thalweg.room.law;

import java.util.List;
import java.util.stream.Collectors;
import thalweg.room.law.power.Combination;
import thalweg.room.law.power.Exponent;
import thalweg.room.law.power.Goodness;
import thalweg.room.law.power.PowerLaw;
import thalweg.room.law.unit.BalancedLaw;
import thalweg.study.Rounding;

/// What a fitted power law says, in sentences.
final class PowerVerdict {
    private final PowerLaw law;
    private final double deviation;

    /// @param deviation the median size of the relative deviation of the target from the law
    PowerVerdict(PowerLaw law, double deviation) {
        this.law = law;
        this.deviation = deviation;
    }

    /// One or two sentences: what was found, whether it explains the data, and how near simple fractions lie.
    String text() {
        List<Exponent> open =
                law.exponents().stream().filter(e -> !e.determined()).toList();
        if (!open.isEmpty()) {
            String determined =
                    law.combinations().stream().map(Combination::text).collect(Collectors.joining(", "));
            return "The data cannot tell the exponents of "
                    + open.stream().map(Exponent::input).collect(Collectors.joining(" and "))
                    + " apart, since these inputs depend on each other"
                    + (determined.isEmpty() ? "" : "; they determine " + determined) + ".";
        }
        return law.goodness().explains() ? explained() : refused();
    }

    private String explained() {
        return law.target() + " goes as " + product() + fractions() + "." + pure()
                + (law.goodness() instanceof Goodness.Untested(String why)
                        ? " Whether a power law explains the data could not be tested: " + why + "."
                        : "");
    }

    private String refused() {
        return switch (law.goodness()) {
            case Goodness.ChiSquare chi ->
                "not a power law within the stated errors: chi2/dof = "
                        + Rounding.number(chi.reduced(), 3) + " (" + probability(chi.p()) + "). " + law.target()
                        + " goes as "
                        + product() + ", true to " + size(deviation) + " and not exactly" + fractions()
                        + ".";
            case Goodness.Curvature bend ->
                "not a power law: the logarithms of " + law.target()
                        + " bend against those of the inputs (F = " + Rounding.number(bend.f(), 3) + ", "
                        + probability(bend.p()) + "). The nearest one is " + product() + ".";
            case Goodness.Restriction freer ->
                "not a power law with a pure number in front: free exponents explain more than those that the units"
                        + " allow (F = " + Rounding.number(freer.f(), 3) + ", " + probability(freer.p())
                        + "), so a constant with"
                        + " units or an input is missing. The nearest one is " + product() + ".";
            case Goodness.Untested(String why) -> "not tested: " + why + ".";
        };
    }

    private String pure() {
        return law instanceof BalancedLaw
                ? " The constant in front is a pure number, "
                        + Rounding.withError(
                                law.prefactor().value(), law.prefactor().error()) + "."
                : "";
    }

    private String product() {
        return law.exponents().stream()
                .map(e -> e.input() + "^("
                        + (e.exact() && e.ratio().consistent()
                                ? e.ratio().toString()
                                : Rounding.withError(e.value(), error(e)))
                        + ")")
                .collect(Collectors.joining(" * "));
    }

    private static double error(Exponent exponent) {
        return Double.isNaN(exponent.scaled()) ? exponent.error() : exponent.scaled();
    }

    private String fractions() {
        List<Exponent> exponents = law.exponents();
        if (exponents.stream().allMatch(Exponent::exact)) {
            return ", exactly so by its units";
        }
        if (exponents.size() == 1) {
            return ": " + distance(exponents.getFirst());
        }
        return exponents.stream().map(e -> e.input() + ": " + distance(e)).collect(Collectors.joining("; ", ": ", ""));
    }

    private static String distance(Exponent exponent) {
        if (exponent.exact()) {
            return "exactly "
                    + (exponent.ratio().consistent() ? exponent.ratio() : Rounding.number(exponent.value(), 12))
                    + " by its units";
        }
        String away = Rounding.number(Math.abs(exponent.ratio().distance()), 2);
        return exponent.ratio().consistent()
                ? away + " standard errors from " + exponent.ratio() + " and so consistent with it"
                : away + " standard errors from the nearest simple fraction, " + exponent.ratio();
    }

    /// One digit and a power of ten: `1e-4`.
    private static String size(double value) {
        return String.format(java.util.Locale.ROOT, "%.0e", value)
                .replace("e-0", "e-")
                .replace("e+0", "e");
    }

    private static String probability(double p) {
        return p < 1e-300 ? "p < 1e-300" : "p = " + Rounding.number(p, 2);
    }
}
