package thalweg.flow.descent;

import org.jspecify.annotations.Nullable;
import thalweg.array.kernel.Blas;
import thalweg.linalg.Cholesky;
import thalweg.linalg.LeastSquares;
import thalweg.linalg.SymmetricEigen;

/// Solutions of `(O'O + damping) s = -g` for one set of rows `O`, in the smaller of the two spaces.
final class MetricStep {
    private final double[] rows;
    private final int n;
    private final int size;
    private final double[] slope;
    private final double @Nullable [] residual;
    private double @Nullable [] gram;
    private int rank;

    /// @param rows `O`, `n` by `size`
    /// @param residual `r` with `g = O'r`, or null where there is none
    MetricStep(double[] rows, int n, int size, double[] slope, double @Nullable [] residual) {
        this.rows = rows;
        this.n = n;
        this.size = size;
        this.slope = slope;
        this.residual = residual;
    }

    /// How many directions the last solution determined.
    int rank() {
        return rank;
    }

    /// The step for a damping; the shortest of all where it is 0 and the metric singular.
    double[] solve(double damping) {
        boolean tall = size <= n;
        if (damping == 0 && residual != null && tall) {
            return byQr(residual);
        }
        double[] right = tall ? negative(slope) : residual != null ? negative(residual) : times(slope);
        double[] solved = bounded(damping, right);
        if (tall) {
            return solved;
        }
        boolean square = damping == 0 && residual == null;
        double[] step = new double[size];
        Blas.gevm(n, size, square ? bounded(0, solved) : solved, 0, rows, 0, size, step, 0);
        if (residual == null && !square) {
            for (int i = 0; i < size; i++) {
                step[i] = (-slope[i] - step[i]) / damping;
            }
        }
        rank = damping > 0 ? size : rank;
        return step;
    }

    /// What the quadratic model promises: `-(g's + |O s|^2 / 2)`.
    double promised(double[] step) {
        double[] along = new double[n];
        Blas.gemv(n, size, rows, 0, size, step, 0, along, 0);
        return -Descending.dot(slope, step) - 0.5 * Descending.dot(along, along);
    }

    private double[] byQr(double[] of) {
        LeastSquares least = LeastSquares.of(rows, n, size, negative(of));
        rank = least.rank();
        if (rank < size) {
            return bounded(0, negative(slope));
        }
        return least.coefficients();
    }

    /// `(gram + damping)^-1 b`, by Cholesky, or on the range alone where that fails.
    private double[] bounded(double damping, double[] b) {
        int order = b.length;
        double[] a = gram().clone();
        double largest = 0;
        for (int i = 0; i < order; i++) {
            largest = Math.max(largest, a[i * order + i]);
            a[i * order + i] += damping;
        }
        if (damping > 0x1p-40 * largest) {
            Cholesky factor = Cholesky.of(a, order);
            if (factor.positive()) {
                rank = order;
                return factor.solve(b, 1);
            }
        }
        return onRange(a, order, b);
    }

    private double[] onRange(double[] a, int order, double[] b) {
        SymmetricEigen eigen = SymmetricEigen.of(a, order);
        double[] w = eigen.values();
        double[] v = eigen.vectors();
        double least = order * Math.ulp(1.0) * Math.max(Math.abs(w[0]), w[order - 1]);
        double[] part = new double[order];
        Blas.gevm(order, order, b, 0, v, 0, order, part, 0);
        rank = 0;
        for (int j = 0; j < order; j++) {
            boolean determined = w[j] > least;
            part[j] = determined ? part[j] / w[j] : 0;
            rank += determined ? 1 : 0;
        }
        double[] x = new double[order];
        Blas.gemv(order, order, v, 0, order, part, 0, x, 0);
        return x;
    }

    private double[] gram() {
        double[] now = gram;
        if (now == null) {
            boolean tall = size <= n;
            int order = tall ? size : n;
            now = new double[order * order];
            Blas.gemm(tall, !tall, order, order, tall ? n : size, 1, rows, 0, size, rows, 0, size, 0, now, 0, order);
            gram = now;
        }
        return now;
    }

    /// `-O g`.
    private double[] times(double[] g) {
        double[] product = new double[n];
        Blas.gemv(n, size, rows, 0, size, g, 0, product, 0);
        return negative(product);
    }

    private static double[] negative(double[] v) {
        double[] minus = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            minus[i] = -v[i];
        }
        return minus;
    }
}
