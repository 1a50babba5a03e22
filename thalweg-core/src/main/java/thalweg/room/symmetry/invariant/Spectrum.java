package thalweg.room.symmetry.invariant;

import thalweg.array.kernel.Blas;
import thalweg.linalg.Qr;
import thalweg.linalg.Svd;

/// The combinations of some features by how little they vary within groups: `W theta = rho^2 T theta`, ascending.
///
/// The total matrix is factored, directions below 1e-9 of the largest are dropped, the features are whitened, and the
/// singular values of the centred rows are the ratios: no Gram matrix is formed, so that exact laws show as 1e-12 and
/// not as 1e-8.
final class Spectrum {
    private static final double NEGLIGIBLE = 1e-9;

    final Standard standard;
    final int[] columns;
    /// How many directions vary.
    final int rank;
    /// Standardised coefficients: direction `j` in column `j`, `columns.length` by `rank`, of unit variance.
    final double[] theta;
    /// Ratios in the groups that learn.
    final double[] train;
    /// Ratios of the same directions in the groups that judge.
    final double[] heldOut;
    /// Variance within the groups that judge, over what measuring errors explain.
    final double[] excess;
    /// The rows that learn in the coordinates of the directions, row-major, `rank` columns.
    final double[] learned;
    /// The rows that judge, likewise.
    final double[] judged;

    Spectrum(Standard standard, int[] columns) {
        this.standard = standard;
        this.columns = columns;
        int k = columns.length;
        Split learn = standard.learn();
        Split judge = standard.judge();
        double[] z = standard.matrix(learn, columns);
        double[] basis = basis(z, learn.size(), k);
        this.rank = basis.length / Math.max(1, k);
        double[] white = product(z, basis, learn.size(), k, rank);
        double[] centred = white.clone();
        Standard.centre(centred, rank, learn.start());
        Svd svd = Svd.of(new Tall(centred, learn.size(), rank).square(), rank, rank);
        double[] v = new double[rank * rank];
        this.train = new double[rank];
        for (int j = 0; j < rank; j++) {
            train[j] = svd.values()[rank - 1 - j] / Math.sqrt(learn.freedom());
        }
        double[] right = svd.v();
        for (int i = 0; i < rank; i++) {
            for (int j = 0; j < rank; j++) {
                v[i * rank + j] = right[i * rank + rank - 1 - j];
            }
        }
        this.theta = product(basis, v, k, rank, rank);
        this.learned = product(white, v, learn.size(), rank, rank);
        this.judged = product(standard.matrix(judge, columns), theta, judge.size(), k, rank);
        this.heldOut = new double[rank];
        this.excess = new double[rank];
        double[] x = new double[judge.size()];
        for (int j = 0; j < rank; j++) {
            for (int i = 0; i < x.length; i++) {
                x[i] = judged[i * rank + j];
            }
            double within = judge.within(x);
            double total = judge.total(x);
            heldOut[j] = total > 0 ? Math.sqrt(within / total) : 1;
            double explained = standard.noise(columns, direction(j));
            excess[j] = explained > 0 ? within / explained : within > 0 ? Double.POSITIVE_INFINITY : 0;
        }
    }

    /// The standardised coefficients of direction `j`.
    double[] direction(int j) {
        double[] column = new double[columns.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = theta[i * rank + j];
        }
        return column;
    }

    /// `k` by `rank`: combinations of standardised columns with unit covariance.
    private static double[] basis(double[] z, int rows, int k) {
        double[] centred = z.clone();
        Standard.centre(centred, k, new int[] {0, rows});
        Qr qr = Qr.of(new Tall(centred, rows, k).square(), k, k);
        double[] r = qr.r();
        int[] pivot = qr.pivot();
        int rank = 0;
        while (rank < k && Math.abs(r[rank * k + rank]) > NEGLIGIBLE * Math.abs(r[0])) {
            rank++;
        }
        double[] basis = new double[k * rank];
        double size = Math.sqrt(Math.max(1, rows - 1));
        for (int j = 0; j < rank; j++) {
            double[] x = new double[rank];
            for (int i = j; i >= 0; i--) {
                double sum = i == j ? size : 0;
                for (int l = i + 1; l <= j; l++) {
                    sum -= r[i * k + l] * x[l];
                }
                x[i] = sum / r[i * k + i];
            }
            for (int i = 0; i <= j; i++) {
                basis[pivot[i] * rank + j] = x[i];
            }
        }
        return basis;
    }

    static double[] product(double[] a, double[] b, int m, int k, int n) {
        double[] c = new double[m * n];
        Blas.gemm(false, false, m, n, k, 1, a, 0, k, b, 0, n, 0, c, 0, n);
        return c;
    }
}
