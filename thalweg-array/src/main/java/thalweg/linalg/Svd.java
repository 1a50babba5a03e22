package thalweg.linalg;

import java.util.Arrays;
import java.util.stream.IntStream;
import thalweg.array.kernel.Blas;

/// The singular value decomposition `A = U diag(s) V'`, `s` descending, columns of `U` and `V` orthonormal.
///
/// A pivoted QR, then rows of R turned pairwise until all are orthogonal; what counts as orthogonal is relative
/// to the rows, so that small singular values are as accurate as A determines them. One-sided Jacobi: Hestenes,
/// J. SIAM 6 (1958) 51; with the QR: Drmač and Veselić, SIAM J. Matrix Anal. Appl. 29 (2008) 1322.
public final class Svd {
    private static final int SWEEPS = 40;

    private final int rows;
    private final int columns;
    private final double[] u;
    private final double[] values;
    private final double[] v;

    private Svd(int rows, int columns, double[] u, double[] values, double[] v) {
        this.rows = rows;
        this.columns = columns;
        this.u = u;
        this.values = values;
        this.v = v;
    }

    /// Decomposes a `rows` by `columns` matrix; `a` is not changed.
    ///
    /// @throws thalweg.array.Misuse if the length is not `rows * columns`, or an element is NaN or infinite
    public static Svd of(double[] a, int rows, int columns) {
        Input.matrix("the matrix", a, rows, columns);
        if (rows < columns) {
            Svd t = of(transposed(a, rows, columns), columns, rows);
            return new Svd(rows, columns, t.v, t.values, t.u);
        }
        double largest = Arrays.stream(a).map(Math::abs).max().orElse(0);
        int exponent = largest > 0 ? Math.getExponent(largest) : 0;
        Qr qr = Qr.of(Arrays.stream(a).map(x -> Math.scalb(x, -exponent)).toArray(), rows, columns);
        double[] r = qr.r();
        double[] j = new double[columns * columns];
        for (int i = 0; i < columns; i++) {
            j[i * (columns + 1)] = 1;
        }
        int sweeps = 0;
        while (sweep(r, j, columns) && sweeps < SWEEPS) {
            sweeps++;
        }
        return assemble(qr, r, j, rows, columns, exponent);
    }

    /// `U`, `rows` by `min(rows, columns)`.
    public double[] u() {
        return u.clone();
    }

    /// The singular values, `min(rows, columns)` of them, descending.
    public double[] values() {
        return values.clone();
    }

    /// `V`, `columns` by `min(rows, columns)`.
    public double[] v() {
        return v.clone();
    }

    /// How many singular values exceed `max(rows, columns) * 2^-52` of the largest.
    public int rank() {
        double floor = values.length == 0 ? 0 : values[0] * Math.max(rows, columns) * 0x1p-52;
        return (int) Arrays.stream(values).filter(s -> s > floor).count();
    }

    /// The condition number, the ratio of the largest to the smallest singular value; infinite if that is 0.
    public double condition() {
        return values.length == 0 ? 1 : values[0] / values[values.length - 1];
    }

    /// Turns every pair of rows once; whether any pair was not orthogonal.
    private static boolean sweep(double[] r, double[] j, int n) {
        double tolerance = Math.sqrt(n) * 0x1p-53;
        boolean turned = false;
        double[] dots = new double[1];
        for (int p = 0; p < n - 1; p++) {
            for (int q = p + 1; q < n; q++) {
                double a = dot(r, p * n, p * n, n, dots);
                double b = dot(r, q * n, q * n, n, dots);
                double c = dot(r, p * n, q * n, n, dots);
                if (!(Math.abs(c) > tolerance * Math.sqrt(a) * Math.sqrt(b))) {
                    continue;
                }
                turned = true;
                double slope = (b - a) / (2 * c);
                double t = Math.copySign(1, slope) / (Math.abs(slope) + Math.sqrt(Math.fma(slope, slope, 1)));
                double cosine = 1 / Math.sqrt(Math.fma(t, t, 1));
                ImplicitQl.rotate(r, p * n, q * n, n, cosine, cosine * t);
                ImplicitQl.rotate(j, p * n, q * n, n, cosine, cosine * t);
            }
        }
        return turned;
    }

    private static double dot(double[] r, int x, int y, int n, double[] out) {
        Blas.gemv(1, n, r, x, n, r, y, out, 0);
        return out[0];
    }

    /// From `R = J' diag(s) W`: `U = Q J'` and `V = P W'`, in descending order.
    private static Svd assemble(Qr qr, double[] r, double[] j, int rows, int n, int exponent) {
        double[] size = new double[n];
        double[] dots = new double[1];
        for (int i = 0; i < n; i++) {
            size[i] = Math.sqrt(dot(r, i * n, i * n, n, dots));
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted((p, q) -> Double.compare(size[q], size[p]))
                .mapToInt(i -> i)
                .toArray();
        int[] pivot = qr.pivot();
        double[] values = new double[n];
        double[] w = new double[n * n];
        double[] turns = new double[n * n];
        for (int i = 0; i < n; i++) {
            int from = order[i];
            values[i] = Math.scalb(size[from], exponent);
            System.arraycopy(j, from * n, turns, i * n, n);
            if (size[from] > 0) {
                for (int p = 0; p < n; p++) {
                    w[i * n + pivot[p]] = r[from * n + p] / size[from];
                }
            } else {
                complete(w, i, n);
            }
        }
        double[] u = new double[rows * n];
        Blas.gemm(false, true, rows, n, n, 1, qr.q(), 0, n, turns, 0, n, 0, u, 0, n);
        return new Svd(rows, n, u, values, transposed(w, n, n));
    }

    /// Makes row `i` a unit vector orthogonal to the rows before it.
    private static void complete(double[] w, int i, int n) {
        double[] parts = new double[i];
        for (int e = 0; e < n; e++) {
            double[] x = new double[n];
            x[e] = 1;
            for (int again = 0; again < 2; again++) {
                Blas.gemv(i, n, w, 0, n, x, 0, parts, 0);
                for (int p = 0; p < i; p++) {
                    parts[p] = -parts[p];
                }
                Blas.gevm(i, n, parts, 0, w, 0, n, x, 0);
            }
            double norm = 0;
            for (double v : x) {
                norm = Math.fma(v, v, norm);
            }
            if (norm * n >= 0.5) {
                for (int p = 0; p < n; p++) {
                    w[i * n + p] = x[p] / Math.sqrt(norm);
                }
                return;
            }
        }
    }

    private static double[] transposed(double[] a, int rows, int columns) {
        double[] t = new double[a.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                t[j * rows + i] = a[i * columns + j];
            }
        }
        return t;
    }
}
