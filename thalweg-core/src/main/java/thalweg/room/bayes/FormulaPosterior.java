package thalweg.room.bayes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.data.Nearest;
import thalweg.formula.Formula;
import thalweg.formula.Operator;
import thalweg.landscape.Flat;
import thalweg.study.Rounding;

/// The Gibbs law of an energy written as a formula; its names in alphabetical order are the coordinates.
final class FormulaPosterior implements Posterior {
    private final Formula formula;
    private final List<String> names;
    private final List<Bound> bounds = new ArrayList<>();
    private final Flat<Tensor> flat;

    /// @param box ranges by name; a name without one ranges over all numbers
    /// @throws Misuse if the text is no formula, names nothing, or a range is of no name of it
    FormulaPosterior(String text, Map<String, String> box) {
        formula = Formula.parse(text);
        names = List.copyOf(formula.names());
        if (names.isEmpty()) {
            throw new Misuse("an energy without a name: " + text, "a formula of one name or more", "as x^2/2");
        }
        for (String name : box.keySet()) {
            if (!names.contains(name)) {
                throw new Misuse(
                        "a range of " + name + ", which the energy does not name",
                        "one of " + String.join(", ", names),
                        Nearest.advice(name, names, "correct --box"));
            }
        }
        for (String name : names) {
            String range = box.get(name);
            bounds.add(range == null ? Bound.NONE : Bound.parse(name, range));
        }
        flat = Flat.of(this::energy, Tensor.zeros(names.size()));
    }

    private Tensor energy(Tensor u) {
        Map<String, Tensor> places = new LinkedHashMap<>();
        Tensor cost = Tensor.of(0);
        for (int i = 0; i < names.size(); i++) {
            Bound bound = bounds.get(i);
            Tensor free = u.get(i);
            places.put(names.get(i), bound.place(free));
            cost = cost.plus(bound.cost(free));
        }
        return formula.on(places).plus(cost);
    }

    @Override
    public String name() {
        return "exp(-(" + formula.text() + "))";
    }

    @Override
    public Flat<Tensor> flat() {
        return flat;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public double[] report(double[] u, Key key) {
        double[] x = new double[u.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = bounds.get(i).place(u[i]);
        }
        return x;
    }

    @Override
    public double[] free(Map<String, Double> given, double[] u) {
        double[] free = u.clone();
        given.forEach((name, value) -> {
            int i = names.indexOf(name);
            if (i < 0) {
                throw new Misuse(
                        "a start of " + name + ", which the energy does not name",
                        "one of " + String.join(", ", names),
                        Nearest.advice(name, names, "correct --init"));
            }
            free[i] = bounds.get(i).free(name, value);
        });
        return free;
    }

    /// The first summand without a finite value, else the first without a finite slope.
    @Override
    public String blame(double[] u) {
        double[] x = report(u, Key.of(0));
        Map<String, Double> place = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            place.put(names.get(i), x[i]);
        }
        List<Formula> terms = new ArrayList<>();
        collect(formula, terms);
        for (Formula term : terms) {
            double value = term.value(place);
            if (!Double.isFinite(value)) {
                return "the term " + term.text() + " is " + Rounding.number(value) + " at " + at(term, place);
            }
        }
        for (Formula term : terms) {
            for (String name : term.names()) {
                double slope = term.derivative(name).value(place);
                if (!Double.isFinite(slope)) {
                    return "the slope of the term " + term.text() + " along " + name + " is " + Rounding.number(slope)
                            + " at " + at(term, place);
                }
            }
        }
        return "";
    }

    private static void collect(Formula formula, List<Formula> terms) {
        if (formula instanceof Formula.Join(Operator operator, Formula x, Formula y)
                && (operator == Operator.ADD || operator == Operator.SUBTRACT)) {
            collect(x, terms);
            collect(y, terms);
        } else {
            terms.add(formula);
        }
    }

    private static String at(Formula term, Map<String, Double> place) {
        return String.join(
                ", ",
                term.names().stream()
                        .map(name -> name + " = " + Rounding.number(place.getOrDefault(name, Double.NaN)))
                        .toList());
    }
}
