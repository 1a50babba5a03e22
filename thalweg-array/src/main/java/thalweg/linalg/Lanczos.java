package thalweg.linalg;

import java.util.Arrays;
import thalweg.array.Misuse;
import thalweg.array.kernel.Blas;

/// Eigenpairs at one end of the spectrum of a symmetric map, by Lanczos' method with thick restart.
///
/// The map is projected on an orthonormal basis of a Krylov space; when the basis is full, the best Ritz vectors
/// and the residual make the new one: Wu and Simon, SIAM J. Matrix Anal. Appl. 22 (2000) 602. Each vector is made
/// orthogonal to all before it, twice, so there are no ghosts; multiple eigenvalues are found once only (use
/// [Lobpcg] for those).
public final class Lanczos {
    /// The end of the spectrum that is wanted.
    public enum End {
        SMALLEST,
        LARGEST
    }

    private final int n;
    private final LinearMap a;
    private final int wanted;
    private final int size;
    private final double sign;
    private final double[] basis;
    private final double[] projected;
    private final double[] w;
    private int filled;
    private int products;

    private Lanczos(LinearMap a, double[] start, int wanted, End end) {
        this.n = start.length;
        this.a = a;
        this.wanted = wanted;
        this.size = Math.min(n, Math.max(2 * wanted + 10, 20));
        this.sign = end == End.SMALLEST ? 1 : -1;
        this.basis = new double[(size + 1) * n];
        this.projected = new double[size * size];
        this.w = new double[n];
        double norm = Vectors.norm(start);
        for (int i = 0; i < n; i++) {
            basis[i] = start[i] / norm;
        }
    }

    /// The `wanted` eigenpairs at the given end.
    ///
    /// @param start where the Krylov space begins, as many elements as the order of the map; random is good
    /// @param tolerance a pair is done when its residual is below `tolerance` times the largest Ritz value in
    ///     size
    /// @param products at most about this many products with A
    /// @throws Misuse if `wanted` is not in `1 .. n`, the start is 0 or holds NaN, or A makes NaN
    public static Eigenpairs solve(LinearMap a, double[] start, int wanted, End end, double tolerance, int products) {
        Input.vector("the start", start, start.length);
        if (wanted < 1 || wanted > start.length) {
            throw new Misuse(
                    wanted + " eigenpairs of a map of order " + start.length, "1 to " + start.length, "ask for fewer");
        }
        if (!(Vectors.norm(start) > 0)) {
            throw new Misuse("a start of zeros", "a vector that is not 0", "use random numbers");
        }
        return new Lanczos(a, start, wanted, end).run(tolerance, products);
    }

    private Eigenpairs run(double tolerance, int most) {
        while (true) {
            double beta = extend();
            SymmetricEigen ritz = SymmetricEigen.of(square(), filled);
            double[] values = ritz.values();
            double[] vectors = ritz.vectors();
            double scale = Math.max(Math.abs(values[0]), Math.abs(values[filled - 1]));
            double[] residuals = new double[Math.min(wanted, filled)];
            for (int j = 0; j < residuals.length; j++) {
                residuals[j] = Math.abs(beta * vectors[(filled - 1) * filled + j]);
            }
            boolean done =
                    filled == n || filled >= wanted && Arrays.stream(residuals).allMatch(r -> r <= tolerance * scale);
            boolean closed = beta <= 0x1p-50 * scale;
            if (done || products >= most || closed) {
                int found = residuals.length;
                double[] rows = rotated(vectors, found);
                double[] w = new double[found];
                Arrays.setAll(w, j -> sign * values[j]);
                return new Eigenpairs(w, rows, residuals, products, done);
            }
            restart(values, vectors, beta);
        }
    }

    /// Fills the basis; returns the norm of what is left over, which stands in row `filled`.
    private double extend() {
        double beta = 0;
        while (filled < size) {
            int k = filled;
            a.apply(Arrays.copyOfRange(basis, k * n, (k + 1) * n), w);
            products++;
            for (int i = 0; i < n; i++) {
                if (!Double.isFinite(w[i])) {
                    throw new Misuse(w[i] + " in A x at element " + i, "finite numbers", "check the map");
                }
                w[i] *= sign;
            }
            filled = k + 1;
            double[] parts = new double[filled];
            for (int again = 0; again < 2; again++) {
                Blas.gemv(filled, n, basis, 0, n, w, 0, parts, 0);
                if (again == 0) {
                    projected[k * size + k] = parts[k];
                }
                for (int i = 0; i < filled; i++) {
                    parts[i] = -parts[i];
                }
                Blas.gevm(filled, n, parts, 0, basis, 0, n, w, 0);
            }
            beta = Vectors.norm(w);
            if (filled < size) {
                projected[k * size + filled] = beta;
                projected[filled * size + k] = beta;
            }
            if (beta <= Double.MIN_NORMAL) {
                return beta;
            }
            for (int i = 0; i < n; i++) {
                basis[filled * n + i] = w[i] / beta;
            }
        }
        return beta;
    }

    private void restart(double[] values, double[] vectors, double beta) {
        int kept = Math.min(filled - 1, wanted + (size - wanted) / 2);
        double[] rows = rotated(vectors, kept);
        System.arraycopy(basis, filled * n, basis, kept * n, n);
        System.arraycopy(rows, 0, basis, 0, kept * n);
        Arrays.fill(projected, 0);
        for (int j = 0; j < kept; j++) {
            projected[j * size + j] = values[j];
            double coupling = beta * vectors[(filled - 1) * filled + j];
            projected[j * size + kept] = coupling;
            projected[kept * size + j] = coupling;
        }
        filled = kept;
    }

    private double[] square() {
        double[] t = new double[filled * filled];
        for (int i = 0; i < filled; i++) {
            System.arraycopy(projected, i * size, t, i * filled, filled);
        }
        return t;
    }

    /// The first `count` Ritz vectors, as rows.
    private double[] rotated(double[] vectors, int count) {
        double[] rows = new double[count * n];
        Blas.gemm(true, false, count, n, filled, 1, vectors, 0, filled, basis, 0, n, 0, rows, 0, n);
        return rows;
    }
}
