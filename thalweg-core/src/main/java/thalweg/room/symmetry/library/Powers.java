package thalweg.room.symmetry.library;

import java.util.ArrayList;
import java.util.List;
import thalweg.formula.Formula;
import thalweg.formula.Function;
import thalweg.formula.Operator;

/// Products of a power of the mass and a power of the velocity.
final class Powers {
    private static final double[] MASS = {1, 0, 2, 0.5};

    private Powers() {}

    static List<Feature> of(String mass, List<String> velocity) {
        List<Formula> axes = velocity.stream().<Formula>map(Formula.Name::new).toList();
        boolean line = axes.size() == 1;
        Formula speed = line ? new Formula.Apply(Function.ABS, axes.getFirst()) : Distances.length(axes);
        Formula square = Distances.square(axes);
        Formula cube = line
                ? Monomials.power(axes.getFirst(), 3)
                : Library.join(Operator.POWER, square, new Formula.Literal(1.5));
        List<Formula> shapes = new ArrayList<>(axes);
        shapes.add(square);
        shapes.add(cube);
        List<Feature> found = new ArrayList<>();
        for (double a : mass.isEmpty() ? new double[] {0} : MASS) {
            shapes.forEach(shape -> found.add(times(mass, a, shape)));
        }
        found.add(times(mass, 0, speed));
        if (!mass.isEmpty()) {
            found.add(times(mass, 1, speed));
        }
        return found;
    }

    private static Feature times(String mass, double a, Formula shape) {
        if (a == 0) {
            return new Feature(shape, 1);
        }
        Formula m = new Formula.Name(mass);
        Formula weight = a == 0.5 ? new Formula.Apply(Function.SQRT, m) : Monomials.power(m, a);
        return new Feature(Library.join(Operator.MULTIPLY, weight, shape), 1);
    }
}
