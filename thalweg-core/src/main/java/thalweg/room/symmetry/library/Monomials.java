package thalweg.room.symmetry.library;

import java.util.ArrayList;
import java.util.List;
import thalweg.formula.Formula;
import thalweg.formula.Operator;

/// All products of powers of some coordinates up to a degree, `prod_i x_i^n_i`, without the constant.
final class Monomials {
    private final List<String> names;
    private final List<Feature> found = new ArrayList<>();

    private Monomials(List<String> names) {
        this.names = names;
    }

    static List<Feature> of(List<String> names, int degree) {
        Monomials monomials = new Monomials(names);
        for (int d = 1; d <= degree; d++) {
            monomials.add(0, d, d, null);
        }
        return List.copyOf(monomials.found);
    }

    /// How many there are: `C(n + d, d) - 1`.
    static long count(int names, int degree) {
        long count = 1;
        for (int i = 1; i <= degree; i++) {
            count = count * (names + i) / i;
        }
        return count - 1;
    }

    private void add(int from, int left, int degree, @org.jspecify.annotations.Nullable Formula product) {
        if (left == 0 && product != null) {
            found.add(new Feature(product, degree));
            return;
        }
        for (int i = from; i < names.size(); i++) {
            for (int power = left; power >= 1; power--) {
                Formula factor = power(new Formula.Name(names.get(i)), power);
                Formula next = product == null ? factor : new Formula.Join(Operator.MULTIPLY, product, factor);
                add(i + 1, left - power, degree, next);
            }
        }
    }

    static Formula power(Formula base, double power) {
        return power == 1 ? base : new Formula.Join(Operator.POWER, base, new Formula.Literal(power));
    }
}
