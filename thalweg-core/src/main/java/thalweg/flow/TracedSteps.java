package thalweg.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import thalweg.array.Tensor;
import thalweg.array.Tree;
import thalweg.array.run.Compiled;

/// The steps of a traced flow as one compiled program between two sets of buffers, read and written in turn: nothing
/// is allocated a step.
///
/// A state it returns is a view of a buffer, to be read before the step after the next. A state that is not made of F64
/// tensors alone, or whose numbers beside them change, is stepped as it is.
final class TracedSteps<X> {
    private final UnaryOperator<X> step;
    private Compiled.@Nullable Flat flat;
    private final double[][][] buffers = new double[2][][];
    private final List<X> states = new ArrayList<>();
    private int last;
    private boolean plain;

    TracedSteps(UnaryOperator<X> step) {
        this.step = step;
    }

    /// The state after `now`, which is the start or what this returned last.
    X step(X now) {
        Compiled.Flat door = flat;
        if (door == null && !plain) {
            door = open(now);
        }
        if (door == null) {
            return step.apply(now);
        }
        door.call(buffers[last], buffers[1 - last]);
        last = 1 - last;
        return states.get(last);
    }

    private Compiled.@Nullable Flat open(X now) {
        Tree<X> tree = Tree.of(now);
        Compiled<X, X> compiled = Compiled.compile(step);
        plain = tree.leaves().stream().anyMatch(leaf -> !leaf.type().isReal())
                || !sameFrame(tree, Tree.of(compiled.apply(now)));
        if (plain) {
            return null;
        }
        for (int b = 0; b < 2; b++) {
            buffers[b] = tree.leaves().stream().map(Tensor::toArray).toArray(double[][]::new);
            List<Tensor> views = new ArrayList<>();
            for (int i = 0; i < buffers[b].length; i++) {
                views.add(Tensor.wrap(buffers[b][i], tree.leaves().get(i).shape()));
            }
            states.add(tree.with(views));
        }
        flat = compiled.flat(now);
        return flat;
    }

    private static <X> boolean sameFrame(Tree<X> a, Tree<X> b) {
        if (!a.frame().equals(b.frame())) {
            return false;
        }
        for (int i = 0; i < a.leaves().size(); i++) {
            if (!a.leaves().get(i).type().equals(b.leaves().get(i).type())) {
                return false;
            }
        }
        return true;
    }
}
