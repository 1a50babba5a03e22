package thalweg.array.transform;

import org.jspecify.annotations.Nullable;
import thalweg.array.Algebra;
import thalweg.array.Tensor;

/// The reverse derivative of factorisations and solutions.
final class PullAlgebra {
    private PullAlgebra() {}

    static @Nullable Tensor[] back(Algebra op, Tensor[] in, Tensor[] out, boolean[] wanted, @Nullable Tensor[] bar) {
        Tensor t = bar[0];
        return switch (op) {
            case Algebra.Cholesky _ -> Pull.one(t == null ? null : cholesky(out[0], t));
            case Algebra.TriangularSolve(boolean lower, boolean transposed) -> {
                if (t == null) {
                    yield Pull.two(null, null);
                }
                Tensor b = new Algebra.TriangularSolve(lower, !transposed).of(in[0], t);
                Tensor a = wanted[0] ? outer(b, out[0], transposed).times(Matrices.triangle(in[0], lower, 1)) : null;
                yield Pull.two(a, b);
            }
            case Algebra.Solve(boolean transposed) -> {
                if (t == null) {
                    yield Pull.two(null, null);
                }
                Tensor b = new Algebra.Solve(!transposed).of(in[0], t);
                yield Pull.two(wanted[0] ? outer(b, out[0], transposed) : null, b);
            }
            case Algebra.LogDet _ -> {
                if (t == null) {
                    yield Pull.one(null);
                }
                Tensor inverse = new Algebra.Solve(true).of(in[0], Matrices.unit(in[0]));
                yield Pull.one(inverse.times(Matrices.over(t, in[0].shape())));
            }
            case Algebra.Eigen _ -> Pull.one(eigen(out[0], out[1], t, bar[1]));
        };
    }

    /// `Abar = -Bbar X'`, or its transpose.
    private static Tensor outer(Tensor b, Tensor x, boolean transposed) {
        return (transposed ? Matrices.product(x, b.transpose()) : Matrices.product(b, x.transpose())).neg();
    }

    /// `Abar = sym(L^-T Phi(L' Lbar) L^-1)`, where Phi takes the lower triangle and half the diagonal.
    private static Tensor cholesky(Tensor l, Tensor t) {
        Tensor phi = Matrices.product(l.transpose(), t).times(Matrices.triangle(l, true, 0.5));
        Algebra solve = new Algebra.TriangularSolve(true, true);
        Tensor left = solve.of(l, phi);
        return Matrices.symmetric(solve.of(l, left.transpose()));
    }

    /// `Abar = sym(V (diag(wbar) + F o (V' Vbar)) V')`, `F_ij = 1 / (w_j - w_i)` and 0 where they are equal.
    private static @Nullable Tensor eigen(Tensor w, Tensor v, @Nullable Tensor wbar, @Nullable Tensor vbar) {
        Tensor inner = null;
        if (wbar != null) {
            inner = wbar.columns(v.size(-1)).times(Matrices.unit(v));
        }
        if (vbar != null) {
            Tensor part = Matrices.product(v.transpose(), vbar).times(Matrices.gaps(w));
            inner = inner == null ? part : inner.plus(part);
        }
        if (inner == null) {
            return null;
        }
        return Matrices.symmetric(Matrices.product(Matrices.product(v, inner), v.transpose()));
    }
}
