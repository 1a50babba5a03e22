package thalweg.linalg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The factorisation `A P = Q R` of a matrix by Householder reflections with column pivoting, which reveals the rank.
///
/// Columns are compared after each is scaled by a power of two (exactly) to a norm in [1/2, 1), so that the units of
/// a column decide neither the order nor the rank. Column `k` counts as dependent when what is left of it is below
/// `max(rows, columns) * 2^-52` of the largest. Businger and Golub, Numer. Math. 7 (1965) 269; norms are downdated as
/// in Drmač and Bujanović, ACM TOMS 35 (2008) 12.
public final class Qr {
    private final int rows;
    private final int columns;
    private final int steps;
    /// Column `p` of the factored matrix at `p * rows`: R on and above the diagonal, reflectors below (their first
    /// element is 1).
    private final double[] work;

    private final double[] tau;
    private final int[] pivot;
    private final int[] exponent;
    private final int rank;

    private Qr(double[] a, int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.steps = Math.min(rows, columns);
        this.work = new double[a.length];
        this.tau = new double[steps];
        this.pivot = new int[columns];
        this.exponent = new int[columns];
        Arrays.setAll(pivot, j -> j);
        double[] norm = load(a);
        double[] reference = norm.clone();
        for (int k = 0; k < steps; k++) {
            exchange(k, largest(norm, k), norm, reference);
            reflect(k);
            for (int j = k + 1; j < columns; j++) {
                apply(k, work, j * rows);
                downdate(k, j, norm, reference);
            }
        }
        this.rank = countRank();
    }

    /// The factorisation of a `rows` by `columns` matrix; `a` is not changed.
    ///
    /// @throws thalweg.array.Misuse if the length is not `rows * columns`, or an element is NaN or infinite
    public static Qr of(double[] a, int rows, int columns) {
        Input.matrix("the matrix", a, rows, columns);
        return new Qr(a, rows, columns);
    }

    /// How many columns are independent to working precision.
    public int rank() {
        return rank;
    }

    /// `pivot()[k]` is the column of A that stands at place `k` of `A P`; the first [#rank] are independent.
    public int[] pivot() {
        return pivot.clone();
    }

    /// R, `min(rows, columns)` by `columns`, upper trapezoidal, columns in the order of [#pivot].
    public double[] r() {
        double[] r = new double[steps * columns];
        for (int p = 0; p < columns; p++) {
            for (int i = 0; i < Math.min(p + 1, steps); i++) {
                r[i * columns + p] = Math.scalb(work[p * rows + i], exponent[pivot[p]]);
            }
        }
        return r;
    }

    /// The thin Q, `rows` by `min(rows, columns)`, with orthonormal columns.
    public double[] q() {
        double[] q = new double[rows * steps];
        double[] e = new double[rows];
        for (int j = 0; j < steps; j++) {
            Arrays.fill(e, 0);
            e[j] = 1;
            apply(e);
            for (int i = 0; i < rows; i++) {
                q[i * steps + j] = e[i];
            }
        }
        return q;
    }

    /// `b := Q b` with the full, square Q.
    public void apply(double[] b) {
        Input.vector("the vector", b, rows);
        for (int k = steps - 1; k >= 0; k--) {
            apply(k, b, 0);
        }
    }

    /// `b := Q' b` with the full, square Q.
    public void applyTransposed(double[] b) {
        Input.vector("the vector", b, rows);
        for (int k = 0; k < steps; k++) {
            apply(k, b, 0);
        }
    }

    /// The condition number `|R| |R^-1|` (1-norms) of the independent columns, each scaled to norm about 1; by van
    /// der Sluis (Numer. Math. 14 (1969) 14) within `columns` of the best that any scaling of columns can reach.
    public double condition() {
        double[] inverse = inverse();
        double largest = 0;
        double largestInverse = 0;
        for (int j = 0; j < rank; j++) {
            double sum = 0;
            double sumInverse = 0;
            for (int i = 0; i <= j; i++) {
                sum += Math.abs(scaled(i, j));
                sumInverse += Math.abs(inverse[i * rank + j]);
            }
            largest = Math.max(largest, sum);
            largestInverse = Math.max(largestInverse, sumInverse);
        }
        return largest * largestInverse;
    }

    /// For each dependent column the combination `c` with `c = 1` at that column and `A c = 0`; a coefficient that is
    /// zero to working precision is 0.
    public List<double[]> dependencies() {
        double noise = Math.max(rows, columns) * 0x1p-52 * condition();
        List<double[]> found = new ArrayList<>();
        for (int p = rank; p < columns; p++) {
            double[] z = Arrays.copyOfRange(work, p * rows, p * rows + rank);
            solve(z);
            double[] c = new double[columns];
            c[pivot[p]] = 1;
            for (int i = 0; i < rank; i++) {
                c[pivot[i]] = Math.abs(z[i]) > noise ? -Math.scalb(z[i], exponent[pivot[p]] - exponent[pivot[i]]) : 0;
            }
            found.add(c);
        }
        return found;
    }

    /// Element `(i, p)` of R of the scaled matrix.
    double scaled(int i, int p) {
        return work[p * rows + i];
    }

    /// The exponent by which column `j` of A was scaled down.
    int exponent(int j) {
        return exponent[j];
    }

