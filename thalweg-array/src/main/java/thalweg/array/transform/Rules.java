package thalweg.array.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

/// Rewrites of single operations; null where none applies.
final class Rules {
    private Rules() {}

    static @Nullable Tensor apply(Simplify at, Op op, Tensor[] in) {
        return switch (op) {
            case Pointwise pointwise -> pointwise(at, pointwise, in);
            case Reduction reduction -> reduction(at, reduction, in[0]);
            case Contract contract -> RulesContract.apply(at, contract, in[0], in[1]);
            case Move move -> move(at, move, in);
            case Pick _, Algebra _, Source _, Identity _, Control _ -> null;
        };
    }

    private static @Nullable Tensor pointwise(Simplify at, Pointwise op, Tensor[] in) {
        Tensor neutral = switch (op) {
            case Unary unary -> unary(at, unary, in[0]);
            case Binary binary when in[0].type().isReal() -> binary(at, binary, in[0], in[1]);
            case Binary _, Pointwise.Polygamma _, Pointwise.Select _ -> null;
        };
        return neutral != null ? neutral : hoist(at, op, in);
    }

    private static @Nullable Tensor unary(Simplify at, Unary op, Tensor x) {
        Tensor inside = negated(at, x);
        if (op == Unary.NEG && inside != null) {
            return inside;
        }
        double number = at.uniform(x);
        if (Double.isNaN(number) || x.rank() != 0) {
            return null;
        }
        return switch (op) {
            case NEG -> number == 0 || number == 0.5 || number == 2 ? null : at.scalar(-number);
            case RECIPROCAL -> number == 0 ? null : at.scalar(1 / number);
            default -> null;
        };
    }

    private static @Nullable Tensor binary(Simplify at, Binary op, Tensor x, Tensor y) {
        double a = at.uniform(x);
        double b = at.uniform(y);
        if (x.rank() == 0 && !Double.isNaN(a) && !Double.isNaN(b)) {
            Tensor folded = folded(at, op, a, b);
            if (folded != null) {
                return folded;
            }
        }
        return switch (op) {
            case ADD -> b == 0 ? x : a == 0 ? y : sum(at, x, y);
            case SUB -> b == 0 ? x : a == 0 ? at.emit(Unary.NEG, y) : difference(at, x, negated(at, y));
            case MUL ->
                b == 1 ? x : a == 1 ? y : b == -1 ? at.emit(Unary.NEG, x) : a == -1 ? at.emit(Unary.NEG, y) : null;
            case DIV -> b == 1 ? x : b == -1 ? at.emit(Unary.NEG, x) : null;
            default -> null;
        };
    }

    private static @Nullable Tensor sum(Simplify at, Tensor x, Tensor y) {
        Tensor right = negated(at, y);
        Tensor left = negated(at, x);
        return right != null ? at.emit(Binary.SUB, x, right) : left != null ? at.emit(Binary.SUB, y, left) : null;
    }

    private static @Nullable Tensor difference(Simplify at, Tensor x, @Nullable Tensor negated) {
        return negated == null ? null : at.emit(Binary.ADD, x, negated);
    }

    /// What a value is the negative of; null if it was not made by a negation.
    private static @Nullable Tensor negated(Simplify at, Tensor x) {
        Simplify.Made made = at.maker(x);
        return made != null && made.op() == Unary.NEG ? made.operands().get(0) : null;
    }

    private static @Nullable Tensor folded(Simplify at, Binary op, double a, double b) {
        return switch (op) {
            case ADD -> at.scalar(a + b);
            case SUB -> at.scalar(a - b);
            case MUL -> at.scalar(a * b);
            case DIV -> b == 0 ? null : at.scalar(a / b);
            default -> null;
        };
    }

    /// `f(expand(x), expand(y)) = expand(f(x, y))` where both repeat along the same axes.
    private static @Nullable Tensor hoist(Simplify at, Pointwise op, Tensor[] in) {
        Move.Expand first = null;
        Tensor[] inner = new Tensor[in.length];
        for (int i = 0; i < in.length; i++) {
            Simplify.Made made = at.maker(in[i]);
            if (made == null
                    || !(made.op() instanceof Move.Expand expand)
                    || expand.axes().isEmpty()) {
                return null;
            }
            if (first != null && !first.equals(expand)) {
                return null;
            }
            first = expand;
            inner[i] = made.operands().get(0);
        }
        return first == null ? null : at.emit(first, at.emit(op, inner));
    }

