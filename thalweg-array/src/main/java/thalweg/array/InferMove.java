package thalweg.array;

import java.util.ArrayList;
import java.util.List;

/// Shapes of rearrangements.
final class InferMove {
    private InferMove() {}

    static Type type(Move op, List<Type> in) {
        if (!(op instanceof Move.Concatenate)) {
            Infer.arity(op, in, 1);
        }
        if (in.isEmpty()) {
            throw Infer.bad(op, in, "at least one operand", "give a tensor");
        }
        Type x = in.get(0);
        Shape shape = x.shape();
        return switch (op) {
            case Move.Reshape(Shape to) -> {
                if (to.count() != shape.count()) {
                    throw Infer.bad(op, in, "a shape of " + shape.count() + " elements", "check the sizes");
                }
                yield x.with(to);
            }
            case Move.Permute(var order) -> {
                if (order.size() != shape.rank()) {
                    throw Infer.bad(op, in, "an order of all " + shape.rank() + " axes", "name each axis once");
                }
                Infer.axes(op, in, order);
                yield x.with(Shape.of(order.stream().map(shape::size).toList()));
            }
            case Move.Expand(var axes, Shape to) -> {
                for (int axis : axes) {
                    if (axis < 0 || axis >= to.rank()) {
                        throw Infer.bad(op, in, "new axes of the result", "count axes of the result from 0");
                    }
                }
                if (!to.without(axes).equals(shape)) {
                    throw Infer.bad(op, in, "an operand of shape " + to.without(axes), "check the new axes");
                }
                yield x.with(to);
            }
            case Move.Pad(var before, var after, var between) -> {
                List<Integer> sizes = new ArrayList<>();
                each(op, in, before, after, between);
                for (int a = 0; a < shape.rank(); a++) {
                    int size = shape.size(a);
                    if (before.get(a) < 0 || after.get(a) < 0 || between.get(a) < 0) {
                        throw Infer.bad(op, in, "pads of 0 or more", "use slice to cut");
                    }
                    sizes.add(before.get(a) + size + Math.max(size - 1, 0) * between.get(a) + after.get(a));
                }
                yield x.with(Shape.of(sizes));
            }
            case Move.Slice(var from, var to, var step) -> {
                List<Integer> sizes = new ArrayList<>();
                each(op, in, from, to, step);
                for (int a = 0; a < shape.rank(); a++) {
                    if (from.get(a) < 0 || to.get(a) > shape.size(a) || from.get(a) > to.get(a) || step.get(a) < 1) {
                        throw Infer.bad(op, in, "0 <= from <= to <= size and a step of 1 or more", "check axis " + a);
                    }
                    sizes.add((to.get(a) - from.get(a) + step.get(a) - 1) / step.get(a));
                }
                yield x.with(Shape.of(sizes));
            }
            case Move.Flip(var axes) -> {
                Infer.axes(op, in, axes);
                yield x;
            }
            case Move.Concatenate(int axis) -> {
                Infer.axes(op, in, List.of(axis));
                int size = 0;
                for (Type part : in) {
                    if (part.kind() != x.kind()
                            || part.shape().rank() != shape.rank()
                            || !part.shape().with(axis, 0).equals(shape.with(axis, 0))) {
                        throw Infer.bad(op, in, "shapes that differ only in axis " + axis, "reshape or expand first");
                    }
                    size += part.shape().size(axis);
                }
                yield x.with(shape.with(axis, size));
            }
        };
    }

    @SafeVarargs
    private static void each(Op op, List<Type> in, List<Integer>... lists) {
        for (List<Integer> list : lists) {
            if (list.size() != in.get(0).shape().rank()) {
                throw Infer.bad(op, in, "one number an axis", "give a number for each axis");
            }
        }
    }
}
