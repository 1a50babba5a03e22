package thalweg.array.transform;

import java.util.ArrayList;
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
import thalweg.array.Shape;
import thalweg.array.Source;
import thalweg.array.Tensor;
import thalweg.array.Unary;

/// The reverse derivative of each operation: cotangents of operands from cotangents of results.
final class Pull {
    private Pull() {}

    /// @param wanted which operands' cotangents are needed
    /// @param bar cotangents of the results, null for zero; at least one is there
    static @Nullable Tensor[] back(Op op, Tensor[] in, Tensor[] out, boolean[] wanted, @Nullable Tensor[] bar) {
        if (op instanceof Algebra algebra) {
            return PullAlgebra.back(algebra, in, out, wanted, bar);
        }
        Tensor t = bar[0];
        if (t == null) {
            return new @Nullable Tensor[in.length];
        }
        return switch (op) {
            case Pointwise pointwise -> pointwise(pointwise, in, out[0], wanted, t);
            case Reduction reduction -> one(reduction(reduction, in[0], out[0], t));
            case Contract(String left, String right, String to) ->
                two(
                        wanted[0] ? new Contract(to, right, left).of(t, in[1]) : null,
                        wanted[1] ? new Contract(left, to, right).of(in[0], t) : null);
            case Move move -> move(move, in, t);
            case Pick.Gather(int lead) -> two(new Pick.ScatterAdd(lead, in[0].size(lead)).of(t, in[1]), null);
            case Pick.ScatterAdd scatter -> two(new Pick.Gather(scatter.lead()).of(t, in[1]), null);
            case Identity.Alias _ -> one(t);
            case Identity.Stop _, Source _ -> new @Nullable Tensor[in.length];
            case Algebra _, Control _ -> throw new IllegalArgumentException(op + " has a rule elsewhere");
        };
    }

    private static @Nullable Tensor[] pointwise(Pointwise op, Tensor[] in, Tensor out, boolean[] wanted, Tensor t) {
        return switch (op) {
            case Unary unary -> one(Slope.unary(unary, in[0], out, t));
            case Binary binary ->
                two(
                        wanted[0] ? Slope.left(binary, in[0], in[1], out, t) : null,
                        wanted[1] ? Slope.right(binary, in[0], in[1], out, t) : null);
            case Pointwise.Polygamma(int order) -> one(t.times(in[0].polygamma(order + 1)));
            case Pointwise.Select _ -> {
                Tensor zero = Tensor.of(0);
                yield new @Nullable Tensor[] {
                    null, wanted[1] ? in[0].select(t, zero) : null, wanted[2] ? in[0].select(zero, t) : null
                };
            }
        };
    }

    private static @Nullable Tensor reduction(Reduction op, Tensor x, Tensor y, Tensor t) {
        return switch (op) {
            case Reduction.Sum(var axes) -> new Move.Expand(axes, x.shape()).of(t);
            case Reduction.Greatest(var axes) -> {
                Tensor mask = x.same(new Move.Expand(axes, x.shape()).of(y));
                Tensor ties = new Reduction.Sum(axes).of(mask);
                yield mask.times(new Move.Expand(axes, x.shape()).of(t.over(ties)));
            }
            case Reduction.Product(int axis) ->
                new Tape(ProductTree.of(x.type(), axis), List.of(x), new boolean[] {true})
                        .pull(new @Nullable Tensor[] {t})[0];
            case Reduction.ArgMax _ -> null;
            case Reduction.PrefixSum(int axis) -> t.flip(axis).prefixSum(axis).flip(axis);
        };
    }

    private static @Nullable Tensor[] move(Move op, Tensor[] in, Tensor t) {
        Shape shape = in[0].shape();
        return switch (op) {
            case Move.Reshape _ -> one(new Move.Reshape(shape).of(t));
            case Move.Permute(var order) -> {
                List<Integer> inverse = new ArrayList<>(order);
                for (int a = 0; a < order.size(); a++) {
                    inverse.set(order.get(a), a);
                }
                yield one(new Move.Permute(inverse).of(t));
            }
            case Move.Expand(var axes, Shape _) -> one(new Reduction.Sum(axes).of(t));
            case Move.Pad pad -> one(unpad(pad, shape).of(t));
            case Move.Slice slice -> one(unslice(slice, shape).of(t));
            case Move.Flip flip -> one(flip.of(t));
            case Move.Concatenate(int axis) -> {
                @Nullable Tensor[] parts = new @Nullable Tensor[in.length];
                int from = 0;
                for (int i = 0; i < parts.length; i++) {
                    int to = from + in[i].size(axis);
                    parts[i] = t.slice(axis, from, to);
                    from = to;
                }
                yield parts;
            }
        };
    }

    private static Move unpad(Move.Pad pad, Shape shape) {
        List<Integer> to = new ArrayList<>();
        List<Integer> step = new ArrayList<>();
        for (int a = 0; a < shape.rank(); a++) {
            int stride = pad.between().get(a) + 1;
            to.add(pad.before().get(a) + (shape.size(a) == 0 ? 0 : (shape.size(a) - 1) * stride + 1));
            step.add(stride);
        }
        return new Move.Slice(pad.before(), to, step);
    }

    private static Move unslice(Move.Slice slice, Shape shape) {
        List<Integer> after = new ArrayList<>();
        List<Integer> between = new ArrayList<>();
        for (int a = 0; a < shape.rank(); a++) {
            int from = slice.from().get(a);
            int step = slice.step().get(a);
            int n = (slice.to().get(a) - from + step - 1) / step;
            after.add(shape.size(a) - from - (n == 0 ? 0 : (n - 1) * step + 1));
            between.add(step - 1);
        }
        return new Move.Pad(slice.from(), after, between);
    }

    static @Nullable Tensor[] one(@Nullable Tensor t) {
        return new @Nullable Tensor[] {t};
    }

    static @Nullable Tensor[] two(@Nullable Tensor left, @Nullable Tensor right) {
        return new @Nullable Tensor[] {left, right};
    }
}
