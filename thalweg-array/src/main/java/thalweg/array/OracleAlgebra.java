package thalweg.array;

import java.util.ArrayList;
import java.util.List;

/// Values of factorisations and solutions, matrix by matrix along the leading axes, by the textbook loops.
final class OracleAlgebra {
    private OracleAlgebra() {}

    static List<Tensor> evaluate(Algebra op, List<Type> types, List<Tensor> in) {
        Shape shape = in.get(0).shape();
        int n = shape.size(-1);
        int count = shape.part(0, shape.rank() - 2).count();
        List<double[]> out = new ArrayList<>();
        types.forEach(type -> out.add(new double[type.shape().count()]));
        int columns = in.size() == 2 ? in.get(1).shape().size(-1) : 0;
        for (int m = 0; m < count; m++) {
            double[] a = new double[n * n];
            System.arraycopy(in.get(0).reals(), m * n * n, a, 0, n * n);
            double[] first = out.get(0);
            switch (op) {
                case Algebra.Cholesky _ -> {
                    symmetrise(a, n);
                    cholesky(a, n);
                    System.arraycopy(a, 0, first, m * n * n, n * n);
                }
                case Algebra.TriangularSolve(boolean lower, boolean transposed) -> {
                    System.arraycopy(in.get(1).reals(), m * n * columns, first, m * n * columns, n * columns);
                    triangular(a, n, lower, transposed, first, m * n * columns, columns);
                }
                case Algebra.Solve(boolean transposed) -> {
                    System.arraycopy(in.get(1).reals(), m * n * columns, first, m * n * columns, n * columns);
                    solve(transposed ? transposed(a, n) : a, n, first, m * n * columns, columns);
                }
                case Algebra.LogDet _ -> {
                    double sign = eliminate(a, n, new double[0], 0, 0);
                    double total = 0;
                    for (int i = 0; i < n; i++) {
                        total += StrictMath.log(Math.abs(a[i * n + i]));
                        sign *= Math.signum(a[i * n + i]);
                    }
                    first[m] = total;
                    out.get(1)[m] = sign;
                }
                case Algebra.Eigen _ -> {
                    symmetrise(a, n);
                    eigen(a, n, first, m * n, out.get(1), m * n * n);
                }
            }
        }
        List<Tensor> results = new ArrayList<>();
        for (int r = 0; r < out.size(); r++) {
            results.add(Tensor.wrap(out.get(r), types.get(r).shape()));
        }
        return results;
    }

    static void symmetrise(double[] a, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = (a[i * n + j] + a[j * n + i]) / 2;
                a[i * n + j] = mean;
                a[j * n + i] = mean;
            }
        }
    }

    private static double[] transposed(double[] a, int n) {
        double[] t = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                t[j * n + i] = a[i * n + j];
            }
        }
        return t;
    }

    private static void cholesky(double[] a, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (j > i) {
                    a[i * n + j] = 0;
                    continue;
                }
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i * n + k] * a[j * n + k];
                }
                a[i * n + j] = i == j ? Math.sqrt(sum > 0 ? sum : Double.NaN) : sum / a[j * n + j];
            }
        }
    }

    private static void triangular(
            double[] a, int n, boolean lower, boolean transposed, double[] x, int at, int columns) {
        boolean down = lower != transposed;
        for (int step = 0; step < n; step++) {
            int i = down ? step : n - 1 - step;
            for (int before = 0; before < step; before++) {
                int k = down ? before : n - 1 - before;
                double factor = transposed ? a[k * n + i] : a[i * n + k];
                for (int c = 0; c < columns; c++) {
                    x[at + i * columns + c] -= factor * x[at + k * columns + c];
                }
            }
            for (int c = 0; c < columns; c++) {
                x[at + i * columns + c] /= a[i * n + i];
            }
        }
    }

    private static void solve(double[] a, int n, double[] x, int at, int columns) {
        eliminate(a, n, x, at, columns);
        triangular(a, n, false, false, x, at, columns);
    }

    /// Gauss's elimination with row exchange, applied to the right-hand sides as well; returns the exchanges' sign.
    private static double eliminate(double[] a, int n, double[] x, int at, int columns) {
        double sign = 1;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(a[i * n + k]) > Math.abs(a[pivot * n + k])) {
                    pivot = i;
                }
            }
            if (pivot != k) {
                sign = -sign;
                swap(a, k * n, pivot * n, n);
                swap(x, at + k * columns, at + pivot * columns, columns);
            }
            for (int i = k + 1; i < n; i++) {
                double factor = a[i * n + k] / a[k * n + k];
                if (factor == 0 || a[k * n + k] == 0) {
                    continue;
                }
                for (int j = k; j < n; j++) {
                    a[i * n + j] -= factor * a[k * n + j];
                }
                for (int c = 0; c < columns; c++) {
                    x[at + i * columns + c] -= factor * x[at + k * columns + c];
                }
            }
        }
        return sign;
    }

    private static void swap(double[] a, int first, int second, int n) {
        for (int i = 0; i < n; i++) {
            double kept = a[first + i];
            a[first + i] = a[second + i];
            a[second + i] = kept;
        }
    }

    /// Jacobi's rotations; each vector's largest component is made positive.
    private static void eigen(double[] a, int n, double[] values, int at, double[] vectors, int vat) {
        double[] v = new double[n * n];
        for (int i = 0; i < n; i++) {
            v[i * n + i] = 1;
        }
        for (int sweep = 0; sweep < 60; sweep++) {
            double off = 0;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    off += a[p * n + q] * a[p * n + q];
                    rotate(a, v, n, p, q);
                }
            }
            if (!(off > 0)) {
                break;
            }
        }
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int place = i;
            while (place > 0 && a[order[place - 1] * n + order[place - 1]] > a[i * n + i]) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = i;
        }
        for (int c = 0; c < n; c++) {
            int from = order[c];
            values[at + c] = a[from * n + from];
            int largest = 0;
            for (int r = 1; r < n; r++) {
                if (Math.abs(v[r * n + from]) > Math.abs(v[largest * n + from]) * (1 + 1e-8)) {
                    largest = r;
                }
            }
            double sign = v[largest * n + from] < 0 ? -1 : 1;
            for (int r = 0; r < n; r++) {
                vectors[vat + r * n + c] = sign * v[r * n + from];
            }
        }
    }

    private static void rotate(double[] a, double[] v, int n, int p, int q) {
        double apq = a[p * n + q];
        if (apq == 0) {
            return;
        }
        double theta = (a[q * n + q] - a[p * n + p]) / (2 * apq);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < n; k++) {
            double akp = a[k * n + p];
            double akq = a[k * n + q];
            a[k * n + p] = c * akp - s * akq;
            a[k * n + q] = s * akp + c * akq;
        }
        for (int k = 0; k < n; k++) {
            double apk = a[p * n + k];
            double aqk = a[q * n + k];
            a[p * n + k] = c * apk - s * aqk;
            a[q * n + k] = s * apk + c * aqk;
            double vkp = v[k * n + p];
            double vkq = v[k * n + q];
            v[k * n + p] = c * vkp - s * vkq;
            v[k * n + q] = s * vkp + c * vkq;
        }
        a[p * n + q] = 0;
        a[q * n + p] = 0;
    }
}
