package thalweg.stan.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Tensor;
import thalweg.stan.text.Stmt;

/// Conditions: on numbers one branch runs, in lanes of numbers each branch in its own lanes, and on parameters both,
/// with their results selected.
final class Branches {
    private final Machine machine;
    private int split;
    private int traced;

    Branches(Machine machine) {
        this.machine = machine;
    }

    /// Whether this is inside a branch that only some lanes take.
    boolean isSplit() {
        return split > 0;
    }

    /// Whether this is inside a branch on parameters.
    boolean isTraced() {
        return traced > 0;
    }

    /// Runs a condition; if a branch may return, what follows it runs inside each branch.
    Machine.Exit run(Stmt.If branch, List<Stmt> rest) {
        Value test = machine.eval(branch.test());
        if (test.isKnown() && test.lanes() != null && machine.turn() == null) {
            test = uniform(test);
        }
        if (test.isPlain()) {
            return one(branch, test.number() != 0);
        }
        if (machine.turn() != null && test.isKnown()) {
            throw new Segments(runs(test));
        }
        Stmt otherwise = branch.otherwise() == null ? new Stmt.Empty(branch.at()) : branch.otherwise();
        boolean leaves = leaves(branch.then()) || leaves(otherwise);
        List<Stmt> then = new ArrayList<>(List.of(branch.then()));
        List<Stmt> other = new ArrayList<>(List.of(otherwise));
        if (leaves) {
            then.addAll(rest);
            other.addAll(rest);
        }
        if (test.isKnown() && machine.here() != null) {
            return lanes(test, then, other, leaves);
        }
        return select(test, then, other, leaves);
    }

    private Machine.Exit one(Stmt.If branch, boolean holds) {
        if (holds) {
            return machine.run(List.of(branch.then()));
        }
        return branch.otherwise() == null ? Machine.Exit.NEXT : machine.run(List.of(branch.otherwise()));
    }

    /// A test that holds in all lanes or in none, as one.
    private static Value uniform(Value test) {
        double[] all = test.numbers();
        for (double one : all) {
            if (one != all[0]) {
                return test;
            }
        }
        return Value.whole(all.length > 0 && all[0] != 0 ? 1 : 0);
    }

    /// Where a test changes from turn to turn.
    private static List<Integer> runs(Value test) {
        List<Integer> starts = new ArrayList<>();
        double[] all = test.numbers();
        for (int i = 1; i < all.length; i++) {
            if ((all[i] != 0) != (all[i - 1] != 0)) {
                starts.add(i);
            }
        }
        return starts;
    }

    static boolean leaves(Stmt statement) {
        return switch (statement) {
            case Stmt.Return _, Stmt.Break _, Stmt.Continue _ -> true;
            case Stmt.Block block -> block.statements().stream().anyMatch(Branches::leaves);
            case Stmt.If branch -> leaves(branch.then()) || branch.otherwise() != null && leaves(branch.otherwise());
            case Stmt.For loop -> leaves(loop.body());
            case Stmt.While loop -> leaves(loop.body());
            default -> false;
        };
    }

    private Machine.Exit lanes(Value test, List<Stmt> then, List<Stmt> other, boolean leaves) {
        Lanes here = machine.here();
        if (here == null || test.lanes() == null) {
            throw new IllegalStateException("lanes outside a loop");
        }
        Tensor full = here.lift(test.tensor(), test.lanes());
        List<Integer> yes = new ArrayList<>();
        List<Integer> no = new ArrayList<>();
        for (int i = 0; i < here.count(); i++) {
            (full.at(i) != 0 ? yes : no).add(i);
        }
        Lanes first = part(here, yes);
        Lanes second = part(here, no);
        split++;
        try {
            Value a = inside(first, then, leaves);
            Value b = inside(second, other, leaves);
            if (leaves && a != null && b != null) {
                machine.result(joined(here, a, first, b, second));
            }
        } finally {
            split--;
            machine.here(here);
        }
        return leaves ? Machine.Exit.RETURN : Machine.Exit.NEXT;
    }

    private static Lanes part(Lanes here, List<Integer> which) {
        return new Lanes(
                which.size(), here, which.stream().mapToInt(Integer::intValue).toArray());
    }

