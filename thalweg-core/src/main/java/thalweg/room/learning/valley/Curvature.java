package thalweg.room.learning.valley;

import thalweg.landscape.Flat;
import thalweg.linalg.SymmetricEigen;

/// The matrix of second derivatives of an energy at a place, by its eigenvalues `w` ascending and eigenvectors:
/// `H = V diag(w) V'`.
///
/// @param values ascending; NaN where the matrix is not finite
/// @param vectors columns of V: element `i` of vector `j` at `i * n + j`
public record Curvature(double[] values, double[] vectors) {
    /// At a place, by exact products.
    public static Curvature of(Flat<?> flat, double[] x) {
        int n = x.length;
        double[] h = hessian(flat, x);
        for (double element : h) {
            if (!Double.isFinite(element)) {
                double[] none = new double[n];
                java.util.Arrays.fill(none, Double.NaN);
                return new Curvature(none, new double[n * n]);
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(h, n);
        return new Curvature(eigen.values(), eigen.vectors());
    }

    /// The matrix itself, row-major and symmetric to the last bit.
    public static double[] hessian(Flat<?> flat, double[] x) {
        int n = x.length;
        double[] h = new double[n * n];
        double[] direction = new double[n];
        double[] column = new double[n];
        for (int j = 0; j < n; j++) {
            direction[j] = 1;
            flat.product(x, direction, column);
            direction[j] = 0;
            for (int i = 0; i < n; i++) {
                h[i * n + j] = column[i];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * (h[i * n + j] + h[j * n + i]);
                h[i * n + j] = mean;
                h[j * n + i] = mean;
            }
        }
        return h;
    }

    boolean finite() {
        return values.length == 0 || Double.isFinite(values[0]);
    }

    /// The largest size of an eigenvalue.
    public double norm() {
        double norm = 0;
        for (double value : values) {
            norm = Math.max(norm, Math.abs(value));
        }
        return norm;
    }

    /// Eigenvector `j`.
    public double[] vector(int j) {
        int n = values.length;
        double[] vector = new double[n];
        for (int i = 0; i < n; i++) {
            vector[i] = vectors[i * n + j];
        }
        return vector;
    }

    /// The part of `g` along each eigenvector.
    double[] parts(double[] g) {
        int n = values.length;
        double[] parts = new double[n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                parts[j] += vectors[i * n + j] * g[i];
            }
        }
        return parts;
    }

    /// The place whose parts along the eigenvectors are given.
    double[] whole(double[] parts) {
        int n = values.length;
        double[] whole = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                whole[i] += vectors[i * n + j] * parts[j];
            }
        }
        return whole;
    }
}
