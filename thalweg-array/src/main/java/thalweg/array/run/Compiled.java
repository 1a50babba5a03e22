package thalweg.array.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import thalweg.array.Closure;
import thalweg.array.Misuse;
import thalweg.array.Program;
import thalweg.array.Tensor;
import thalweg.array.Trace;
import thalweg.array.Tree;
import thalweg.array.Type;
import thalweg.array.transform.Simplify;

/// A function that is traced once for each shape of its argument and then runs as a plan.
///
/// Immutable, and shared between threads: every call works in a workspace of its own and gives fresh tensors. Plans are
/// cached by structure: numbers in the function, and tensors it captured, are filled in and not compiled in. On traced
/// tensors it is the function itself.
public final class Compiled<A, B> implements Function<A, B> {
    private static final int PLANS_KEPT = 256;
    private static final int SHAPES_KEPT = 64;
    private static final Map<String, Plan> PLANS = latest(PLANS_KEPT);

    private record Key(Object frame, List<Type> types) {}

    private record Entry<B>(Plan plan, List<Tensor> constants, Tree<B> result, ConcurrentLinkedQueue<Workspace> idle) {}

    private final Function<A, B> function;
    private final Map<Key, Entry<B>> entries = latest(SHAPES_KEPT);

    private Compiled(Function<A, B> function) {
        this.function = function;
    }

    /// The same function, planned at its first call with each shape.
    public static <A, B> Compiled<A, B> compile(Function<A, B> function) {
        return new Compiled<>(function);
    }

    @Override
    public B apply(A argument) {
        Tree<A> tree = Tree.of(argument);
        if (Trace.innermost(tree.leaves()) != null) {
            return function.apply(argument);
        }
        Entry<B> entry = entry(tree);
        List<Tensor> all = new ArrayList<>(tree.leaves());
        all.addAll(entry.constants());
        Workspace waiting = entry.idle().poll();
        Workspace work = waiting == null ? new Workspace(entry.plan()) : waiting;
        List<Tensor> out = work.on(all);
        entry.idle().add(work);
        return entry.result().with(out);
    }

    /// The plan for arguments like this one.
    public Plan plan(A example) {
        return entry(Tree.of(example)).plan();
    }

    /// The door for hot loops: leaves of the argument in, leaves of the result out, as flat row-major arrays.
    ///
    /// What it returns has one workspace, so it is for one thread at a time.
    ///
    /// @throws Misuse if a leaf is not F64
    public Flat flat(A example) {
        Tree<A> tree = Tree.of(example);
        Entry<B> entry = entry(tree);
        for (Type type : entry.plan().program().resultTypes()) {
            real(type);
        }
        tree.leaves().forEach(leaf -> real(leaf.type()));
        int own = tree.leaves().size();
        double[][] all = new double[own + entry.constants().size()][];
        for (int c = 0; c < entry.constants().size(); c++) {
            all[own + c] = entry.constants().get(c).reals();
        }
        Workspace work = new Workspace(entry.plan());
        return (in, out) -> {
            System.arraycopy(in, 0, all, 0, own);
            work.on(all, out);
        };
    }

    /// A compiled function on flat arrays.
    @FunctionalInterface
    public interface Flat {
        /// Reads the arrays `in` and writes the arrays `out`, whose lengths are those of the leaves.
        void call(double[][] in, double[][] out);
    }

    /// A map of the entries that were used last, so that 10,000 shapes do not pile up.
    private static <K, V> Map<K, V> latest(int most) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }

    private static void real(Type type) {
        if (!type.isReal()) {
            throw new Misuse("a leaf " + type + " at the flat door", "f64", "call apply, or capture the words");
        }
    }

    private Entry<B> entry(Tree<A> tree) {
        Key key = new Key(tree.frame(), tree.leaves().stream().map(Tensor::type).toList());
        Entry<B> known = entries.get(key);
        if (known != null) {
            return known;
        }
        Closure<A, B> closure = Closure.of(function, tree);
        if (!closure.captured().isEmpty()) {
            throw new Misuse(
                    "a compiled function that uses traced tensors of a function around it",
                    "a function of its argument and concrete tensors",
                    "compile the outer function instead");
        }
        Slots slots = Slots.of(Hoist.of(Simplify.forRun(closure.program())));
        Program program = slots.program();
        Plan plan = PLANS.computeIfAbsent(program.structure(), text -> Plan.of(program));
        Entry<B> made = new Entry<>(plan, slots.constants(), closure.result(), new ConcurrentLinkedQueue<>());
        entries.put(key, made);
        return made;
    }
}
