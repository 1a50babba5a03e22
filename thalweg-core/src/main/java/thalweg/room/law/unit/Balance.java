package thalweg.room.law.unit;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import thalweg.array.Misuse;
import thalweg.data.Dimension;

/// The exponents for which a product of inputs has the unit of the target, `sum over k of n_k dim(x_k) =
/// dim(y)`: one solution, and the dimensionless products of inputs that may be added to it without end.
///
/// @param target what is explained
/// @param inputs what explains it
/// @param exponents one solution, one a input; exact
/// @param groups the dimensionless products of the inputs; empty where units alone fix the exponents
public record Balance(Variable target, List<Variable> inputs, List<BigFraction> exponents, List<PiGroup> groups) {
    public Balance {
        inputs = List.copyOf(inputs);
        exponents = List.copyOf(exponents);
        groups = List.copyOf(groups);
    }

    /// Solves for the exponents.
    ///
    /// @throws Misuse where no product of the inputs has the unit of the target, naming what is missing
    public static Balance of(Variable target, List<Variable> inputs) {
        List<Dimension> given = inputs.stream().map(v -> v.unit().dimension()).toList();
        Dimension wanted = target.unit().dimension();
        Rational system = system(given, wanted);
        if (!system.solvable()) {
            throw new Misuse(
                    "no product of inputs with the unit of \"" + target.name() + "\" (" + wanted + "): it needs "
                            + String.join(" and ", missing(given, wanted)),
                    "inputs whose powers multiply to the unit of the target",
                    "add an input or allow constants with units");
        }
        return new Balance(target, inputs, List.of(system.solution()), PiGroup.of(inputs));
    }

    private static Rational system(List<Dimension> given, Dimension wanted) {
        List<Dimension> all = new ArrayList<>(given);
        all.add(wanted);
        return new Rational(PiGroup.matrix(all), given.size());
    }

    /// The fewest base units that an additional input must carry, those first that no input has.
    private static List<String> missing(List<Dimension> given, Dimension wanted) {
        List<Dimension> helped = new ArrayList<>(given);
        List<String> missing = new ArrayList<>();
        for (String base : wanted.bases()) {
            if (given.stream().noneMatch(d -> d.bases().contains(base))) {
                helped.add(Dimension.base(base));
                missing.add(base);
            }
        }
        for (String base : wanted.bases()) {
            if (!system(helped, wanted).solvable() && !missing.contains(base)) {
                helped.add(Dimension.base(base));
                missing.add(base);
            }
        }
        return missing;
    }

    /// Whether units alone fix the exponents.
    public boolean unique() {
        return groups.isEmpty();
    }

    /// The exponents of the inputs when the target is the balanced product times powers of the groups.
    ///
    /// @param powers one a group
    public double[] exponents(double... powers) {
        double[] sum = exponents.stream().mapToDouble(BigFraction::doubleValue).toArray();
        for (int g = 0; g < groups.size(); g++) {
            double[] group = groups.get(g).powers();
            for (int k = 0; k < sum.length; k++) {
                sum[k] += powers[g] * group[k];
            }
        }
        return sum;
    }
}
