package thalweg.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import thalweg.array.Move;
import thalweg.array.Program;
import thalweg.array.Source;
import thalweg.array.Step;
import thalweg.array.Tensor;
import thalweg.array.Tree;
import thalweg.array.transform.Simplify;
import thalweg.linalg.LinearMap;

/// A function of two trees, compiled in two parts: for one first argument and many second ones, what depends on the
/// first alone is computed once. `f(a, b) = g(h(a), b)`.
///
/// Linear in `b` it is the linear map of a place: products with a Hessian, whose forward and backward pass at the place
/// need not be repeated for each vector.
public final class HeldFunction<A, B> {
    private record Both<A, B>(A first, B second) {}

    private final Program program;
    private final int own;
    private final boolean[] early;
    private final int[] kept;
    private final FlatFunction<List<Tensor>, List<Tensor>> before;
    private final FlatFunction<List<Tensor>, List<Tensor>> after;

    private HeldFunction(Program program, int own, Both<A, B> example) {
        this.program = program;
        this.own = own;
        this.early = early(program, own);
        this.kept = kept();
        List<Tensor> leaves = Tree.of(example).leaves();
        this.before = FlatFunction.of(this::before, leaves.subList(0, own));
        List<Tensor> rest = new ArrayList<>();
        for (int value : kept) {
            rest.add(Tensor.zeros(program.type(value).shape().sizes()));
        }
        rest.addAll(leaves.subList(own, leaves.size()));
        this.after = FlatFunction.of(this::after, rest);
    }

    /// Compiles a function for arguments shaped like the examples.
    public static <A, B, C> HeldFunction<A, B> of(BiFunction<A, B, C> function, A first, B second) {
        Both<A, B> both = new Both<>(first, second);
        Program program = Simplify.of(Program.of(
                (Both<A, B> at) -> Tree.of(function.apply(at.first(), at.second())).leaves(), both));
        return new HeldFunction<>(program, Tree.of(first).leaves().size(), both);
    }

    /// The function of the second argument at a first one; for one thread at a time.
    public LinearMap at(double[] first) {
        double[][] given = new double[kept.length + 1][];
        for (int k = 0; k < kept.length; k++) {
            given[k] = new double[program.type(kept[k]).shape().count()];
        }
        if (kept.length > 0) {
            before.call(new double[][] {first}, Arrays.copyOf(given, kept.length));
        }
        return (v, out) -> {
            given[kept.length] = v;
            after.call(given, new double[][] {out});
        };
    }

    /// Which values depend on the first argument alone.
    private static boolean[] early(Program program, int own) {
        boolean[] early = new boolean[program.values()];
        Arrays.fill(early, 0, own, true);
        for (Step step : program.steps()) {
            boolean all = true;
            for (int i = 0; i < step.arity(); i++) {
                all &= early[step.operand(i)];
            }
            Arrays.fill(early, step.first(), step.first() + step.types().size(), all);
        }
        return early;
    }

    /// The values that the first part hands to the second: what late steps read of early ones, but not constants and
    /// rearrangements, which the second part makes itself.
    private int[] kept() {
        @Nullable Step[] makers = makers();
        boolean[] wanted = new boolean[program.values()];
        for (Step step : program.steps()) {
            if (!early[step.first()]) {
                for (int i = 0; i < step.arity(); i++) {
                    want(step.operand(i), makers, wanted);
                }
            }
        }
        for (int r = 0; r < program.results(); r++) {
            want(program.output(r), makers, wanted);
        }
        return java.util.stream.IntStream.range(0, wanted.length)
                .filter(value -> wanted[value])
                .toArray();
    }

    private void want(int value, @Nullable Step[] makers, boolean[] wanted) {
        if (!early[value]) {
            return;
        }
        Step maker = makers[value];
        if (maker != null && (maker.op() instanceof Source.Constant || maker.op() instanceof Move)) {
            for (int i = 0; i < maker.arity(); i++) {
                want(maker.operand(i), makers, wanted);
            }
        } else {
            wanted[value] = true;
        }
    }

    private @Nullable Step[] makers() {
        @Nullable Step[] makers = new @Nullable Step[program.values()];
        for (Step step : program.steps()) {
            Arrays.fill(makers, step.first(), step.first() + step.types().size(), step);
        }
        return makers;
    }

    private List<Tensor> before(List<Tensor> first) {
        Map<Integer, Tensor> values = new LinkedHashMap<>();
        for (int i = 0; i < own; i++) {
            values.put(i, first.get(i));
        }
        for (Step step : program.steps()) {
            if (early[step.first()]) {
                apply(step, values);
            }
        }
        return taken(values, kept);
    }

    private List<Tensor> after(List<Tensor> rest) {
        Map<Integer, Tensor> values = new LinkedHashMap<>();
        for (int k = 0; k < kept.length; k++) {
            values.put(kept[k], rest.get(k));
        }
        for (int i = own; i < program.inputs().size(); i++) {
            values.put(i, rest.get(kept.length + i - own));
        }
        for (Step step : program.steps()) {
            boolean ready = !values.containsKey(step.first());
            for (int i = 0; i < step.arity(); i++) {
                ready &= values.containsKey(step.operand(i));
            }
            if (ready && (!early[step.first()] || step.op() instanceof Source.Constant || step.op() instanceof Move)) {
                apply(step, values);
            }
        }
        int[] results = new int[program.results()];
        Arrays.setAll(results, program::output);
        return taken(values, results);
    }

    private static void apply(Step step, Map<Integer, Tensor> values) {
        if (step.op() instanceof Source.Constant(Tensor value)) {
            values.put(step.first(), value);
            return;
        }
        Tensor[] operands = new Tensor[step.arity()];
        for (int i = 0; i < operands.length; i++) {
            operands[i] = present(values.get(step.operand(i)));
        }
        List<Tensor> results = step.op().on(operands);
        for (int r = 0; r < results.size(); r++) {
            values.put(step.first() + r, results.get(r));
        }
    }

    private static List<Tensor> taken(Map<Integer, Tensor> values, int[] numbers) {
        List<Tensor> taken = new ArrayList<>();
        for (int number : numbers) {
            taken.add(present(values.get(number)));
        }
        return taken;
    }

    private static Tensor present(@Nullable Tensor value) {
        if (value == null) {
            throw new IllegalStateException("a value that neither part makes");
        }
        return value;
    }
}