    /// Inverse of the leading [#rank] square of R of the scaled matrix, row-major, upper triangular.
    double[] inverse() {
        double[] inverse = new double[rank * rank];
        double[] e = new double[rank];
        for (int j = 0; j < rank; j++) {
            Arrays.fill(e, 0);
            e[j] = 1;
            solve(e);
            for (int i = 0; i <= j; i++) {
                inverse[i * rank + j] = e[i];
            }
        }
        return inverse;
    }

    /// `y := R^-1 y` over the first [#rank] elements, scaled matrix.
    void solve(double[] y) {
        for (int p = rank - 1; p >= 0; p--) {
            y[p] /= scaled(p, p);
            for (int i = 0; i < p; i++) {
                y[i] = Math.fma(-y[p], scaled(i, p), y[i]);
            }
        }
    }

    /// `y := R'^-1 y` over the first [#rank] elements, scaled matrix.
    void solveTransposed(double[] y) {
        for (int p = 0; p < rank; p++) {
            double sum = y[p];
            for (int i = 0; i < p; i++) {
                sum = Math.fma(-scaled(i, p), y[i], sum);
            }
            y[p] = sum / scaled(p, p);
        }
    }

    /// Copies A by columns, scales them, and returns their norms.
    private double[] load(double[] a) {
        double[] norm = new double[columns];
        for (int j = 0; j < columns; j++) {
            double largest = 0;
            for (int i = 0; i < rows; i++) {
                largest = Math.max(largest, Math.abs(a[i * columns + j]));
            }
            int first = largest > 0 ? Math.getExponent(largest) + 1 : 0;
            double sum = 0;
            for (int i = 0; i < rows; i++) {
                double x = Math.scalb(a[i * columns + j], -first);
                work[j * rows + i] = x;
                sum = Math.fma(x, x, sum);
            }
            int second = sum > 0 ? Math.getExponent(Math.sqrt(sum)) + 1 : 0;
            for (int i = 0; i < rows; i++) {
                work[j * rows + i] = Math.scalb(work[j * rows + i], -second);
            }
            exponent[j] = first + second;
            norm[j] = Math.scalb(Math.sqrt(sum), -second);
        }
        return norm;
    }

    private static int largest(double[] norm, int from) {
        int best = from;
        for (int j = from + 1; j < norm.length; j++) {
            if (norm[j] > norm[best]) {
                best = j;
            }
        }
        return best;
    }

    private void exchange(int k, int best, double[] norm, double[] reference) {
        if (best == k) {
            return;
        }
        double[] column = Arrays.copyOfRange(work, k * rows, (k + 1) * rows);
        System.arraycopy(work, best * rows, work, k * rows, rows);
        System.arraycopy(column, 0, work, best * rows, rows);
        int place = pivot[k];
        pivot[k] = pivot[best];
        pivot[best] = place;
        norm[best] = norm[k];
        reference[best] = reference[k];
    }

    /// The reflection `1 - tau v v'` that turns column `k` into `(R_kk, 0, ..)`.
    private void reflect(int k) {
        int at = k * rows;
        double norm = norm(at, k);
        double head = work[at + k];
        if (!(norm > Math.abs(head))) {
            return;
        }
        double beta = head > 0 ? -norm : norm;
        tau[k] = (beta - head) / beta;
        for (int i = k + 1; i < rows; i++) {
            work[at + i] /= head - beta;
        }
        work[at + k] = beta;
    }

    private void apply(int k, double[] b, int at) {
        if (tau[k] == 0) {
            return;
        }
        int v = k * rows;
        double even = b[at + k];
        double odd = 0;
        int i = k + 1;
        for (; i + 1 < rows; i += 2) {
            even = Math.fma(work[v + i], b[at + i], even);
            odd = Math.fma(work[v + i + 1], b[at + i + 1], odd);
        }
        if (i < rows) {
            even = Math.fma(work[v + i], b[at + i], even);
        }
        double factor = -tau[k] * (even + odd);
        b[at + k] += factor;
        for (i = k + 1; i < rows; i++) {
            b[at + i] = Math.fma(factor, work[v + i], b[at + i]);
        }
    }

    private void downdate(int k, int j, double[] norm, double[] reference) {
        if (norm[j] == 0) {
            return;
        }
        double ratio = Math.abs(work[j * rows + k]) / norm[j];
        double left = Math.max(0, (1 + ratio) * (1 - ratio));
        double relative = norm[j] / reference[j];
        if (left * relative * relative <= 0x1p-26) {
            norm[j] = norm(j * rows, k + 1);
            reference[j] = norm[j];
        } else {
            norm[j] *= Math.sqrt(left);
        }
    }

    private double norm(int at, int from) {
        double sum = 0;
        for (int i = from; i < rows; i++) {
            sum = Math.fma(work[at + i], work[at + i], sum);
        }
        return Math.sqrt(sum);
    }

    private int countRank() {
        double floor = steps == 0 ? 0 : Math.abs(work[0]) * Math.max(rows, columns) * 0x1p-52;
        int count = 0;
        while (count < steps && Math.abs(scaled(count, count)) > floor) {
            count++;
        }
        return count;
    }
}
