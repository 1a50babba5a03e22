package thalweg.linalg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.array.kernel.Blas;

/// Several eigenpairs at one end of the spectrum of a symmetric map, multiple ones included, with a
/// preconditioner.
///
/// Rayleigh and Ritz on the span of the block X, its preconditioned residuals W and its last directions P:
/// Knyazev, SIAM J. Sci. Comput. 23 (2001) 517; with the orthogonal choice of P of Duersch, Shao, Yang and Gu,
/// SIAM J. Sci. Comput. 40 (2018) C655.
public final class Lobpcg {
    private final LinearMap a;
    private final @Nullable LinearMap preconditioner;
    private final int n;
    private final int wanted;
    private final double sign;
    private int products;

    private Lobpcg(LinearMap a, @Nullable LinearMap preconditioner, int n, int wanted, Lanczos.End end) {
        this.a = a;
        this.preconditioner = preconditioner;
        this.n = n;
        this.wanted = wanted;
        this.sign = end == Lanczos.End.SMALLEST ? 1 : -1;
    }

    /// The eigenpairs at the given end that the block of `start` leads to.
    ///
    /// @param preconditioner a symmetric positive definite map near the inverse of A (of -A at the large end), or
    ///     null
    /// @param start independent vectors of `n` elements, one after the other; as many as eigenpairs are wanted,
    ///     at most `n / 3`
    /// @param tolerance a pair is done when its residual is below `tolerance` times the largest Ritz value in
    ///     size
    /// @param products at most about this many products with A
    /// @throws Misuse if the start does not fit, holds NaN, or is dependent
    public static Eigenpairs solve(
            LinearMap a,
            @Nullable LinearMap preconditioner,
            double[] start,
            int n,
            Lanczos.End end,
            double tolerance,
            int products) {
        int wanted = n == 0 ? 0 : start.length / n;
        if (wanted < 1 || 3 * wanted > n) {
            throw new Misuse(
                    "a block of " + wanted + " vectors of " + n + " elements",
                    "1 to " + n / 3 + " vectors",
                    "use SymmetricEigen for a small map");
        }
        Input.vector("the start", start, wanted * n);
        return new Lobpcg(a, preconditioner, n, wanted, end).run(start, tolerance, products);
    }

    private Eigenpairs run(double[] start, double tolerance, int most) {
        Basis first = new Basis(n, wanted);
        for (int i = 0; i < wanted; i++) {
            if (!first.add(start, i * n)) {
                throw new Misuse(
                        "start vector " + i + " depends on those before it", "independent vectors", "change it");
            }
        }
        double[] x = first.rows();
        double[] p = new double[0];
        double[] ap = new double[0];
        double[] ax = applied(x, wanted);
        double[] values = new double[wanted];
        while (true) {
            for (int i = 0; i < wanted; i++) {
                values[i] = dot(x, ax, i * n);
            }
            double[] r = ax.clone();
            double[] residuals = new double[wanted];
            double scale = 0;
            for (int i = 0; i < wanted; i++) {
                for (int j = i * n; j < (i + 1) * n; j++) {
                    r[j] = Math.fma(-values[i], x[j], r[j]);
                }
                residuals[i] = Math.sqrt(dot(r, r, i * n));
                scale = Math.max(scale, Math.abs(values[i]));
            }
            double goal = tolerance * scale;
            boolean done = Arrays.stream(residuals).allMatch(v -> v <= goal);
            if (done || products >= most) {
                return result(values, x, residuals, done);
            }
            int directions = p.length / n;
            Basis s = new Basis(n, 3 * wanted);
            double[] as = new double[3 * wanted * n];
            for (int i = 0; i < wanted; i++) {
                s.add(x, i * n);
            }
            for (int i = 0; i < directions; i++) {
                s.add(p, i * n);
            }
            boolean drifted = s.size() < wanted + directions;
            System.arraycopy(ax, 0, as, 0, wanted * n);
            System.arraycopy(ap, 0, as, wanted * n, drifted ? 0 : ap.length);
            int known = drifted ? wanted : s.size();
            for (int i = 0; i < wanted; i++) {
                if (residuals[i] > goal) {
                    s.add(conditioned(Arrays.copyOfRange(r, i * n, (i + 1) * n)), 0);
                }
            }
            int size = s.size();
            for (int i = known; i < size; i++) {
                apply(s.rows(), i * n, as, i * n);
            }
            double[] h = new double[size * size];
            Blas.gemm(false, true, size, size, n, 1, s.rows(), 0, n, as, 0, n, 0, h, 0, size);
            double[] v = SymmetricEigen.of(h, size).vectors();
            Basis directionsOf = coefficients(v, size);
            int kept = directionsOf.size() - wanted;
            x = combined(directionsOf.rows(), 0, wanted, s.rows(), size);
            ax = combined(directionsOf.rows(), 0, wanted, as, size);
            p = combined(directionsOf.rows(), wanted, kept, s.rows(), size);
            ap = combined(directionsOf.rows(), wanted, kept, as, size);
        }
    }

    /// The wanted eigenvectors of the projection, then their parts outside of X made orthogonal to them, as rows.
    private Basis coefficients(double[] v, int size) {
        Basis c = new Basis(size, 2 * wanted);
        double[] row = new double[size];
        for (int pass = 0; pass < 2; pass++) {
            for (int j = 0; j < wanted; j++) {
                for (int i = 0; i < size; i++) {
                    row[i] = pass == 1 && i < wanted ? 0 : v[i * size + j];
                }
                c.add(row, 0);
            }
        }
        return c;
    }

    private double[] combined(double[] c, int from, int count, double[] rows, int size) {
        double[] out = new double[count * n];
        if (count > 0) {
            Blas.gemm(false, false, count, n, size, 1, c, from * size, size, rows, 0, n, 0, out, 0, n);
        }
        return out;
    }

    private Eigenpairs result(double[] values, double[] x, double[] residuals, boolean done) {
        double[] w = new double[wanted];
        Arrays.setAll(w, i -> sign * values[i]);
        return new Eigenpairs(w, x, residuals, products, done);
    }

    private double[] applied(double[] x, int count) {
        double[] out = new double[count * n];
        for (int i = 0; i < count; i++) {
            apply(x, i * n, out, i * n);
        }
        return out;
    }

    private void apply(double[] x, int at, double[] y, int to) {
        double[] out = new double[n];
        a.apply(Arrays.copyOfRange(x, at, at + n), out);
        products++;
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(out[i])) {
                throw new Misuse(out[i] + " in A x at element " + i, "finite numbers", "check the map");
            }
            y[to + i] = sign * out[i];
        }
    }

    private double[] conditioned(double[] r) {
        if (preconditioner == null) {
            return r;
        }
        double[] z = new double[n];
        preconditioner.apply(r, z);
        return z;
    }

    private double dot(double[] x, double[] y, int at) {
        double[] out = new double[1];
        Blas.gemv(1, n, x, at, n, y, at, out, 0);
        return out[0];
    }
}
