package thalweg.room.mechanics.field;

import thalweg.array.kernel.Blas;
import thalweg.array.kernel.Workers;
import thalweg.linalg.Cholesky;
import thalweg.linalg.SymmetricEigen;

/// The coefficients that make `|y - G c|^2 + lambda |c|^2` least, lambda by generalised cross-validation:
/// `N |y - G c|^2 / (N - df)^2` least, `df = sum s^2 / (s^2 + lambda)`. Golub, Heath and Wahba, Technometrics 21
/// (1979).
///
/// @param coefficients one array a target
/// @param lambda the ridge
/// @param freedom df, the effective number of coefficients
/// @param score the cross-validated mean square a row
record Ridge(double[][] coefficients, double lambda, double freedom, double score) {
    private static final int MOST_EIGEN = 900;
    /// What each coefficient costs: 1 is the classical score, 1.4 guards against its rare flat minima: Kim and Gu
    /// (2004).
    private static final double ROBUST = 1.4;
    private static final double SMALLEST = 1e-15;

    /// Solves with the best ridge.
    static Ridge of(Gram gram) {
        return of(gram, SMALLEST);
    }

    /// Solves with the best ridge of at least `floor` times the largest eigenvalue of `G' G`.
    static Ridge of(Gram gram, double floor) {
        return gram.columns() <= MOST_EIGEN ? Spectral.of(gram).best(floor) : factored(gram, floor);
    }

    /// For large problems: a short list of ridges, each factored, the trace of the hat matrix by a few probes.
    private static Ridge factored(Gram gram, double floor) {
        int k = gram.columns();
        double top = 0;
        for (int i = 0; i < k; i++) {
            top = Math.max(top, gram.at(i, i));
        }
        Ridge best = null;
        double[] plain = gram.normal(0);
        for (double share : new double[] {1e-13, 1e-11, 1e-9, 1e-7, 1e-5}) {
            double lambda = Math.max(share, floor) * top;
            Cholesky cholesky = Cholesky.of(gram.normal(lambda), k);
            if (!cholesky.positive()) {
                continue;
            }
            double[][] c = new double[gram.targets()][];
            double squares = gram.total();
            for (int t = 0; t < c.length; t++) {
                double[] right = gram.right(t);
                c[t] = cholesky.solve(right, 1);
                double[] product = new double[k];
                Blas.symv(Workers.HERE, k, plain, 0, k, c[t], 0, product, 0);
                for (int i = 0; i < k; i++) {
                    squares += c[t][i] * (product[i] - 2 * right[i]);
                }
            }
            double freedom = k - lambda * probed(cholesky, k);
            double many = (double) gram.rows() * c.length;
            double score = score(many, Math.max(squares, 1e-16 * gram.total()), freedom * c.length);
            if (best == null || score < best.score) {
                best = new Ridge(c, lambda, freedom, score);
            }
        }
        if (best == null) {
            return new Ridge(new double[gram.targets()][k], Double.POSITIVE_INFINITY, 0, gram.total() / gram.rows());
        }
        return best;
    }

    /// The trace of the inverse, from four vectors of signs.
    private static double probed(Cholesky cholesky, int k) {
        double sum = 0;
        for (int probe = 0; probe < 4; probe++) {
            thalweg.array.Key key = thalweg.array.Key.of(probe);
            double[] sign = new double[k];
            for (int i = 0; i < k; i++) {
                sign[i] = key.uniform(i) < 0.5 ? -1 : 1;
            }
            double[] solved = cholesky.solve(sign, 1);
            for (int i = 0; i < k; i++) {
                sum += sign[i] * solved[i] / 4;
            }
        }
        return sum;
    }

    static double score(double rows, double squares, double freedom) {
        double left = Math.max(rows - ROBUST * freedom, 1e-3 * rows);
        return rows * squares / (left * left);
    }

