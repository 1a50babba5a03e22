package thalweg.linalg;

import java.util.Arrays;
import java.util.stream.IntStream;
import thalweg.array.kernel.Blas;
import thalweg.array.kernel.Workers;

/// Eigenvalues and eigenvectors of a symmetric tridiagonal matrix by halves.
///
/// `T = (T1 0; 0 T2) + rho u u'` with the halves' eigenvectors becomes `D + rho z z'`. Where an element of `z` or
/// a gap of `D` is negligible an eigenpair stays as it is (deflation); the others follow from the [Secular]
/// equation, with `z` computed back from the roots, so that the vectors are orthogonal to working precision:
/// Cuppen, Numer. Math. 36 (1981) 177; Gu and Eisenstat, SIAM J. Matrix Anal. Appl. 16 (1995) 172. The work is in
/// products.
final class DivideAndConquer {
    private static final int LEAF = 24;
    private static final double UNIT = 0x1p-53;
    /// Kinds of vectors: only in the upper half, in both, only in the lower half.
    private static final int UPPER = 0;

    private static final int BOTH = 1;
    private static final int LOWER = 2;

    private final Workers workers;
    private final int n;
    private final double[] d;
    private final double[] e;
    private final double[] q;
    private final double[] z;
    private final int[] kind;
    private final double[] first;
    private final double[] second;
    private final double[] s;

    /// @param d the diagonal, overwritten by the eigenvalues, in no order
    /// @param e the elements beside it, overwritten
    DivideAndConquer(Workers workers, int n, double[] d, double[] e) {
        this.workers = workers;
        this.n = n;
        this.d = d;
        this.e = e;
        this.q = new double[n * n];
        this.z = new double[n];
        this.kind = new int[n];
        boolean cut = n > LEAF;
        this.first = new double[cut ? n * n : 0];
        this.second = new double[cut ? n * n : 0];
        this.s = new double[cut ? n * n : 0];
        if (n > 0) {
            solve(0, n);
        }
    }

    /// Row `i` is the eigenvector of `d[i]`.
    double[] rows() {
        return q;
    }

    private void solve(int from, int to) {
        if (to - from <= LEAF) {
            ImplicitQl.solve(d, e, from, to, q, n);
            return;
        }
        int middle = (from + to) >>> 1;
        double joint = e[middle - 1];
        d[middle - 1] -= Math.abs(joint);
        d[middle] -= Math.abs(joint);
        workers.run(2, half -> solve(half == 0 ? from : middle, half == 0 ? middle : to));
        merge(from, middle, to, joint);
    }

    private void merge(int from, int middle, int to, double joint) {
        double scale = Math.sqrt(0.5);
        for (int i = from; i < to; i++) {
            boolean upper = i < middle;
            kind[i] = upper ? UPPER : LOWER;
            z[i] = scale * (upper ? q[i * n + middle - 1] : Math.copySign(1, joint) * q[i * n + middle]);
        }
        double rho = 2 * Math.abs(joint);
        int[] order = IntStream.range(from, to)
                .boxed()
                .sorted((i, j) -> Double.compare(d[i], d[j]))
                .mapToInt(i -> i)
                .toArray();
        int[] kept = new int[to - from];
        int count = deflate(order, rho, from, to, kept);
        if (count > 0) {
            renew(Arrays.copyOf(kept, count), rho, from, middle, to);
        }
    }

