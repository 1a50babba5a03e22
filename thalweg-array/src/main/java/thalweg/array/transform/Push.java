package thalweg.array.transform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Algebra;
import thalweg.array.Binary;
import thalweg.array.Contract;
import thalweg.array.Control;
import thalweg.array.Identity;
import thalweg.array.Move;
import thalweg.array.Op;
import thalweg.array.Pick;
import thalweg.array.Pointwise;
import thalweg.array.Reduction;
import thalweg.array.Source;
import thalweg.array.Tensor;
import thalweg.array.Unary;

/// The forward derivative of each operation: tangents of results from tangents of operands.
final class Push {
    private Push() {}

    /// @param dot tangents of the operands, null for zero; at least one is there
    static @Nullable Tensor[] forward(Op op, Tensor[] in, Tensor[] out, @Nullable Tensor[] dot) {
        return switch (op) {
            case Pointwise pointwise -> Pull.one(pointwise(pointwise, in, out[0], dot));
            case Reduction reduction -> Pull.one(reduction(reduction, in[0], out[0], some(dot[0])));
            case Contract contract ->
                Pull.one(sum(
                        dot[0] == null ? null : contract.of(dot[0], in[1]),
                        dot[1] == null ? null : contract.of(in[0], dot[1])));
            case Move.Concatenate join -> {
                Tensor[] parts = new Tensor[in.length];
                for (int i = 0; i < parts.length; i++) {
                    parts[i] = Tape.orZero(dot[i], in[i]);
                }
                yield Pull.one(join.of(parts));
            }
            case Move move -> Pull.one(move.of(some(dot[0])));
            case Pick pick -> Pull.one(pick.of(some(dot[0]), in[1]));
            case Identity.Alias _ -> Pull.one(dot[0]);
            case Identity.Stop _, Source _ -> new @Nullable Tensor[out.length];
            case Algebra algebra -> PushAlgebra.forward(algebra, in, out, dot);
            case Control _ -> throw new IllegalArgumentException(op + " has a rule elsewhere");
        };
    }

    private static @Nullable Tensor pointwise(Pointwise op, Tensor[] in, Tensor out, @Nullable Tensor[] dot) {
        return switch (op) {
            case Unary unary -> Slope.unary(unary, in[0], out, some(dot[0]));
            case Binary binary ->
                sum(
                        dot[0] == null ? null : Slope.left(binary, in[0], in[1], out, dot[0]),
                        dot[1] == null ? null : Slope.right(binary, in[0], in[1], out, dot[1]));
            case Pointwise.Polygamma(int order) -> some(dot[0]).times(in[0].polygamma(order + 1));
            case Pointwise.Select _ ->
                dot[1] == null && dot[2] == null
                        ? null
                        : in[0].select(dot[1] == null ? Tensor.of(0) : dot[1], dot[2] == null ? Tensor.of(0) : dot[2]);
        };
    }

    private static @Nullable Tensor reduction(Reduction op, Tensor x, Tensor y, Tensor t) {
        return switch (op) {
            case Reduction.Sum _, Reduction.PrefixSum _ -> op.of(t);
            case Reduction.Greatest(var axes) -> {
                Tensor mask = x.same(new Move.Expand(axes, x.shape()).of(y));
                Reduction sum = new Reduction.Sum(axes);
                yield sum.of(mask.times(t)).over(sum.of(mask));
            }
            case Reduction.Product(int axis) ->
                Linearize.push(ProductTree.of(x.type(), axis), List.of(x), new @Nullable Tensor[] {t})
                        .tangents()[0];
            case Reduction.ArgMax _ -> null;
        };
    }

    static @Nullable Tensor sum(@Nullable Tensor a, @Nullable Tensor b) {
        return a == null ? b : b == null ? a : a.plus(b);
    }

    static Tensor some(@Nullable Tensor t) {
        if (t == null) {
            throw new IllegalStateException("a tangent that must be there is missing");
        }
        return t;
    }
}
