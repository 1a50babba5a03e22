package thalweg.stan.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import thalweg.array.Tensor;
import thalweg.stan.text.Stmt;
import thalweg.stan.type.StanType;

/// How a loop runs: turn by turn on numbers, side by side in lanes, or as a loop of the program that carries values.
///
/// Decided before anything is unrolled: independent turns become lanes; turns that read a few rows back become a
/// [Turn]; what is left is unrolled.
final class Loops {
    private static final int FEW = 3;
    private static final int INNER = 8;

    private final Machine machine;

    Loops(Machine machine) {
        this.machine = machine;
    }

    Machine.Exit run(Stmt.While loop) {
        while (true) {
            Value test = machine.eval(loop.test());
            if (!test.isPlain()) {
                if (test.isKnown() || test.turn() != null) {
                    throw new NotLanes("a while loop in lanes");
                }
                throw new Fault(loop.at(), "while on parameters has no derivative; use a for loop");
            }
            if (test.number() == 0) {
                return Machine.Exit.NEXT;
            }
            Machine.Exit exit = machine.run(List.of(loop.body()));
            if (exit == Machine.Exit.BREAK) {
                return Machine.Exit.NEXT;
            }
            if (exit == Machine.Exit.RETURN) {
                return exit;
            }
        }
    }

    Machine.Exit run(Stmt.For loop) {
        Value from = machine.eval(loop.from());
        if (loop.to() == null) {
            return over(loop, from);
        }
        Value to = machine.eval(loop.to());
        if (!from.isKnown() || !to.isKnown()) {
            throw new NotLanes("bounds of a loop that depend on parameters");
        }
        if (!from.isPlain() || !to.isPlain()) {
            return ragged(loop, from, to);
        }
        int low = from.index();
        int count = Math.max(0, to.index() - low + 1);
        if (count == 0) {
            return Machine.Exit.NEXT;
        }
        LoopFacts facts = machine.evaluator().facts(loop);
        boolean inside = machine.here() != null;
        if (machine.turn() != null || count <= FEW || inside && count <= INNER || facts.jumps()) {
            return unrolled(loop, low, count);
        }
        if (facts.isIndependent() && attempt(facts, () -> lanes(loop, facts, low, count))) {
            return Machine.Exit.NEXT;
        }
        if (!inside && !known(facts) && attempt(facts, () -> carried(loop, facts, low, count, 0))) {
            return Machine.Exit.NEXT;
        }
        return unrolled(loop, low, count);
    }

