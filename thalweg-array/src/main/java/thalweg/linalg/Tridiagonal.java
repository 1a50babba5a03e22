package thalweg.linalg;

import java.util.Arrays;
import thalweg.array.kernel.Blas;
import thalweg.array.kernel.Workers;

/// The reduction `A = Q T Q'` of a symmetric matrix to tridiagonal form by Householder reflections.
///
/// Panels of [#PANEL] reflections are gathered in `V` and `W` and applied to the rest as one product `A := A - V'
/// W - W' V`; half of the work remains products of matrix and vector. Dongarra, Hammarling and Sorensen, J. Comp.
/// Appl. Math. 27 (1989) 215. The reflections go back on as products too: Schreiber and Van Loan, SIAM J. Sci.
/// Stat. Comput. 10 (1989) 53.
final class Tridiagonal {
    private static final int PANEL = 32;
    private static final int BLOCK = 64;
    private static final int STRIP = 128;
    /// Rows of X that reflections are applied to at once.
    private static final int BAND = 256;

    private final Workers workers;
    private final int n;
    /// Row `i` holds reflection `i` from column `i + 1` on, its first element 1.
    private final double[] a;

    private final double[] tau;
    private final double[] diagonal;
    private final double[] beside;

    /// Reduces `a`, of which the upper triangle is read and everything overwritten.
    Tridiagonal(Workers workers, double[] a, int n) {
        this.workers = workers;
        this.n = n;
        this.a = a;
        this.tau = new double[n];
        this.diagonal = new double[n];
        this.beside = new double[Math.max(0, n - 1)];
        double[] w = new double[PANEL * n];
        double[] small = new double[2 * PANEL];
        for (int from = 0; from < n - 1; from += PANEL) {
            int to = Math.min(from + PANEL, n - 1);
            for (int i = from; i < to; i++) {
                column(i, from, w, small);
            }
            update(from, to, w);
        }
        if (n > 0) {
            diagonal[n - 1] = a[n * n - 1];
        }
    }

    /// The diagonal of T; the caller's to change.
    double[] diagonal() {
        return diagonal;
    }

    /// The elements beside the diagonal of T; the caller's to change.
    double[] beside() {
        return beside;
    }

    /// `X := X Q'` for `n` by `n` X: rows that are eigenvectors of T become eigenvectors of A.
    void back(double[] x) {
        int count = n - 1;
        double[] v = new double[BLOCK * n];
        double[] t = new double[BLOCK * BLOCK];
        double[] gram = new double[BLOCK * BLOCK];
        double[] g = new double[n * BLOCK];
        double[] h = new double[n * BLOCK];
        int bands = (n + BAND - 1) / BAND;
        for (int from = (count - 1) / BLOCK * BLOCK; from >= 0 && count > 0; from -= BLOCK) {
            int size = Math.min(BLOCK, count - from);
            int width = n - from - 1;
            gather(from, size, width, v);
            compact(from, size, width, v, t, gram);
            int column = from + 1;
            workers.run(bands, band -> {
                int i = band * BAND;
                int rows = Math.min(BAND, n - i);
                int at = i * n + column;
                int own = i * size;
                Blas.gemm(false, true, rows, size, width, 1, x, at, n, v, 0, width, 0, g, own, size);
                Blas.gemm(false, true, rows, size, size, 1, g, own, size, t, 0, size, 0, h, own, size);
                Blas.gemm(false, false, rows, width, size, -1, h, own, size, v, 0, width, 1, x, at, n);
            });
        }
    }

