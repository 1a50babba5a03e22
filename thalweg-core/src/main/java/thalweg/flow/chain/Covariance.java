package thalweg.flow.chain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import thalweg.array.kernel.Blas;
import thalweg.linalg.Cholesky;
import thalweg.linalg.Qr;
import thalweg.linalg.Svd;
import thalweg.linalg.SymmetricEigen;

/// Metrics made from what a window saw.
final class Covariance {
    /// Directions stretched by less than this stay as the diagonal has them.
    private static final double CUT = 2;

    private static final double RIDGE = 1e-5;

    private Covariance() {}

    /// Variances of the draws, shrunk to 1e-3 as Stan does.
    static Metric draws(Window window) {
        double n = window.count();
        double[] scale = new double[window.draws().mean().length];
        Arrays.setAll(scale, i -> Math.sqrt((n * window.draws().variance(i) + 5e-3) / (n + 5)));
        return Metric.diagonal(scale);
    }

    /// `D^2 = sqrt(var x / var g)`; a coordinate whose variances say nothing keeps its scale.
    static Metric slopes(Window window, Metric old) {
        double[] scale = old.scale().clone();
        for (int i = 0; i < scale.length; i++) {
            double ratio = window.draws().variance(i) / window.slopes().variance(i);
            if (ratio > 1e-40 && ratio < 1e40) {
                scale[i] = Math.sqrt(Math.sqrt(ratio));
            }
        }
        return Metric.diagonal(scale);
    }

    /// All covariances of the draws, shrunk as Stan does; the old metric where they are no covariance.
    static Metric dense(Window window, Metric old) {
        int d = old.size();
        int n = window.count();
        double[] x = centred(window.places(), window.draws().mean(), null);
        double[] c = new double[d * d];
        Blas.gemm(true, false, d, d, n, 1.0 / (n - 1), x, 0, d, x, 0, d, 0, c, 0, d);
        for (int i = 0; i < d * d; i++) {
            c[i] = n / (n + 5.0) * c[i] + (i % (d + 1) == 0 ? 5e-3 / (n + 5) : 0);
        }
        Cholesky cholesky = Cholesky.of(c, d);
        return cholesky.positive() ? Metric.dense(cholesky.l(), d) : old;
    }

    /// The diagonal of [#slopes], and on the directions that draws and slopes span the covariance `S` with
    /// `S cov(g) S = cov(x)`, as far as its eigenvalues differ from 1 by more than a factor 2.
    static Metric lowRank(Window window, Metric old) {
        int d = old.size();
        int n = window.count();
        Metric diagonal = slopes(window, old);
        double[] scale = diagonal.scale();
        double[] x = centred(window.places(), window.draws().mean(), scale);
        double[] inverse = new double[d];
        Arrays.setAll(inverse, i -> 1 / scale[i]);
        double[] g = centred(window.gradients(), window.slopes().mean(), inverse);
        if (Arrays.stream(x).anyMatch(v -> !Double.isFinite(v))
                || Arrays.stream(g).anyMatch(v -> !Double.isFinite(v))) {
            return diagonal;
        }
        double[] basis = basis(x, g, n, d);
        int q = basis.length / d;
        double[] s = between(projected(x, basis, n, d, q), projected(g, basis, n, d, q), q);
        SymmetricEigen eigen = SymmetricEigen.of(s, q);
        double[] values = eigen.values();
        double[] vectors = eigen.vectors();
        int[] kept = java.util.stream.IntStream.range(0, q)
                .filter(k -> values[k] > CUT || values[k] < 1 / CUT && values[k] > 0)
                .toArray();
        double[] directions = new double[kept.length * d];
        double[] stretch = new double[kept.length];
        for (int k = 0; k < kept.length; k++) {
            stretch[k] = Math.sqrt(values[kept[k]]);
            for (int i = 0; i < d; i++) {
                double sum = 0;
                for (int j = 0; j < q; j++) {
                    sum += basis[i * q + j] * vectors[j * q + kept[k]];
                }
                directions[k * d + i] = sum;
            }
        }
        return new Metric(scale, directions, stretch, new double[0]);
    }

    /// Rows less their mean, divided by scales where there are any.
    private static double[] centred(double[][] rows, double[] mean, double @Nullable [] scale) {
        int d = mean.length;
        double[] out = new double[rows.length * d];
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < d; i++) {
                out[r * d + i] = (rows[r][i] - mean[i]) / (scale == null ? 1 : scale[i]);
            }
        }
        return out;
    }

    /// An orthonormal basis, `d` by `q`, of what draws and slopes span; all of space where they are many.
    private static double[] basis(double[] x, double[] g, int n, int d) {
        if (n > d) {
            double[] all = new double[d * d];
            for (int i = 0; i < d; i++) {
                all[i * d + i] = 1;
            }
            return all;
        }
        double[] vx = Svd.of(x, n, d).v();
        double[] vg = Svd.of(g, n, d).v();
        int k = vx.length / d;
        double[] both = new double[2 * k * d];
        for (int i = 0; i < d; i++) {
            System.arraycopy(vx, i * k, both, i * 2 * k, k);
            System.arraycopy(vg, i * k, both, i * 2 * k + k, k);
        }
        Qr qr = Qr.of(both, d, 2 * k);
        double[] q = qr.q();
        int columns = q.length / d;
        int rank = Math.min(qr.rank(), columns);
        double[] basis = new double[d * rank];
        for (int i = 0; i < d; i++) {
            System.arraycopy(q, i * columns, basis, i * rank, rank);
        }
        return basis;
    }

    /// The second moments of rows along a basis, with a small ridge.
    private static double[] projected(double[] rows, double[] basis, int n, int d, int q) {
        double[] along = new double[n * q];
        Blas.product(n, q, d, rows, basis, along);
        double[] c = new double[q * q];
        Blas.gemm(true, false, q, q, n, 1.0 / n, along, 0, q, along, 0, q, 0, c, 0, q);
        for (int i = 0; i < q; i++) {
            c[i * q + i] += RIDGE;
        }
        return c;
    }

    /// The positive S with `S B S = A`: `B^(-1/2) (B^(1/2) A B^(1/2))^(1/2) B^(-1/2)`.
    private static double[] between(double[] a, double[] b, int q) {
        double[] root = power(b, q, 0.5);
        double[] inverse = power(b, q, -0.5);
        double[] middle = power(sandwich(root, a, q), q, 0.5);
        return sandwich(inverse, middle, q);
    }

    private static double[] sandwich(double[] outer, double[] inner, int q) {
        double[] half = new double[q * q];
        double[] whole = new double[q * q];
        Blas.product(q, q, q, outer, inner, half);
        Blas.product(q, q, q, half, outer, whole);
        return whole;
    }

    private static double[] power(double[] a, int q, double exponent) {
        SymmetricEigen eigen = SymmetricEigen.of(a, q);
        double[] values = eigen.values();
        double[] v = eigen.vectors();
        double[] scaled = new double[q * q];
        for (int i = 0; i < q * q; i++) {
            double root = Math.sqrt(Math.max(values[i % q], 1e-300));
            scaled[i] = v[i] * (exponent > 0 ? root : 1 / root);
        }
        double[] out = new double[q * q];
        Blas.gemm(false, true, q, q, q, 1, scaled, 0, q, v, 0, q, 0, out, 0, q);
        return out;
    }
}