    /// Whether all variables that the loop reads are numbers.
    private boolean known(LoopFacts facts) {
        for (String name : facts.read()) {
            boolean plain = switch (machine.frame().find(name)) {
                case Frame.Binding.Variable(Cell cell) -> cell.isPlain();
                case Frame.Binding.Fixed(Value value) -> value.isPlain();
                case Frame.Binding.Windowed _ -> false;
                case null -> true;
            };
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private Machine.Exit over(Stmt.For loop, Value from) {
        int count = from.size(0);
        if (from.type().dims() == 0 && from.type().base() == StanType.Base.MATRIX) {
            throw new Fault(loop.at(), "a loop over the elements of a matrix; use to_vector");
        }
        for (int i = 0; i < count; i++) {
            Value one = Reading.of(from, List.of(new Subscript.One(Value.whole(i))));
            Machine.Exit exit = once(loop, one);
            if (exit == Machine.Exit.BREAK) {
                break;
            }
            if (exit == Machine.Exit.RETURN) {
                return exit;
            }
        }
        return Machine.Exit.NEXT;
    }

    private Machine.Exit once(Stmt.For loop, Value number) {
        machine.frame().open();
        machine.frame().bind(loop.name().name(), new Frame.Binding.Fixed(number));
        Machine.Exit exit = machine.run(List.of(loop.body()));
        machine.frame().close();
        return exit;
    }

    private Machine.Exit unrolled(Stmt.For loop, int low, int count) {
        for (int i = 0; i < count; i++) {
            Machine.Exit exit = once(loop, Value.whole(low + i));
            if (exit == Machine.Exit.BREAK) {
                break;
            }
            if (exit == Machine.Exit.RETURN) {
                return exit;
            }
        }
        return Machine.Exit.NEXT;
    }

    /// Runs a loop in a way that may turn out not to fit; everything is then as before.
    private boolean attempt(LoopFacts facts, Runnable way) {
        Map<String, Frame.Binding> bindings = new HashMap<>();
        Map<Cell, Cell> cells = new LinkedHashMap<>();
        for (String name : facts.written()) {
            Frame.Binding binding = machine.frame().find(name);
            if (binding != null) {
                bindings.put(name, binding);
            }
            if (binding instanceof Frame.Binding.Variable(Cell cell)) {
                cells.put(cell, cell.copy());
            }
        }
        Target target = machine.target();
        Target.Mark mark = target.mark();
        Lanes here = machine.here();
        Turn turn = machine.turn();
        int depth = machine.frame().depth();
        int waiting = machine.likelihood().later().size();
        Map<String, Accumulator> sums = new HashMap<>(machine.accumulators());
        try {
            way.run();
            return true;
        } catch (NotLanes e) {
            machine.frame().close(depth);
            bindings.forEach((name, binding) -> machine.frame().rebind(name, binding));
            cells.forEach(Cell::restore);
            machine.target(target);
            target.back(mark);
            machine.here(here);
            machine.turn(turn);
            List<Consumer<List<Tensor>>> later = machine.likelihood().later();
            later.subList(waiting, later.size()).clear();
            machine.accumulators().clear();
            machine.accumulators().putAll(sums);
            return false;
        }
    }

    private Machine.Exit ragged(Stmt.For loop, Value from, Value to) {
        Lanes here = machine.here();
        LoopFacts facts = machine.evaluator().facts(loop);
        if (here == null || machine.turn() != null || !facts.isIndependent()) {
            throw new NotLanes("inner bounds that depend on the turn");
        }
        Operands both = Operands.of(from, to);
        double[] low = full(both.tensors()[0], both.wide()[0], both.lanes(), here);
        double[] high = full(both.tensors()[1], both.wide()[1], both.lanes(), here);
        List<Integer> up = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        for (int lane = 0; lane < here.count(); lane++) {
            for (double i = low[lane]; i <= high[lane]; i++) {
                up.add(lane);
                numbers.add(i);
            }
        }
        Lanes inner = new Lanes(
                up.size(), here, up.stream().mapToInt(Integer::intValue).toArray());
        side(
                loop,
                facts,
                inner,
                numbers.stream().mapToDouble(Double::doubleValue).toArray());
        return Machine.Exit.NEXT;
    }

    private static double[] full(Tensor x, boolean wide, @Nullable Lanes own, Lanes here) {
        if (!wide || own == null) {
            double[] all = new double[here.count()];
            Arrays.fill(all, x.value());
            return all;
        }
        return here.lift(x, own).reals();
    }

    private void lanes(Stmt.For loop, LoopFacts facts, int low, int count) {
        Lanes here = machine.here();
        int outer = here == null ? 1 : here.count();
        int[] up = new int[outer * count];
        double[] numbers = new double[outer * count];
        for (int i = 0; i < up.length; i++) {
            up[i] = i / count;
            numbers[i] = low + i % count;
        }
        side(loop, facts, new Lanes(up.length, here, up), numbers);
    }

    /// Runs the body once, its turns side by side.
    private void side(Stmt.For loop, LoopFacts facts, Lanes lanes, double[] numbers) {
        Lanes outer = machine.here();
        Map<String, Cell> own = new HashMap<>();
        List<String> sums = sums(facts, outer);
        for (String name : facts.written()) {
            Cell cell = machine.frame().cell(name);
            if (cell == null) {
                throw new NotLanes("a carried array");
            }
            if (!sums.contains(name) && !facts.owns(name)) {
                own.put(name, cell);
                Cell fresh = new Cell(cell.type(), cell.sizes(), lanes);
                machine.frame().rebind(name, new Frame.Binding.Variable(fresh));
            }
        }
        machine.here(lanes);
        Value number = Value.of(StanType.INT, Tensor.vector(numbers), lanes, null);
        if (once(loop, number) != Machine.Exit.NEXT) {
            throw new NotLanes("a jump out of the loop");
        }
        machine.here(outer);
        for (Map.Entry<String, Cell> entry : own.entrySet()) {
            Cell fresh = machine.frame().cell(entry.getKey());
            machine.frame().rebind(entry.getKey(), new Frame.Binding.Variable(entry.getValue()));
            if (fresh != null) {
                entry.getValue().set(last(fresh.get(), lanes, outer));
            }
        }
        finish(sums, List.of());
    }

    /// What a private variable is after the last turn.
    private static Value last(Value value, Lanes lanes, @Nullable Lanes outer) {
        if (value.lanes() != lanes) {
            return value;
        }
        if (outer == null) {
            return Value.of(value.type(), value.tensor().get(0, lanes.count() - 1));
        }
        int[] ends = new int[outer.count()];
        Arrays.fill(ends, -1);
        for (int i = 0; i < lanes.count(); i++) {
            ends[lanes.up()[i]] = i;
        }
        for (int end : ends) {
            if (end < 0) {
                throw new NotLanes("a loop without turns in some lanes");
            }
        }
        return Value.of(value.type(), Pick.rows(value.tensor(), ends), outer, null);
    }

    private List<String> sums(LoopFacts facts, @Nullable Lanes outer) {
        List<String> sums = new ArrayList<>();
        for (String name : facts.written()) {
            Cell cell = machine.frame().cell(name);
            if (cell != null && facts.adds(name) && facts.wholly(name)) {
                sums.add(name);
                machine.accumulators().put(name, new Accumulator(facts, name, outer));
            }
        }
        return sums;
    }

    private void finish(List<String> sums, List<Tensor> emitted) {
        for (String name : sums) {
            Accumulator sum = machine.accumulators().remove(name);
            Cell cell = machine.frame().cell(name);
            if (sum != null && cell != null) {
                Value value = cell.get();
                Value more = sum.sum(value, emitted);
                if (more != null) {
                    Writing.to(cell, List.of(), Arithmetic.of("+", value, more), machine.here());
                }
            }
        }
    }

    /// Runs the loop as one that carries values; where a condition on data changes, in segments.
    private void carried(Stmt.For loop, LoopFacts facts, int low, int count, int level) {
        Map<String, Cell> saved = new HashMap<>();
        for (String name : facts.written()) {
            Cell cell = machine.frame().cell(name);
            if (cell != null) {
                saved.put(name, cell.copy());
            }
        }
        Target.Mark mark = machine.target().mark();
        int depth = machine.frame().depth();
        try {
            new Carried(machine, this, loop, facts).run(low, count);
        } catch (Segments segments) {
            if (segments.starts().size() > FEW || level > 2) {
                throw new NotLanes("a condition that changes often");
            }
            machine.frame().close(depth);
            machine.target().back(mark);
            saved.forEach((name, copy) -> {
                Cell cell = machine.frame().cell(name);
                if (cell != null) {
                    cell.restore(copy);
                }
            });
            List<Integer> starts = new ArrayList<>(segments.starts());
            starts.add(count);
            int from = 0;
            for (int to : starts) {
                if (to - from <= FEW) {
                    unrolled(loop, low + from, to - from);
                } else {
                    carried(loop, facts, low + from, to - from, level + 1);
                }
                from = to;
            }
        }
    }

    List<String> begin(LoopFacts facts) {
        return sums(facts, null);
    }

    void end(List<String> sums, List<Tensor> emitted) {
        finish(sums, emitted);
    }

    Machine.Exit turn(Stmt.For loop, Value number) {
        return once(loop, number);
    }
}
