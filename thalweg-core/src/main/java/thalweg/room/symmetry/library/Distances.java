package thalweg.room.symmetry.library;

import java.util.ArrayList;
import java.util.List;
import thalweg.formula.Formula;
import thalweg.formula.Function;
import thalweg.formula.Operator;

/// Reciprocal distances: `1/r, x/r, y/r` of one body from the origin, `1/r_ij` of several from each other.
final class Distances {
    private static final Formula TWO = new Formula.Literal(2);

    private Distances() {}

    static List<Feature> reciprocal(List<List<String>> places) {
        List<Feature> found = new ArrayList<>();
        if (places.size() == 1) {
            List<Formula> axes =
                    places.getFirst().stream().<Formula>map(Formula.Name::new).toList();
            Formula r = length(axes);
            found.add(over(new Formula.Literal(1), r));
            axes.forEach(axis -> found.add(over(axis, r)));
        }
        for (int i = 0; i < places.size(); i++) {
            for (int j = i + 1; j < places.size(); j++) {
                List<Formula> apart = new ArrayList<>();
                for (int k = 0; k < Math.min(places.get(i).size(), places.get(j).size()); k++) {
                    apart.add(Library.join(
                            Operator.SUBTRACT,
                            new Formula.Name(places.get(i).get(k)),
                            new Formula.Name(places.get(j).get(k))));
                }
                found.add(over(new Formula.Literal(1), length(apart)));
            }
        }
        return found;
    }

    private static Feature over(Formula x, Formula r) {
        return new Feature(Library.join(Operator.DIVIDE, x, r), 1);
    }

    static Formula length(List<Formula> axes) {
        return new Formula.Apply(Function.SQRT, square(axes));
    }

    static Formula square(List<Formula> axes) {
        Formula sum = Library.join(Operator.POWER, axes.getFirst(), TWO);
        for (Formula axis : axes.subList(1, axes.size())) {
            sum = Library.join(Operator.ADD, sum, Library.join(Operator.POWER, axis, TWO));
        }
        return sum;
    }
}
