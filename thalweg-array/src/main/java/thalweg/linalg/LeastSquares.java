package thalweg.linalg;

import java.util.Arrays;
import java.util.List;
import thalweg.array.Misuse;

/// The coefficients `x` that make `sum_i w_i (b_i - (A x)_i)^2` least, with what statistics needs beside them.
///
/// By Householder QR with pivoting ([Qr]), corrected until the last digits stand by solving the augmented system
/// `r + A x = b`, `A' W r = 0` again for its residuals, computed in twice the precision: Björck, BIT 7 (1967) 257.
/// Nothing is centred.
///
/// Where columns are dependent, the last of them in pivot order are [#dropped] (coefficient 0); what the data still
/// determine are the combinations `c . x` that are [#identifiable].
public final class LeastSquares {
    private final int columns;
    private final Qr qr;
    private final double[] coefficients;
    private final double[] residuals;
    private final double residualSumOfSquares;
    private final int degreesOfFreedom;

    private LeastSquares(double[] a, int columns, double[] b, double[] weights) {
        this.columns = columns;
        double[] weighted = a.clone();
        for (int i = 0; i < a.length; i++) {
            weighted[i] *= Math.sqrt(weights[i / columns]);
        }
        this.qr = Qr.of(weighted, b.length, columns);
        Correction solution = Correction.solve(qr, a, columns, b, weights);
        this.coefficients = solution.x();
        this.residuals = solution.r();
        Twofold sum = new Twofold().start(0);
        int counted = 0;
        for (int i = 0; i < b.length; i++) {
            sum.add(residuals[i], residuals[i], weights[i]);
            counted += weights[i] > 0 ? 1 : 0;
        }
        this.residualSumOfSquares = sum.value();
        this.degreesOfFreedom = counted - qr.rank();
    }

    /// Ordinary least squares, all weights 1.
    ///
    /// @param a `rows` by `columns`, row-major
    /// @param b `rows` values to explain
    /// @throws Misuse if a length does not fit, or an element is NaN or infinite
    public static LeastSquares of(double[] a, int rows, int columns, double[] b) {
        double[] ones = new double[b.length];
        Arrays.fill(ones, 1);
        return checked(a, rows, columns, b, ones);
    }

    /// Weighted least squares; for rows of standard error `sigma_i` the weight is `1 / sigma_i^2`. A row of weight 0
    /// is left out.
    ///
    /// @param weights `rows` numbers, none negative
    /// @throws Misuse if a length does not fit, an element is NaN or infinite, or a weight is negative
    public static LeastSquares weighted(double[] a, int rows, int columns, double[] b, double[] weights) {
        Input.vector("the weights", weights, rows);
        for (int i = 0; i < rows; i++) {
            if (weights[i] < 0) {
                throw new Misuse(
                        "weight " + weights[i] + " at element " + i, "weights of 0 or more", "use 1 / sigma^2");
            }
        }
        return checked(a, rows, columns, b, weights);
    }

    private static LeastSquares checked(double[] a, int rows, int columns, double[] b, double[] weights) {
        Input.matrix("the matrix", a, rows, columns);
        Input.vector("the values", b, rows);
        return new LeastSquares(a, columns, b, weights);
    }

    /// The coefficients, one a column; 0 for a dropped column.
    public double[] coefficients() {
        return coefficients.clone();
    }

    /// `b - A x`, one a row, not weighted.
    public double[] residuals() {
        return residuals.clone();
    }

    /// `S = sum_i w_i (b_i - (A x)_i)^2`.
    public double residualSumOfSquares() {
        return residualSumOfSquares;
    }

    /// Rows of positive weight less the rank.
    public int degreesOfFreedom() {
        return degreesOfFreedom;
    }

    /// The unscaled covariance `C = (A' W A)^-1` of the coefficients, `columns` by `columns`.
    ///
    /// It is the covariance for weights `1 / sigma_i^2`; where errors are not known, multiply it by `S / dof`. Rows
    /// and columns of dropped columns are 0, so that the variance `c . C c` is right for every identifiable `c`.
    public double[] covariance() {
        double[] inverse = qr.inverse();
        int[] pivot = qr.pivot();
        int rank = qr.rank();
        double[] covariance = new double[columns * columns];
        for (int i = 0; i < rank; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = i; k < rank; k++) {
                    sum = Math.fma(inverse[i * rank + k], inverse[j * rank + k], sum);
                }
                double unscaled = Math.scalb(sum, -qr.exponent(pivot[i]) - qr.exponent(pivot[j]));
                covariance[pivot[i] * columns + pivot[j]] = unscaled;
                covariance[pivot[j] * columns + pivot[i]] = unscaled;
            }
        }
        return covariance;
    }

    /// How many columns are independent.
    public int rank() {
        return qr.rank();
    }

    /// The condition number of the independent columns, each scaled to norm about 1; the square roots of the diagonal
    /// of [#covariance] lose about `log10` of it in digits.
    public double condition() {
        return qr.condition();
    }

    /// The columns that depend on others and got coefficient 0, ascending; empty where the rank is full.
    public int[] dropped() {
        int[] pivot = qr.pivot();
        return Arrays.stream(pivot, qr.rank(), columns).sorted().toArray();
    }

    /// For each dropped column the combination `c` of columns, with `c = 1` at the dropped one, that is zero on the
    /// data: `A c = 0`.
    public List<double[]> dependencies() {
        return qr.dependencies();
    }

    /// Whether the data determine `c . x`: whether `c` is orthogonal to every dependency, to 1 part in 1e8.
    ///
    /// @param combination `columns` numbers
    public boolean identifiable(double[] combination) {
        Input.vector("the combination", combination, columns);
        for (double[] dependency : qr.dependencies()) {
            double sum = 0;
            double size = 0;
            for (int j = 0; j < columns; j++) {
                sum += dependency[j] * combination[j];
                size += Math.abs(dependency[j] * combination[j]);
            }
            if (Math.abs(sum) > 1e-8 * size) {
                return false;
            }
        }
        return true;
    }
}
