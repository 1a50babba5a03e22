package thalweg.linalg;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;

/// The solution of `A x = b` for a symmetric positive definite map, by conjugate gradients.
///
/// `x` minimises `x'A x / 2 - b'x` over growing Krylov spaces: Hestenes and Stiefel, J. Res. NBS 49 (1952) 409.
/// Ends converged (`|b - A x| <= tolerance |b|`), exhausted, or where `A` shows itself not positive definite;
/// [#ending] says which. The step sizes make the matrix of Lanczos, whose extreme eigenvalues bound the condition
/// number from below.
public final class ConjugateGradient {
    private final double[] x;
    private final double residual;
    private final boolean converged;
    private final String ending;
    private final List<Double> sizes;
    private final List<Double> turns;

    private ConjugateGradient(
            double[] x, double residual, boolean converged, String ending, List<Double> sizes, List<Double> turns) {
        this.x = x;
        this.residual = residual;
        this.converged = converged;
        this.ending = ending;
        this.sizes = sizes;
        this.turns = turns;
    }

    /// Solves from `x = 0` without preconditioner.
    public static ConjugateGradient solve(LinearMap a, double[] b, double tolerance, int steps) {
        return solve(a, null, b, new double[b.length], tolerance, steps);
    }

    /// Solves from `start`.
    ///
    /// @param preconditioner a symmetric positive definite map near the inverse of A, or null
    /// @param tolerance of `|b - A x| / |b|`
    /// @param steps at most this many products with A
    /// @throws Misuse if `b` or `start` holds NaN or an infinity, or lengths differ
    public static ConjugateGradient solve(
            LinearMap a, @Nullable LinearMap preconditioner, double[] b, double[] start, double tolerance, int steps) {
        int n = b.length;
        Input.vector("the right-hand side", b, n);
        Input.vector("the start", start, n);
        double[] x = start.clone();
        double[] r = new double[n];
        a.apply(x, r);
        for (int i = 0; i < n; i++) {
            r[i] = b[i] - r[i];
        }
        double goal = tolerance * Vectors.norm(b);
        double[] z = preconditioned(preconditioner, r);
        double[] p = z.clone();
        double[] q = new double[n];
        double rho = Vectors.dot(r, z);
        List<Double> sizes = new ArrayList<>();
        List<Double> turns = new ArrayList<>();
        double residual = Vectors.norm(r);
        for (int step = 0; step < steps && residual > goal; step++) {
            a.apply(p, q);
            double curvature = Vectors.dot(p, q);
            if (!(curvature > 0)) {
                return new ConjugateGradient(
                        x,
                        residual,
                        false,
                        "not positive definite: curvature " + curvature + " at step " + step,
                        sizes,
                        turns);
            }
            double size = rho / curvature;
            Vectors.add(size, p, x);
            Vectors.add(-size, q, r);
            residual = Vectors.norm(r);
            z = preconditioned(preconditioner, r);
            double next = Vectors.dot(r, z);
            double turn = next / rho;
            for (int i = 0; i < n; i++) {
                p[i] = Math.fma(turn, p[i], z[i]);
            }
            rho = next;
            sizes.add(size);
            turns.add(turn);
        }
        boolean converged = residual <= goal;
        String ending =
                (converged ? "converged" : "exhausted") + " after " + sizes.size() + " steps, |b - A x| = " + residual;
        return new ConjugateGradient(x, residual, converged, ending, sizes, turns);
    }

    /// The solution as far as it came.
    public double[] x() {
        return x.clone();
    }

    /// `|b - A x|` as the recurrence knows it.
    public double residual() {
        return residual;
    }

    /// Steps taken.
    public int steps() {
        return sizes.size();
    }

    public boolean converged() {
        return converged;
    }

    /// One sentence: how it ended.
    public String ending() {
        return ending;
    }

    /// A lower bound of the condition number of the preconditioned map, close to it once converged; 1 before the
    /// first step.
    public double condition() {
        int k = sizes.size();
        if (k == 0) {
            return 1;
        }
        double[] d = new double[k];
        double[] e = new double[k];
        for (int j = 0; j < k; j++) {
            d[j] = 1 / sizes.get(j) + (j == 0 ? 0 : turns.get(j - 1) / sizes.get(j - 1));
            e[j] = Math.sqrt(Math.max(0, turns.get(j))) / sizes.get(j);
        }
        return Sturm.eigenvalue(d, e, k, k - 1) / Sturm.eigenvalue(d, e, k, 0);
    }

    private static double[] preconditioned(@Nullable LinearMap preconditioner, double[] r) {
        if (preconditioner == null) {
            return r.clone();
        }
        double[] z = new double[r.length];
        preconditioner.apply(r, z);
        return z;
    }
}
