package thalweg.room.law.power;

import java.util.Arrays;
import java.util.List;
import thalweg.array.Misuse;
import thalweg.data.Dataset;
import thalweg.linalg.LeastSquares;

/// Ordinary least squares in logarithms over rows as they stream past: `ln y = b_0 + sum over k of n_k ln x_k`,
/// equal and unknown errors of `ln y`, so standard errors come from the residuals.
///
/// It also carries the squares and products of the logarithms, whose weight decides whether a power law is
/// enough ([Goodness.Curvature]). Memory does not grow with the rows.
public final class Ordinary implements Dataset.Visitor {
    private static final double ROUNDING = 0x1p-50;

    private final Logs logs;
    private final List<String> names;
    private final int factors;
    private final Compressed table;
    private final double[] u;
    private final double[] row;
    private final double[] origin;
    private final double[] low;
    private final double[] high;
    private double largest;
    private long rows;

    /// @param names the target, then the factors: the columns of the blocks that will come
    public Ordinary(List<String> names) {
        this.names = List.copyOf(names);
        this.logs = new Logs(names);
        this.factors = names.size() - 1;
        this.table = new Compressed(1 + factors + factors + factors * (factors - 1) / 2 + 1);
        this.u = new double[factors + 1];
        this.row = new double[1 + factors + factors + factors * (factors - 1) / 2 + 1];
        this.origin = new double[factors + 1];
        this.low = new double[factors];
        this.high = new double[factors];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
    }

    @Override
    public void rows(long first, int count, double[][] block) {
        for (int i = 0; i < count; i++) {
            logs.take(block, i, first + i, u);
            for (int k = 0; k < factors; k++) {
                low[k] = Math.min(low[k], block[k + 1][i]);
                high[k] = Math.max(high[k], block[k + 1][i]);
            }
            add();
        }
    }

    /// Columns: 1, logarithms, their squares, their products, the target's logarithm.
    private void add() {
        if (rows++ == 0) {
            System.arraycopy(u, 0, origin, 0, u.length);
        }
        for (int k = 0; k < u.length; k++) {
            largest = Math.max(largest, Math.abs(u[k]));
        }
        row[0] = 1;
        int at = 2 * factors + 1;
        for (int k = 0; k < factors; k++) {
            double d = u[k] - origin[k];
            row[1 + k] = d;
            row[1 + factors + k] = d * d;
            for (int j = 0; j < k; j++) {
                row[at++] = d * row[1 + j];
            }
        }
        row[at] = u[factors] - origin[factors];
        table.add(row);
    }

    /// @throws Misuse for fewer rows than factors and 2
    Regression fit() {
        int parameters = factors + 1;
        if (rows < parameters + 1) {
            throw new Misuse(
                    rows + " rows for " + factors + " factor" + (factors == 1 ? "" : "s") + " and a prefactor",
                    "at least " + (parameters + 1) + " rows",
                    "give more rows or fewer inputs");
        }
        Dependence dependence = Dependence.of(table, factors);
        LeastSquares fit = table.explain(row.length - 1, dependence.columns());
        long free = rows - 1 - dependence.kept().size();
        double squares = fit.residualSumOfSquares();
        double[] covariance = fit.covariance();
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] *= squares / free;
        }
        double[] coefficient = dependence.spread(fit.coefficients(), factors);
        coefficient[0] += origin[factors];
        Plane plane =
                new Plane(Arrays.copyOf(origin, factors), coefficient, dependence.spreadSquare(covariance, factors));
        Goodness goodness = curvature(fit, dependence.columns(), free);
        return new Regression(names, plane, dependence, rows, squares, false, goodness, low.clone(), high.clone());
    }

    private Goodness curvature(LeastSquares flat, int[] columns, long free) {
        double rounding = ROUNDING * (1 + largest);
        if (flat.residualSumOfSquares() <= rows * rounding * rounding) {
            return new Goodness.Untested("the rows lie on the law to rounding");
        }
        if (factors == 0) {
            return new Goodness.Untested("there is no input whose curvature could be tested");
        }
        int squares = factors;
        int all = squares + factors * (factors - 1) / 2;
        for (int terms : new int[] {all, squares}) {
            if (free - terms >= 1) {
                int[] bent = Arrays.copyOf(columns, columns.length + terms);
                for (int t = 0; t < terms; t++) {
                    bent[columns.length + t] = 1 + factors + t;
                }
                LeastSquares curved = table.explain(row.length - 1, bent);
                int added = curved.rank() - flat.rank();
                if (added == 0) {
                    return new Goodness.Untested("the inputs take too few different values to show a curvature");
                }
                double left = curved.residualSumOfSquares();
                double f = (flat.residualSumOfSquares() - left) / added / (left / (free - added));
                return Goodness.Curvature.of(Math.max(0, f), added, free - added);
            }
        }
        return new Goodness.Untested("too few rows to test for a curvature");
    }
}
