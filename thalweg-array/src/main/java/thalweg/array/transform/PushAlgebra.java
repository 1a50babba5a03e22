package thalweg.array.transform;

import org.jspecify.annotations.Nullable;
import thalweg.array.Algebra;
import thalweg.array.Tensor;

/// The forward derivative of factorisations and solutions.
final class PushAlgebra {
    private PushAlgebra() {}

    static @Nullable Tensor[] forward(Algebra op, Tensor[] in, Tensor[] out, @Nullable Tensor[] dot) {
        Tensor da = dot[0];
        return switch (op) {
            case Algebra.Cholesky _ -> Pull.one(cholesky(out[0], Push.some(da)));
            case Algebra.TriangularSolve(boolean lower, boolean transposed) ->
                Pull.one(solve(
                        op,
                        in[0],
                        out[0],
                        da == null ? null : da.times(Matrices.triangle(da, lower, 1)),
                        dot[1],
                        transposed));
            case Algebra.Solve(boolean transposed) -> Pull.one(solve(op, in[0], out[0], da, dot[1], transposed));
            case Algebra.LogDet _ ->
                Pull.two(new Algebra.Solve(false).of(in[0], Push.some(da)).diagonalSum(), null);
            case Algebra.Eigen _ -> {
                Tensor v = out[1];
                Tensor inner = Matrices.product(Matrices.product(v.transpose(), Matrices.symmetric(Push.some(da))), v);
                yield Pull.two(inner.diagonal(), Matrices.product(v, inner.times(Matrices.gaps(out[0]))));
            }
        };
    }

    /// `dX = A^-1 (dB - dA X)`.
    private static Tensor solve(
            Algebra op, Tensor a, Tensor x, @Nullable Tensor da, @Nullable Tensor db, boolean transposed) {
        Tensor change = da == null
                ? null
                : Matrices.product(transposed ? da.transpose() : da, x).neg();
        return op.of(a, Push.some(Push.sum(db, change)));
    }

    /// `dL = L Phi(L^-1 dA L^-T)`, where Phi takes the lower triangle and half the diagonal.
    private static Tensor cholesky(Tensor l, Tensor da) {
        Algebra solve = new Algebra.TriangularSolve(true, false);
        Tensor half = solve.of(l, Matrices.symmetric(da));
        Tensor inner = solve.of(l, half.transpose());
        return Matrices.product(l, inner.times(Matrices.triangle(l, true, 0.5)));
    }
}
