package thalweg.room.mechanics.orbit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.data.Nearest;
import thalweg.flow.Dynamics;
import thalweg.flow.Phase;
import thalweg.flow.Separable;
import thalweg.formula.Formula;
import thalweg.formula.Plan;
import thalweg.landscape.Energy;

/// A Hamiltonian typed by a user, `H(q, p)`, its constants put in, with the names of its places and then of its
/// momenta.
final class Written {
    private final Formula energy;
    private final List<String> names;
    private final Plan plan;

    private Written(Formula energy, List<String> names) {
        this.energy = energy;
        this.names = names;
        this.plan = Plan.of(List.of(energy), List.of(), names);
    }

    /// Reads a formula.
    ///
    /// @param pairs each as `x:vx`
    /// @throws Misuse for a formula that breaks, pairs that do not pair, or names without a value
    static Written of(String text, List<String> pairs, Map<String, Double> constants) {
        Formula formula = Formula.parse(text);
        Map<String, Formula> values = new HashMap<>();
        for (Map.Entry<String, Double> constant : constants.entrySet()) {
            if (!formula.contains(constant.getKey())) {
                throw new Misuse(
                        "the constant " + constant.getKey() + ", which the formula does not have",
                        "names of the formula: " + String.join(", ", formula.names()),
                        Nearest.advice(constant.getKey(), formula.names(), "leave it out"));
            }
            values.put(constant.getKey(), Formula.number(constant.getValue()));
        }
        List<String> names = names(pairs, formula);
        for (String name : formula.names()) {
            if (!names.contains(name) && !values.containsKey(name)) {
                throw new Misuse(
                        "the name " + name + " without a value",
                        "a coordinate of --pairs or a constant",
                        Nearest.advice(name, names, "add it to --pairs, or give --constants " + name + "=1"));
            }
        }
        return new Written(formula.with(values), names);
    }

    private static List<String> names(List<String> pairs, Formula formula) {
        List<String> places = new ArrayList<>();
        List<String> momenta = new ArrayList<>();
        String all = String.join(", ", formula.names());
        if (pairs.isEmpty()) {
            throw new Misuse(
                    "no pairs for the names " + all,
                    "each place with its momentum, as --pairs x:vx,y:vy",
                    "give --pairs");
        }
        for (String pair : pairs) {
            String[] both = pair.split(":", -1);
            if (both.length != 2 || both[0].isBlank() || both[1].isBlank()) {
                throw new Misuse(
                        "the pair \"" + pair + "\"",
                        "a place and its momentum, as x:vx",
                        "the formula has " + formula.names().size() + " names: " + all
                                + "; places and momenta must pair");
            }
            places.add(both[0].strip());
            momenta.add(both[1].strip());
            if (!formula.contains(places.getLast()) && !formula.contains(momenta.getLast())) {
                throw new Misuse(
                        "the pair " + pair + ", of which the formula has neither",
                        "names of the formula: " + all,
                        Nearest.advice(places.getLast(), formula.names(), "correct the pair"));
            }
        }
        List<String> names = new ArrayList<>(places);
        names.addAll(momenta);
        if (new TreeSet<>(names).size() < names.size()) {
            throw new Misuse(
                    "a name twice in --pairs " + String.join(",", pairs),
                    "each name once",
                    "pair each place with a momentum of its own");
        }
        return List.copyOf(names);
    }

    List<String> names() {
        return names;
    }

    /// `H` at a state.
    double at(double[] state) {
        double[][] result = new double[1][1];
        plan.on(new double[0][], 1, state, result);
        return result[0][0];
    }

    /// The motion from a start.
    Motion from(double[] start) {
        Symmetry symmetry = new Symmetry(energy, names, start);
        return new Motion(
                "H = " + energy.text(),
                names,
                start,
                symmetry.separable() ? new Law.Parts(parts(start, symmetry.unitMass())) : new Law.Whole(whole()),
                new Invariant("energy", this::at),
                symmetry.invariants(),
                new boolean[names.size()],
                Double.NaN,
                "",
                Double.NaN);
    }

    private Dynamics<Phase<Tensor>> whole() {
        return Dynamics.hamiltonian(at -> {
            Map<String, Tensor> values = new LinkedHashMap<>();
            put(values, 0, at.place());
            put(values, names.size() / 2, at.momentum());
            return energy.on(values);
        });
    }

    /// `V(q) = H(q, p0)` and `T(p) = H(q0, p)`: each right but for a constant.
    private Separable<Tensor> parts(double[] start, boolean unitMass) {
        int n = names.size() / 2;
        Energy<Tensor> potential = part(0, energy.with(fixed(n, Arrays.copyOfRange(start, n, 2 * n))));
        return unitMass
                ? Separable.unitMass(potential)
                : new Separable<>(part(n, energy.with(fixed(0, Arrays.copyOf(start, n)))), potential);
    }

    private Map<String, Formula> fixed(int from, double[] values) {
        Map<String, Formula> fixed = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            fixed.put(names.get(from + i), Formula.number(values[i]));
        }
        return fixed;
    }

    private Energy<Tensor> part(int from, Formula formula) {
        return at -> {
            Map<String, Tensor> values = new LinkedHashMap<>();
            put(values, from, at);
            return formula.on(values);
        };
    }

    private void put(Map<String, Tensor> values, int from, Tensor vector) {
        for (int i = 0; i < names.size() / 2; i++) {
            values.put(names.get(from + i), vector.get(i));
        }
    }
}
