package thalweg.room.symmetry.generator;

import java.util.List;
import thalweg.array.Misuse;
import thalweg.formula.Formula;
import thalweg.formula.Operator;
import thalweg.formula.Plan;
import thalweg.linalg.LeastSquares;
import thalweg.room.symmetry.library.Library;

/// A polynomial fitted to values at places, with its slopes.
///
/// @param formula of the coordinates
/// @param residual what it leaves, over the deviation of the values
public record Polynomial(Formula formula, double residual) {
    /// @param names of the coordinates
    /// @param place one array a coordinate
    public static Polynomial fit(List<String> names, double[][] place, double[] value, int degree) {
        List<Formula> terms = Library.monomial(names, degree).features().stream()
                .map(f -> f.formula())
                .toList();
        int n = value.length;
        int k = terms.size() + 1;
        if (n < 2 * k) {
            throw new Misuse(
                    n + " points for " + k + " coefficients",
                    "at least " + 2 * k + " points",
                    "add points, or lower --degree");
        }
        double[][] columns = new double[terms.size()][n];
        Plan.of(terms, names, List.of()).on(place, n, new double[0], columns);
        double[] a = new double[n * k];
        for (int i = 0; i < n; i++) {
            a[i * k] = 1;
            for (int t = 1; t < k; t++) {
                a[i * k + t] = columns[t - 1][i];
            }
        }
        LeastSquares fit = LeastSquares.of(a, n, k, value);
        double[] c = fit.coefficients();
        Formula sum = Formula.number(c[0]);
        for (int t = 1; t < k; t++) {
            sum = new Formula.Join(
                    Operator.ADD, sum, new Formula.Join(Operator.MULTIPLY, Formula.number(c[t]), terms.get(t - 1)));
        }
        double size = thalweg.room.symmetry.sample.Groups.deviation(value);
        return new Polynomial(sum, Math.sqrt(fit.residualSumOfSquares() / n) / (size > 0 ? size : 1));
    }

    /// The slopes at places, one array a coordinate.
    public static double[][] slopes(Formula formula, List<String> names, double[][] place) {
        int n = place[0].length;
        double[][] out = new double[names.size()][n];
        Plan.of(names.stream().map(formula::derivative).toList(), names, List.of())
                .on(place, n, new double[0], out);
        return out;
    }
}
