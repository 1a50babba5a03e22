package thalweg.room.symmetry.invariant;

import java.util.List;
import thalweg.formula.Formula;
import thalweg.formula.Operator;
import thalweg.room.symmetry.library.Feature;

/// Products of laws as laws of one term.
final class Products {
    private Products() {}

    /// `x^2` where both factors are the same.
    static Formula formula(Formula x, Formula y) {
        return x.equals(y)
                ? new Formula.Join(Operator.POWER, x, new Formula.Literal(2))
                : new Formula.Join(Operator.MULTIPLY, x, y);
    }

    static Law law(Standard standard, Formula product, double[] series, int degree) {
        return new Law(
                List.of(new Feature(product, degree)),
                new double[] {1},
                new double[] {0},
                standard.learn().ratio(series),
                standard.judge().ratio(series),
                Double.NaN,
                1,
                false,
                degree);
    }
}
