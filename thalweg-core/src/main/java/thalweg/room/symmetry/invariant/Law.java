package thalweg.room.symmetry.invariant;

import java.util.List;
import thalweg.formula.Formula;
import thalweg.formula.Operator;
import thalweg.room.symmetry.library.Feature;

/// A combination of features and what is known of it, `Q = sum_i c_i phi_i`.
///
/// @param coefficients with the largest of size 1 and the first positive
/// @param errors their standard errors, NaN where they are not known
/// @param train rho in the groups that learn
/// @param heldOut rho in the groups that judge
/// @param excess the variance within the groups that judge, over what measuring errors explain
/// @param p the share of deals of samples to groups that give a ratio as small
/// @param stable whether its space stays when groups are drawn anew
/// @param degree the degree of the library it was found in
public record Law(
        List<Feature> terms,
        double[] coefficients,
        double[] errors,
        double train,
        double heldOut,
        double excess,
        double p,
        boolean stable,
        int degree) {
    public Law {
        terms = List.copyOf(terms);
    }

    /// The law as a formula with coefficients as they were found, or rounded.
    public Formula formula(double[] numbers) {
        Formula sum = null;
        for (int i = 0; i < numbers.length; i++) {
            double c = numbers[i];
            if (c == 0) {
                continue;
            }
            Formula term = terms.get(i).formula();
            Formula scaled = Math.abs(c) == 1 ? term : scaled(Math.abs(c), term);
            sum = sum == null
                    ? c < 0 ? new Formula.Apply(thalweg.formula.Function.NEGATE, scaled) : scaled
                    : new Formula.Join(c < 0 ? Operator.SUBTRACT : Operator.ADD, sum, scaled);
        }
        return sum == null ? new Formula.Literal(0) : sum;
    }

    /// `c*x*y` and `c/r` rather than `c*(x*y)` and `c*(1/r)`.
    private static Formula scaled(double c, Formula term) {
        if (term instanceof Formula.Join(Operator operator, Formula x, Formula y)
                && (operator == Operator.MULTIPLY || operator == Operator.DIVIDE)) {
            return new Formula.Join(operator, scaled(c, x), y);
        }
        return term instanceof Formula.Literal(double value)
                ? new Formula.Literal(c * value)
                : new Formula.Join(Operator.MULTIPLY, new Formula.Literal(c), term);
    }

    /// The same law under other words about it.
    public Law judged(double newP, boolean newStable, double[] newErrors) {
        return new Law(terms, coefficients, newErrors, train, heldOut, excess, newP, newStable, degree);
    }
}
