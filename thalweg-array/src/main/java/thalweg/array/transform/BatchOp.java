package thalweg.array.transform;

import java.util.ArrayList;
import java.util.List;
import thalweg.array.Algebra;
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
import thalweg.array.Type;

/// Each operation with a leading axis on some of its operands, and on its results.
final class BatchOp {
    private BatchOp() {}

    static List<Tensor> map(Op op, List<Type> types, Tensor[] in, boolean[] which, int n) {
        return switch (op) {
            case Pointwise _, Algebra _, Source _, Identity _ -> op.on(all(in, which, n));
            case Reduction reduction -> reduction(reduction).on(in);
            case Contract contract -> contract(contract, which).on(in);
            case Move move -> move(move, types.get(0).shape(), n).on(all(in, which, n));
            case Pick.Gather(int lead) when lead == 0 && !which[0] -> op.on(in);
            case Pick.Gather(int lead) -> new Pick.Gather(lead + 1).on(all(in, which, n));
            case Pick.ScatterAdd(int lead, int size) -> new Pick.ScatterAdd(lead + 1, size).on(all(in, which, n));
            case Control _ -> throw new IllegalArgumentException(op + " has a rule elsewhere");
        };
    }

    private static Tensor[] all(Tensor[] in, boolean[] which, int n) {
        Tensor[] wide = new Tensor[in.length];
        for (int i = 0; i < in.length; i++) {
            wide[i] = Batch.wide(in[i], which[i], n);
        }
        return wide;
    }

    private static Reduction reduction(Reduction op) {
        return switch (op) {
            case Reduction.Sum(var axes) -> new Reduction.Sum(behind(axes));
            case Reduction.Greatest(var axes) -> new Reduction.Greatest(behind(axes));
            case Reduction.Product(int axis) -> new Reduction.Product(axis + 1);
            case Reduction.ArgMax(int axis) -> new Reduction.ArgMax(axis + 1);
            case Reduction.PrefixSum(int axis) -> new Reduction.PrefixSum(axis + 1);
        };
    }

    private static Contract contract(Contract op, boolean[] which) {
        String used = op.left() + op.right();
        char fresh = 'a';
        while (used.indexOf(fresh) >= 0) {
            fresh++;
            if (fresh == 'z' + 1) {
                fresh = 'A';
            }
        }
        return new Contract(
                which[0] ? fresh + op.left() : op.left(), which[1] ? fresh + op.right() : op.right(), fresh + op.out());
    }

    private static Move move(Move op, Shape out, int n) {
        return switch (op) {
            case Move.Reshape _ -> new Move.Reshape(out.insert(0, n));
            case Move.Permute(var order) -> new Move.Permute(first(behind(order), 0));
            case Move.Expand(var axes, Shape to) -> new Move.Expand(behind(axes), to.insert(0, n));
            case Move.Pad(var before, var after, var between) ->
                new Move.Pad(first(before, 0), first(after, 0), first(between, 0));
            case Move.Slice(var from, var to, var step) -> new Move.Slice(first(from, 0), first(to, n), first(step, 1));
            case Move.Flip(var axes) -> new Move.Flip(behind(axes));
            case Move.Concatenate(int axis) -> new Move.Concatenate(axis + 1);
        };
    }

    private static List<Integer> behind(List<Integer> axes) {
        return axes.stream().map(axis -> axis + 1).toList();
    }

    private static List<Integer> first(List<Integer> numbers, int number) {
        List<Integer> longer = new ArrayList<>();
        longer.add(number);
        longer.addAll(numbers);
        return longer;
    }
}