    /// The same with what is left fitted again, where the ridge is at the rounding of `G' G`: the solution then has the
    /// digits that `G` carries. Iterated Tikhonov regularisation: Riley, MTAC 9 (1955) 96.
    Ridge refined(Gram gram, int count, int each, Gram.Writer writer) {
        if (gram.columns() > MOST_EIGEN || gram.targets() != 1) {
            return this;
        }
        Spectral spectral = Spectral.of(gram);
        int k = gram.columns();
        if (lambda > 1e-12 * spectral.values[k - 1]) {
            return this;
        }
        double[] c = coefficients[0].clone();
        double[] rows = new double[count * each * (k + 1)];
        writer.write(0, count, rows);
        for (int pass = 0; pass < 4; pass++) {
            double[] left = new double[k];
            for (int i = 0; i < count * each; i++) {
                double r = rows[i * (k + 1) + k];
                for (int j = 0; j < k; j++) {
                    r -= rows[i * (k + 1) + j] * c[j];
                }
                for (int j = 0; j < k; j++) {
                    left[j] += rows[i * (k + 1) + j] * r;
                }
            }
            double[] more = spectral.solve(left, lambda);
            for (int j = 0; j < k; j++) {
                c[j] += more[j];
            }
        }
        return new Ridge(new double[][] {c}, lambda, freedom, score);
    }

    /// The problem in the eigenvectors of `G' G`, where every ridge costs nothing.
    record Spectral(Gram gram, double[] values, double[] vectors, double[][] turned) {
        static Spectral of(Gram gram) {
            int k = gram.columns();
            SymmetricEigen eigen = SymmetricEigen.of(gram.normal(0), k);
            double[] vectors = eigen.vectors();
            double[][] turned = new double[gram.targets()][k];
            for (int t = 0; t < turned.length; t++) {
                thalweg.array.kernel.Blas.gevm(k, k, gram.right(t), 0, vectors, 0, k, turned[t], 0);
            }
            return new Spectral(gram, eigen.values(), vectors, turned);
        }

        Ridge best(double floor) {
            double top = values[values.length - 1];
            Ridge best = at(floor * top);
            for (double share = floor * 3.1622776601683795; share < 1e3; share *= 3.1622776601683795) {
                Ridge next = at(share * top);
                best = next.score < best.score ? next : best;
            }
            return best;
        }

        Ridge at(double lambda) {
            int k = values.length;
            double freedom = 0;
            double squares = gram.total();
            double[][] c = new double[turned.length][k];
            double[] filtered = new double[k];
            for (int i = 0; i < k; i++) {
                double s = Math.max(0, values[i]);
                freedom += s / (s + lambda);
            }
            for (int t = 0; t < turned.length; t++) {
                for (int i = 0; i < k; i++) {
                    double s = Math.max(0, values[i]);
                    filtered[i] = turned[t][i] / (s + lambda);
                    squares -= filtered[i] * turned[t][i] * (s + 2 * lambda) / (s + lambda);
                }
                thalweg.array.kernel.Blas.gemv(k, k, vectors, 0, k, filtered, 0, c[t], 0);
            }
            double floor = Math.max(squares, 1e-16 * gram.total());
            return new Ridge(
                    c,
                    lambda,
                    freedom * turned.length,
                    score((double) gram.rows() * turned.length, floor, freedom * turned.length));
        }

        /// The solution of ridge `lambda` for other right-hand sides, `columns` numbers each.
        double[] solve(double[] right, double lambda) {
            int k = values.length;
            double[] turn = new double[k];
            thalweg.array.kernel.Blas.gevm(k, k, right, 0, vectors, 0, k, turn, 0);
            for (int i = 0; i < k; i++) {
                turn[i] /= Math.max(0, values[i]) + lambda;
            }
            double[] c = new double[k];
            thalweg.array.kernel.Blas.gemv(k, k, vectors, 0, k, turn, 0, c, 0);
            return c;
        }
    }
}