    /// Brings row `i` up to date, makes its reflection and the row of W that belongs to it.
    private void column(int i, int from, double[] w, double[] small) {
        int before = i - from;
        int row = i * n;
        for (int q = 0; q < before; q++) {
            small[q] = -a[(from + q) * n + i];
            small[PANEL + q] = -w[q * n + i];
        }
        Blas.gevm(before, n - i, small, 0, w, i, n, a, row + i);
        Blas.gevm(before, n - i, small, PANEL, a, from * n + i, n, a, row + i);
        diagonal[i] = a[row + i];
        reflect(i);
        int m = n - i - 1;
        int mine = before * n + i + 1;
        Blas.symv(workers, m, a, (i + 1) * (n + 1), n, a, row + i + 1, w, mine);
        if (before > 0) {
            Blas.gemv(before, m, w, i + 1, n, a, row + i + 1, small, 0);
            Blas.gemv(before, m, a, from * n + i + 1, n, a, row + i + 1, small, PANEL);
            for (int q = 0; q < 2 * PANEL; q++) {
                small[q] = -small[q];
            }
            Blas.gevm(before, m, small, 0, a, from * n + i + 1, n, w, mine);
            Blas.gevm(before, m, small, PANEL, w, i + 1, n, w, mine);
        }
        Blas.gemv(1, m, w, mine, m, a, row + i + 1, small, 0);
        double half = -0.5 * tau[i] * tau[i] * small[0];
        for (int j = 0; j < m; j++) {
            w[mine + j] = Math.fma(half, a[row + i + 1 + j], tau[i] * w[mine + j]);
        }
    }

    /// The reflection that turns `(A_i,i+1, .., A_i,n-1)` into `(beside_i, 0, ..)`.
    private void reflect(int i) {
        int at = i * n + i + 1;
        int end = (i + 1) * n;
        double largest = 0;
        for (int j = at; j < end; j++) {
            largest = Math.max(largest, Math.abs(a[j]));
        }
        double head = a[at];
        a[at] = 1;
        if (largest == Math.abs(head) && allZero(at + 1, end)) {
            beside[i] = head;
            return;
        }
        double sum = 0;
        double scaledHead = head / largest;
        for (int j = at + 1; j < end; j++) {
            double x = a[j] / largest;
            a[j] = x;
            sum = Math.fma(x, x, sum);
        }
        double norm = Math.sqrt(Math.fma(scaledHead, scaledHead, sum));
        double beta = scaledHead > 0 ? -norm : norm;
        tau[i] = (beta - scaledHead) / beta;
        for (int j = at + 1; j < end; j++) {
            a[j] /= scaledHead - beta;
        }
        beside[i] = beta * largest;
    }

    private boolean allZero(int from, int to) {
        for (int j = from; j < to; j++) {
            if (a[j] != 0) {
                return false;
            }
        }
        return true;
    }

    /// `A := A - V' W - W' V` from row and column `to` on, as one product of `(V; W)` and `(W; V)`.
    private void update(int from, int to, double[] w) {
        int size = to - from;
        int rest = n - to;
        double[] left = new double[2 * size * rest];
        double[] right = new double[2 * size * rest];
        for (int q = 0; q < size; q++) {
            System.arraycopy(a, (from + q) * n + to, left, q * rest, rest);
            System.arraycopy(w, q * n + to, left, (size + q) * rest, rest);
            System.arraycopy(w, q * n + to, right, q * rest, rest);
            System.arraycopy(a, (from + q) * n + to, right, (size + q) * rest, rest);
        }
        workers.run((rest + STRIP - 1) / STRIP, strip -> {
            int j = strip * STRIP;
            int rows = Math.min(STRIP, rest - j);
            int corner = (to + j) * (n + 1);
            Blas.gemm(true, false, rows, rest - j, 2 * size, -1, left, j, rest, right, j, rest, 1, a, corner, n);
        });
    }

    /// Reflections `from ..` as `size` rows of `width`, zero before their first element.
    private void gather(int from, int size, int width, double[] v) {
        Arrays.fill(v, 0, size * width, 0);
        for (int q = 0; q < size; q++) {
            System.arraycopy(a, (from + q) * n + from + q + 1, v, q * width + q, width - q);
        }
    }

    /// The triangle T of `H_from .. H_last = 1 - V' T V`.
    private void compact(int from, int size, int width, double[] v, double[] t, double[] gram) {
        Blas.gemm(false, true, size, size, width, 1, v, 0, width, v, 0, width, 0, gram, 0, size);
        Arrays.fill(t, 0, size * size, 0);
        for (int j = 0; j < size; j++) {
            t[j * size + j] = tau[from + j];
            for (int i = 0; i < j; i++) {
                double sum = 0;
                for (int k = i; k < j; k++) {
                    sum = Math.fma(t[i * size + k], gram[k * size + j], sum);
                }
                t[i * size + j] = -tau[from + j] * sum;
            }
        }
    }
}