    private static @Nullable Tensor reduction(Simplify at, Reduction op, Tensor x) {
        if (!(op instanceof Reduction.Sum(var axes)) || !x.type().isReal()) {
            return null;
        }
        if (axes.isEmpty()) {
            return x;
        }
        Simplify.Made made = at.maker(x);
        if (made != null && made.op() instanceof Move.Expand(var repeated, Shape to)) {
            List<Integer> both = axes.stream().filter(repeated::contains).toList();
            if (!both.isEmpty()) {
                int n = 1;
                for (int axis : both) {
                    n *= to.size(axis);
                }
                Tensor inner = made.operands().get(0);
                Tensor scaled = at.emit(Binary.MUL, inner, spread(at, at.scalar(n), inner.shape()));
                Tensor wide = at.emit(new Move.Expand(places(repeated, both), to.without(both)), scaled);
                List<Integer> rest =
                        axes.stream().filter(axis -> !both.contains(axis)).toList();
                return at.emit(new Reduction.Sum(places(rest, both)), wide);
            }
        }
        if (x.shape().without(axes).count() == x.count()) {
            return at.emit(new Move.Reshape(x.shape().without(axes)), x);
        }
        return null;
    }

    /// Axis numbers when some axes are gone, for those that are left.
    private static List<Integer> places(List<Integer> axes, List<Integer> gone) {
        List<Integer> left = new ArrayList<>();
        for (int axis : axes) {
            if (!gone.contains(axis)) {
                left.add(axis - (int) gone.stream().filter(g -> g < axis).count());
            }
        }
        return left;
    }

    /// A scalar repeated to a shape.
    static Tensor spread(Simplify at, Tensor scalar, Shape shape) {
        return at.emit(new Move.Expand(IntStream.range(0, shape.rank()).boxed().toList(), shape), scalar);
    }

    private static @Nullable Tensor move(Simplify at, Move op, Tensor[] in) {
        Tensor x = in[0];
        Simplify.Made made = at.maker(x);
        return switch (op) {
            case Move.Reshape(Shape to) -> {
                if (to.equals(x.shape())) {
                    yield x;
                }
                if (made != null && made.op() instanceof Move.Reshape) {
                    yield at.emit(op, made.operands().get(0));
                }
                yield made != null
                                && made.op() instanceof Move.Expand
                                && made.operands().get(0).rank() == 0
                        ? spread(at, made.operands().get(0), to)
                        : null;
            }
            case Move.Permute(var order) -> {
                if (order.equals(IntStream.range(0, order.size()).boxed().toList())) {
                    yield x;
                }
                if (made != null && made.op() instanceof Move.Permute(var before)) {
                    yield at.emit(
                            new Move.Permute(order.stream().map(before::get).toList()),
                            made.operands().get(0));
                }
                yield made != null
                                && made.op() instanceof Move.Expand
                                && made.operands().get(0).rank() == 0
                        ? spread(
                                at,
                                made.operands().get(0),
                                Shape.of(order.stream().map(x.shape()::size).toList()))
                        : null;
            }
            case Move.Expand(var axes, Shape to) -> {
                if (axes.isEmpty()) {
                    yield x;
                }
                if (made != null && made.op() instanceof Move.Expand(var before, Shape _)) {
                    List<Integer> all = new ArrayList<>(axes);
                    int from = 0;
                    for (int a = 0; a < to.rank(); a++) {
                        if (!axes.contains(a) && before.contains(from++)) {
                            all.add(a);
                        }
                    }
                    all.sort(null);
                    yield at.emit(new Move.Expand(all, to), made.operands().get(0));
                }
                yield x.count() == to.count() ? at.emit(new Move.Reshape(to), x) : null;
            }
            case Move.Slice(var from, var to, var step) -> {
                boolean whole = true;
                for (int a = 0; a < x.rank(); a++) {
                    whole &= from.get(a) == 0 && to.get(a) == x.size(a) && step.get(a) == 1;
                }
                yield whole ? x : null;
            }
            case Move.Pad(var before, var after, var between) -> {
                boolean none = true;
                for (int a = 0; a < x.rank(); a++) {
                    none &= before.get(a) == 0 && after.get(a) == 0 && between.get(a) == 0;
                }
                yield none ? x : null;
            }
            case Move.Flip(var axes) -> axes.isEmpty() ? x : null;
            case Move.Concatenate _ -> in.length == 1 ? x : null;
        };
    }
}
