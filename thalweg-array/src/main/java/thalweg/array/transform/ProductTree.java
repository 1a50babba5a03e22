package thalweg.array.transform;

import java.util.List;
import thalweg.array.Program;
import thalweg.array.Shape;
import thalweg.array.Tensor;
import thalweg.array.Trace;
import thalweg.array.Type;

/// The product over an axis as a tree of pairwise products, whose derivatives are right where factors are zero.
final class ProductTree {
    private ProductTree() {}

    static Program of(Type type, int axis) {
        Trace trace = new Trace();
        Tensor x = trace.input("x", type);
        Tensor level = x;
        while (level.size(axis) > 1) {
            int n = level.size(axis);
            int half = n / 2;
            Tensor pairs = level.slice(axis, 0, half).times(level.slice(axis, half, 2 * half));
            level = n % 2 == 0 ? pairs : Tensor.concatenate(axis, List.of(pairs, level.slice(axis, n - 1, n)));
        }
        Shape out = type.shape().without(List.of(axis));
        return trace.close(List.of(level.size(axis) == 0 ? Tensor.ones(out.sizes()) : level.get(axis, 0)));
    }
}