    /// Sets aside what does not change; `kept` receives the others in ascending order of `d`, and their number is
    /// returned.
    private int deflate(int[] order, double rho, int from, int to, int[] kept) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, Math.max(Math.abs(d[i]), Math.abs(z[i])));
        }
        double negligible = 16 * UNIT * largest;
        int count = 0;
        int last = -1;
        for (int j : order) {
            if (rho * Math.abs(z[j]) <= negligible) {
                continue;
            }
            if (last >= 0 && !rotatedAway(last, j, negligible, from, to)) {
                kept[count++] = last;
            }
            last = j;
        }
        if (last >= 0) {
            kept[count++] = last;
        }
        return count;
    }

    /// Where `d` of two neighbours is nearly equal, turns them so that `z` of the first is 0.
    private boolean rotatedAway(int i, int j, double negligible, int from, int to) {
        double r = Math.hypot(z[i], z[j]);
        double c = z[j] / r;
        double sine = z[i] / r;
        if (Math.abs((d[j] - d[i]) * c * sine) > negligible) {
            return false;
        }
        z[j] = r;
        z[i] = 0;
        if (kind[i] != kind[j]) {
            kind[i] = BOTH;
            kind[j] = BOTH;
        }
        ImplicitQl.rotate(q, i * n + from, j * n + from, to - from, c, sine);
        double low = d[i];
        double high = d[j];
        d[i] = low * c * c + high * sine * sine;
        d[j] = low * sine * sine + high * c * c;
        return true;
    }

    /// The eigenpairs that change. They come to stand in the first rows, the others behind them.
    private void renew(int[] kept, double rho, int from, int middle, int to) {
        int k = kept.length;
        int own = from * n;
        double[] poles = new double[k];
        double[] weights = new double[k];
        for (int i = 0; i < k; i++) {
            poles[i] = d[kept[i]];
            weights[i] = z[kept[i]];
        }
        Secular roots = new Secular(k, poles, weights, rho);
        int[] place = byKind(kept);
        int upper = 0;
        int lower = k;
        for (int p = 0; p < k; p++) {
            int from_ = kept[place[p]];
            upper += kind[from_] == LOWER ? 0 : 1;
            lower -= kind[from_] == UPPER ? 1 : 0;
        }
        vectors(k, poles, weights, place, roots, own);
        int high = middle - from;
        int low = to - middle;
        for (int p = 0; p < k; p++) {
            int row = kept[place[p]] * n;
            if (p < upper) {
                System.arraycopy(q, row + from, first, own + p * high, high);
            }
            if (p >= k - lower) {
                System.arraycopy(q, row + middle, second, own + (p - k + lower) * low, low);
            }
        }
        behind(kept, from, to);
        Blas.gemm(workers, false, false, k, high, upper, 1, s, own, k, first, own, high, 0, q, own + from, n);
        Blas.gemm(
                workers,
                false,
                false,
                k,
                low,
                lower,
                1,
                s,
                own + k - lower,
                k,
                second,
                own,
                low,
                0,
                q,
                own + middle,
                n);
        for (int j = 0; j < k; j++) {
            d[from + j] = roots.origin(j) + roots.distance(j);
        }
    }

    /// Places of the kept ones, those of the upper half first, those of the lower half last.
    private int[] byKind(int[] kept) {
        int[] place = new int[kept.length];
        int next = 0;
        for (int wanted = UPPER; wanted <= LOWER; wanted++) {
            for (int i = 0; i < kept.length; i++) {
                if (kind[kept[i]] == wanted) {
                    place[next++] = i;
                }
            }
        }
        return place;
    }

    /// Row `j` of `s` becomes eigenvector `j` of `D + rho z z'`, its elements in the order of `place`.
    private void vectors(int k, double[] poles, double[] weights, int[] place, Secular roots, int at) {
        double[] pole = new double[k];
        double[] size = new double[k];
        int[] where = new int[k];
        for (int p = 0; p < k; p++) {
            pole[p] = poles[place[p]];
            where[place[p]] = p;
        }
        Arrays.fill(size, 1);
        for (int j = 0; j < k; j++) {
            double origin = roots.origin(j);
            double distance = roots.distance(j);
            double own = poles[j];
            int p = where[j];
            multiply(0, p, pole, size, origin, distance, own);
            multiply(p + 1, k, pole, size, origin, distance, own);
            size[p] *= pole[p] - origin - distance;
        }
        for (int p = 0; p < k; p++) {
            size[p] = Math.copySign(Math.sqrt(Math.abs(size[p])), weights[place[p]]);
        }
        for (int j = 0; j < k; j++) {
            divide(k, pole, size, roots.origin(j), roots.distance(j), at + j * k);
        }
    }

    private static void multiply(
            int begin, int end, double[] pole, double[] size, double origin, double distance, double own) {
        for (int p = begin; p < end; p++) {
            size[p] *= (pole[p] - origin - distance) / (pole[p] - own);
        }
    }

    private void divide(int k, double[] pole, double[] size, double origin, double distance, int at) {
        for (int p = 0; p < k; p++) {
            s[at + p] = size[p] / (pole[p] - origin - distance);
        }
        double[] norm = new double[1];
        Blas.gemv(1, k, s, at, k, s, at, norm, 0);
        double factor = 1 / Math.sqrt(norm[0]);
        for (int p = 0; p < k; p++) {
            s[at + p] *= factor;
        }
    }

    /// Moves the rows of `from .. to` that are not kept behind the place of the kept ones.
    private void behind(int[] kept, int from, int to) {
        boolean[] stays = new boolean[to - from];
        Arrays.fill(stays, true);
        for (int i : kept) {
            stays[i - from] = false;
        }
        int width = to - from;
        int free = to - 1;
        for (int i = to - 1; i >= from; i--) {
            if (stays[i - from]) {
                if (i != free) {
                    System.arraycopy(q, i * n + from, q, free * n + from, width);
                    d[free] = d[i];
                }
                free--;
            }
        }
    }
}
