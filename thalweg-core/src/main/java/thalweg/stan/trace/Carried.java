package thalweg.stan.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import thalweg.array.Tensor;
import thalweg.stan.text.Stmt;
import thalweg.stan.type.StanType;

/// A loop that carries values from turn to turn, as one loop of the program.
///
/// Arrays filled in order keep the rows that are read back; other variables are carried whole. Sampling statements
/// inside leave the loop: their arguments come out as rows, and the densities follow in lanes.
final class Carried {
    private static final int LARGEST = 4096;

    private final Machine machine;
    private final Loops loops;
    private final Stmt.For loop;
    private final LoopFacts facts;
    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final Map<String, Window> windows = new LinkedHashMap<>();
    private final Map<String, Cell> states = new LinkedHashMap<>();

    Carried(Machine machine, Loops loops, Stmt.For loop, LoopFacts facts) {
        this.machine = machine;
        this.loops = loops;
        this.loop = loop;
        this.facts = facts;
    }

    void run(int low, int count) {
        int[] up = new int[count];
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            up[i] = i;
            numbers[i] = (double) low + i;
        }
        Lanes lanes = new Lanes(count, null, up);
        Turn turn = new Turn(lanes);
        List<Consumer<List<Tensor>>> later = machine.likelihood().later();
        int waiting = later.size();
        List<String> sums = loops.begin(facts);
        bind(turn, numbers, sums);
        machine.turn(turn);
        try {
            Value number = Value.of(StanType.INT, Tensor.vector(numbers), lanes, null);
            if (loops.turn(loop, number) != Machine.Exit.NEXT) {
                throw new NotLanes("a jump out of the loop");
            }
            List<Tensor> next = new ArrayList<>();
            Map<String, Integer> rows = new LinkedHashMap<>();
            windows.forEach((name, window) -> {
                next.addAll(window.next());
                rows.put(name, turn.emit(window.made()));
            });
            states.forEach((name, cell) -> next.add(Window.body(cell.get(), turn)));
            machine.turn(null);
            List<Tensor> out = turn.run(next);
            unbind();
            List<Tensor> emitted = out.subList(next.size(), out.size());
            windows.forEach((name, window) -> window.finish(emitted.get(rows.getOrDefault(name, 0))));
            int at = next.size() - states.size();
            for (String name : states.keySet()) {
                Cell cell = cells.get(name);
                if (cell != null) {
                    cell.set(Value.of(cell.type(), out.get(at)));
                }
                at++;
            }
            List<Consumer<List<Tensor>>> mine = new ArrayList<>(later.subList(waiting, later.size()));
            mine.forEach(one -> one.accept(emitted));
            loops.end(sums, emitted);
        } finally {
            later.subList(waiting, later.size()).clear();
            machine.turn(null);
            unbind();
            sums.forEach(machine.accumulators()::remove);
        }
    }

    private void bind(Turn turn, double[] numbers, List<String> sums) {
        for (String name : facts.written()) {
            Cell cell = machine.frame().cell(name);
            if (cell == null) {
                throw new NotLanes("a carried array inside another");
            }
            if (sums.contains(name)) {
                continue;
            }
            int[] window = facts.window(name);
            cells.put(name, cell);
            if (window != null) {
                windows.put(name, new Window(cell, turn, numbers, window[0], window[1]));
            } else if (cell.count() > LARGEST) {
                throw new NotLanes("a large array at places that the turn does not tell");
            }
        }
        cells.forEach((name, cell) -> {
            if (!windows.containsKey(name)) {
                Cell state = new Cell(cell.type(), cell.sizes(), null);
                state.set(Value.of(cell.type(), turn.carry(cell.get().tensor()), null, turn));
                states.put(name, state);
            }
        });
        windows.forEach((name, window) -> machine.frame().rebind(name, new Frame.Binding.Windowed(window)));
        states.forEach((name, cell) -> machine.frame().rebind(name, new Frame.Binding.Variable(cell)));
    }

    private void unbind() {
        cells.forEach((name, cell) -> machine.frame().rebind(name, new Frame.Binding.Variable(cell)));
    }
}
