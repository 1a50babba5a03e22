package thalweg.room.law.power;

import java.util.Arrays;

/// A plane over logarithms with its errors: `v = c_0 + sum over k of c_k (u_k - o_k)`, with the covariance of
/// the `c`.
///
/// The origin `o` lies among the data, so that nothing is lost where they are far from 0. A factor that the data
/// cannot tell from the others has coefficient and covariance 0.
final class Plane {
    private final double[] origin;
    private final double[] coefficient;
    private final double[] covariance;

    /// @param origin one number a factor
    /// @param coefficient the height at the origin, then one slope a factor
    /// @param covariance of the coefficients, row-major
    Plane(double[] origin, double[] coefficient, double[] covariance) {
        this.origin = origin.clone();
        this.coefficient = coefficient.clone();
        this.covariance = covariance.clone();
    }

    /// Number of factors.
    int factors() {
        return origin.length;
    }

    double slope(int k) {
        return coefficient[k + 1];
    }

    double height(double... u) {
        double height = coefficient[0];
        for (int k = 0; k < origin.length; k++) {
            height += coefficient[k + 1] * (u[k] - origin[k]);
        }
        return height;
    }

    /// The constant `w_0` of `u_d = w_0 + sum over k of w_k u_k`, given the one for logarithms about the origin.
    double constant(int d, double[] weights) {
        double constant = weights[0] + origin[d];
        for (int k = 0; k < origin.length; k++) {
            constant -= weights[k + 1] * origin[k];
        }
        return constant;
    }

    /// The standard error of the height at `u`.
    double error(double... u) {
        double[] gradient = new double[coefficient.length];
        gradient[0] = 1;
        for (int k = 0; k < origin.length; k++) {
            gradient[k + 1] = u[k] - origin[k];
        }
        return along(gradient);
    }

    /// The standard error of the `k`-th slope.
    double slopeError(int k) {
        double[] gradient = new double[coefficient.length];
        gradient[k + 1] = 1;
        return along(gradient);
    }

    /// The covariance of the height at 0 and the slopes, row-major: element 0 is the height.
    double[] covarianceAtZero() {
        int n = coefficient.length;
        double[][] gradient = new double[n][n];
        for (int i = 0; i < n; i++) {
            gradient[i][i] = 1;
        }
        for (int k = 0; k < origin.length; k++) {
            gradient[0][k + 1] = -origin[k];
        }
        double[] all = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                all[i * n + j] = product(gradient[i], gradient[j]);
            }
        }
        return all;
    }

    /// The same plane with all errors multiplied by `factor`.
    Plane scaled(double factor) {
        return new Plane(
                origin,
                coefficient,
                Arrays.stream(covariance).map(c -> c * factor * factor).toArray());
    }

    private double along(double[] gradient) {
        return Math.sqrt(Math.max(0, product(gradient, gradient)));
    }

    private double product(double[] left, double[] right) {
        int n = left.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sum += left[i] * covariance[i * n + j] * right[j];
            }
        }
        return sum;
    }
}
