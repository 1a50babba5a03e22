package thalweg.array;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A function traced at one argument: its program, what it captured from traces around it, and the trees at both ends.
///
/// The program's inputs are the leaves of the argument and then the captured tensors.
public record Closure<A, B>(Program program, List<Tensor> captured, Tree<A> argument, Tree<B> result) {
    /// Traces a function on fresh tensors of the shapes in `at`, so that a derivative by them touches nothing else.
    public static <A, B> Closure<A, B> of(Function<A, B> function, A at) {
        return of(function, Tree.of(at));
    }

    public static <A, B> Closure<A, B> of(Function<A, B> function, Tree<A> argument) {
        Trace trace = new Trace();
        List<Tensor> fresh = new ArrayList<>();
        for (int i = 0; i < argument.leaves().size(); i++) {
            fresh.add(trace.input(
                    argument.names().get(i), argument.leaves().get(i).type()));
        }
        Tree<B> result = Tree.of(function.apply(argument.with(fresh)));
        Program program = trace.close(result.leaves());
        return new Closure<>(program, trace.captured(), argument, result);
    }

    /// The program's arguments for these leaves.
    public List<Tensor> arguments(List<Tensor> leaves) {
        List<Tensor> all = new ArrayList<>(leaves);
        all.addAll(captured);
        return all;
    }
}
