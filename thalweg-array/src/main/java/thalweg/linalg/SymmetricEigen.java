package thalweg.linalg;

import java.util.stream.IntStream;
import thalweg.array.kernel.Workers;

/// The decomposition `A = V diag(w) V'` of a symmetric matrix, `w` ascending, `V` orthogonal.
///
/// Reduction to tridiagonal form ([Tridiagonal]), then halves ([DivideAndConquer]). `|A V - V diag(w)|` and `|V'
/// V - 1|` are small multiples of the rounding error of `|A|` and 1, whatever the eigenvalues.
public final class SymmetricEigen {
    private static final int TILE = 16;

    private final int n;
    private final double[] values;
    private final double[] vectors;

    private SymmetricEigen(double[] a, int n, Workers workers) {
        this.n = n;
        this.values = new double[n];
        this.vectors = new double[n * n];
        decompose(workers, a.clone(), n, values, 0, vectors, 0);
    }

    /// Decomposes an `n` by `n` matrix; only elements on and above the diagonal are read, `a` is not changed.
    ///
    /// @throws thalweg.array.Misuse if the length is not `n * n`, or an element is NaN or infinite
    public static SymmetricEigen of(double[] a, int n) {
        return of(a, n, Workers.HERE);
    }

    /// The same on several threads; the bits are the same.
    public static SymmetricEigen of(double[] a, int n, Workers workers) {
        Input.square("the matrix", a, n);
        return new SymmetricEigen(a, n, workers);
    }

    /// Decomposes `a`, which is overwritten: values in ascending order to `values[valuesAt ..]`, vectors as
    /// columns of the `n` by `n` matrix at `vectors[vectorsAt ..]`; nothing is checked.
    public static void decompose(double[] a, int n, double[] values, int valuesAt, double[] vectors, int vectorsAt) {
        decompose(Workers.HERE, a, n, values, valuesAt, vectors, vectorsAt);
    }

    private static void decompose(
            Workers workers, double[] a, int n, double[] values, int valuesAt, double[] vectors, int vectorsAt) {
        int exponent = normalise(a);
        Tridiagonal t = new Tridiagonal(workers, a, n);
        double[] d = t.diagonal();
        double[] x = new DivideAndConquer(workers, n, d, t.beside()).rows();
        t.back(x);
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted((i, j) -> Double.compare(d[i], d[j]))
                .mapToInt(i -> i)
                .toArray();
        for (int i = 0; i < n; i++) {
            values[valuesAt + i] = Math.scalb(d[order[i]], exponent);
        }
        workers.run((n + TILE - 1) / TILE, tile -> {
            for (int j = 0; j < n; j += TILE) {
                turn(x, n, order, j, tile * TILE, vectors, vectorsAt);
            }
        });
    }

    /// The eigenvalues, ascending.
    public double[] values() {
        return values.clone();
    }

    /// The eigenvectors as columns: element `i` of vector `j` at `i * n + j`.
    public double[] vectors() {
        return vectors.clone();
    }

    /// The condition number `max |w| / min |w|`; infinite for a singular matrix.
    public double condition() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double w : values) {
            least = Math.min(least, Math.abs(w));
            most = Math.max(most, Math.abs(w));
        }
        return n == 0 ? 1 : most / least;
    }

    /// Scales by a power of two so that the largest element is in [1/2, 1); returns its exponent.
    private static int normalise(double[] a) {
        double largest = 0;
        for (double x : a) {
            largest = Math.max(largest, Math.abs(x));
        }
        int exponent = largest > 0 ? Math.getExponent(largest) + 1 : 0;
        if (Math.abs(exponent) < 100) {
            return 0;
        }
        for (int i = 0; i < a.length; i++) {
            a[i] = Math.scalb(a[i], -exponent);
        }
        return exponent;
    }

    private static void turn(double[] x, int n, int[] order, int i, int j, double[] vectors, int at) {
        for (int p = i; p < Math.min(i + TILE, n); p++) {
            for (int r = j; r < Math.min(j + TILE, n); r++) {
                vectors[at + r * n + p] = x[order[p] * n + r];
            }
        }
    }
}
