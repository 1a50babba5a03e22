package thalweg.room.law.power;

import java.util.Arrays;
import thalweg.linalg.LeastSquares;

/// A plane that outliers do not pull: `sum over i of rho(r_i / s)` is least, with the scale `s` from the median
/// absolute
/// residual, by reweighted least squares.
///
/// Standard errors by Huber, Robust Statistics (1981), eq. 7.6.5, as `rlm` of the R package MASS states them.
/// Outliers in the target are held off, not those in a factor that lie far out.
final class MEstimate {
    /// The normal law's 75 % quantile: makes the median absolute residual a standard deviation.
    private static final double NORMAL = 0.6744897501960817;

    private static final int STEPS = 200;
    private static final double SETTLED = 1e-12;

    private final double[] a;
    private final double[] b;
    private final int rows;
    private final int columns;
    private final Loss loss;

    private double[] coefficient;
    private double[] residual;
    private double scale;

    /// @param a `rows` by `columns`, row-major, its first column the constant
    MEstimate(double[] a, int columns, double[] b, Loss loss) {
        this.a = a.clone();
        this.b = b.clone();
        this.rows = b.length;
        this.columns = columns;
        this.loss = loss;
        LeastSquares plain = LeastSquares.of(a, rows, columns, b);
        this.coefficient = plain.coefficients();
        this.residual = plain.residuals();
        if (loss == Loss.BISQUARE) {
            settle(Loss.HUBER);
        }
        settle(loss);
    }

    private void settle(Loss under) {
        double[] weight = new double[rows];
        for (int step = 0; step < STEPS; step++) {
            scale = median(residual) / NORMAL;
            if (scale == 0) {
                return;
            }
            Arrays.setAll(weight, i -> under.weight(residual[i] / scale));
            LeastSquares fit = LeastSquares.weighted(a, rows, columns, b, weight);
            double[] next = fit.residuals();
            double change = 0;
            for (int i = 0; i < rows; i++) {
                change = Math.max(change, Math.abs(next[i] - residual[i]));
            }
            coefficient = fit.coefficients();
            residual = next;
            if (change <= SETTLED * scale) {
                return;
            }
        }
    }

    private static double median(double[] residual) {
        double[] size = Arrays.stream(residual).map(Math::abs).sorted().toArray();
        int n = size.length;
        return n % 2 == 1 ? size[n / 2] : (size[n / 2 - 1] + size[n / 2]) / 2;
    }

    double[] coefficient() {
        return coefficient.clone();
    }

    /// The standard deviation of the residuals of the good points; 0 where more than half lie on the plane.
    double scale() {
        return scale;
    }

    /// The weight of each row, 1 for one that is fully believed.
    double[] weights() {
        double[] weight = new double[rows];
        Arrays.setAll(weight, i -> scale == 0 ? 1 : loss.weight(residual[i] / scale));
        return weight;
    }

    double[] covariance() {
        double[] covariance = LeastSquares.of(a, rows, columns, b).covariance();
        double factor = 0;
        if (scale > 0) {
            double[] bend = new double[rows];
            double squares = 0;
            for (int i = 0; i < rows; i++) {
                double z = residual[i] / scale;
                bend[i] = loss.bend(z);
                double psi = loss.weight(z) * residual[i];
                squares += psi * psi / (rows - columns);
            }
            double mean = Arrays.stream(bend).average().orElse(1);
            double variance =
                    Arrays.stream(bend).map(v -> (v - mean) * (v - mean)).sum() / (rows - 1);
            double kappa = 1 + columns * variance / (rows * mean * mean);
            factor = squares * kappa * kappa / (mean * mean);
        }
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] *= factor;
        }
        return covariance;
    }
}