    private @Nullable Value inside(Lanes lanes, List<Stmt> statements, boolean leaves) {
        machine.here(lanes);
        machine.result(null);
        Machine.Exit exit = lanes.count() == 0 && !leaves ? Machine.Exit.NEXT : machine.run(statements);
        if (exit != (leaves ? Machine.Exit.RETURN : Machine.Exit.NEXT)) {
            throw new NotLanes("a jump that only some turns make");
        }
        return machine.result();
    }

    /// A value of two parts of the lanes.
    static Value joined(Lanes here, Value a, Lanes first, Value b, Lanes second) {
        Tensor top = full(a, first);
        Tensor bottom = full(b, second);
        int[] from = new int[here.count()];
        int[] up = first.up();
        for (int i = 0; i < up.length; i++) {
            from[up[i]] = i;
        }
        int[] down = second.up();
        for (int i = 0; i < down.length; i++) {
            from[down[i]] = up.length + i;
        }
        return Value.of(a.type(), Pick.rows(Tensor.concatenate(0, List.of(top, bottom)), from), here, null);
    }

    private static Tensor full(Value value, Lanes lanes) {
        Lanes own = value.lanes();
        return own == null ? value.tensor().rows(lanes.count()) : lanes.lift(value.tensor(), own);
    }

    private Machine.Exit select(Value test, List<Stmt> then, List<Stmt> other, boolean leaves) {
        Map<String, Cell> cells = written(then, other);
        Map<String, Cell> saved = copies(cells);
        Target outer = machine.target();
        traced++;
        try {
            Target yes = new Target(true);
            machine.target(yes);
            Value a = branch(then, leaves);
            Map<String, Value> first = values(cells);
            saved.forEach((name, cell) -> restore(cells, name, cell));
            Target no = new Target(true);
            machine.target(no);
            Value b = branch(other, leaves);
            machine.target(outer);
            cells.forEach((name, cell) -> {
                Value one = first.get(name);
                if (one != null) {
                    cell.set(choose(test, one, cell.get()));
                }
            });
            if (!yes.isEmpty() || !no.isEmpty()) {
                machine.likelihood().add(choose(test, yes.all(), no.all()), 1);
            }
            if (leaves && a != null && b != null) {
                machine.result(choose(test, a, b));
            }
        } finally {
            traced--;
            machine.target(outer);
        }
        return leaves ? Machine.Exit.RETURN : Machine.Exit.NEXT;
    }

    private @Nullable Value branch(List<Stmt> statements, boolean leaves) {
        machine.result(null);
        Machine.Exit exit = machine.run(statements);
        if (exit != (leaves ? Machine.Exit.RETURN : Machine.Exit.NEXT)) {
            throw new NotLanes("a jump on a condition of parameters");
        }
        return machine.result();
    }

    /// `test ? a : b` in every lane.
    static Value choose(Value test, Value a, Value b) {
        Operands all = Operands.of(test, a, b).aligned();
        Tensor[] t = all.tensors();
        return all.result(a.type(), t[0].select(t[1], t[2]));
    }

    private Map<String, Cell> written(List<Stmt> then, List<Stmt> other) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        List<Stmt> all = new ArrayList<>(then);
        all.addAll(other);
        LoopFacts facts = machine.evaluator().facts(all);
        for (String name : facts.written()) {
            Cell cell = machine.frame().cell(name);
            if (cell == null) {
                throw new NotLanes("an array filled in order, written on a condition of parameters");
            }
            cells.put(name, cell);
        }
        return cells;
    }

    private static Map<String, Cell> copies(Map<String, Cell> cells) {
        Map<String, Cell> copies = new LinkedHashMap<>();
        cells.forEach((name, cell) -> copies.put(name, cell.copy()));
        return copies;
    }

    private static Map<String, Value> values(Map<String, Cell> cells) {
        Map<String, Value> values = new LinkedHashMap<>();
        cells.forEach((name, cell) -> values.put(name, cell.get()));
        return values;
    }

    private static void restore(Map<String, Cell> cells, String name, Cell saved) {
        Cell cell = cells.get(name);
        if (cell != null) {
            cell.restore(saved);
        }
    }
}
