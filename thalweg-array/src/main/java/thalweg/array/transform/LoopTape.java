package thalweg.array.transform;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Control;
import thalweg.array.Program;
import thalweg.array.Tensor;
import thalweg.array.Trace;
import thalweg.array.Type;

/// A loop that has run forward and can be run in reverse.
///
/// The states at the start of every turn are kept, and a turn is computed again when its derivative is wanted. Where
/// they would be many, the loop is first cut into about `sqrt(n)` loops of `sqrt(n)` turns, and only the states between
/// those are kept (Griewank, *Achieving logarithmic growth*, 1992, with one level; nested where needed).
sealed interface LoopTape {
    /// Numbers kept for one loop, beyond which it is cut.
    int KEPT = 1 << 20;

    List<Tensor> results();

    /// Cotangents of the operands.
    @Nullable
    Tensor[] pull(@Nullable Tensor[] results);

    static LoopTape of(Control.Loop loop, List<Tensor> operands, boolean[] active) {
        long each = 0;
        for (Tensor state : operands.subList(0, loop.carried())) {
            each += state.count();
        }
        if (loop.count() >= 4 && each * loop.count() > KEPT) {
            List<Type> types = operands.stream().map(Tensor::type).toList();
            return new Cut(new Tape(Checkpoint.cut(loop, types), operands, active));
        }
        boolean[] turn = Activity.turn(loop, active);
        List<Tensor> results = saving(loop).on(operands.toArray(Tensor[]::new));
        int own = loop.body().results();
        return new Kept(loop, operands, turn, results.subList(0, own), results.subList(own, results.size()));
    }

    /// The loop that also gives the state at the start of each turn.
    private static Control.Loop saving(Control.Loop loop) {
        Trace trace = new Trace();
        List<Tensor> in = new ArrayList<>();
        loop.body().inputs().forEach(input -> in.add(trace.input(input.name(), input.type())));
        List<Tensor> out = new ArrayList<>(loop.body().on(in));
        out.addAll(in.subList(1, 1 + loop.carried()));
        return new Control.Loop(loop.count(), loop.carried(), loop.scanned(), loop.backward(), trace.close(out));
    }

    /// A loop cut into loops of loops.
    record Cut(Tape tape) implements LoopTape {
        @Override
        public List<Tensor> results() {
            return tape.results();
        }

        @Override
        public @Nullable Tensor[] pull(@Nullable Tensor[] results) {
            return tape.pull(results);
        }
    }

    /// A loop with the state at the start of each turn.
    final class Kept implements LoopTape {
        private final Control.Loop loop;
        private final List<Tensor> operands;
        private final boolean[] turn;
        private final List<Tensor> results;
        private final List<Tensor> states;

        Kept(Control.Loop loop, List<Tensor> operands, boolean[] turn, List<Tensor> results, List<Tensor> states) {
            this.loop = loop;
            this.operands = operands;
            this.turn = turn;
            this.results = results;
            this.states = states;
        }

        @Override
        public List<Tensor> results() {
            return results;
        }

        @Override
        public @Nullable Tensor[] pull(@Nullable Tensor[] bar) {
            int carried = loop.carried();
            int head = carried + loop.scanned();
            Trace trace = new Trace();
            Program body = loop.body();
            List<Tensor> turnBar = new ArrayList<>();
            List<Tensor> sums = new ArrayList<>();
            List<Tensor> start = new ArrayList<>();
            List<Tensor> scanned = new ArrayList<>(states);
            scanned.addAll(operands.subList(carried, head));
            Tensor number = trace.input("turn", Type.wholes());
            for (int c = 0; c < carried; c++) {
                if (turn[c + 1]) {
                    turnBar.add(trace.input("state" + c, body.type(c + 1)));
                    start.add(Tape.orZero(bar[c], operands.get(c)));
                }
            }
            for (int k = head; k < operands.size(); k++) {
                if (turn[k + 1]) {
                    sums.add(trace.input("constant" + k, body.type(k + 1)));
                    start.add(Tape.orZero(null, operands.get(k)));
                }
            }
            List<Tensor> in = new ArrayList<>(List.of(number));
            for (int i = 0; i < head; i++) {
                in.add(trace.input("kept" + i, body.type(i + 1)));
            }
            @Nullable Tensor[] out = new @Nullable Tensor[body.results()];
            int next = 0;
            for (int c = 0; c < carried; c++) {
                out[c] = turn[c + 1] ? turnBar.get(next++) : null;
            }
            for (int y = carried; y < out.length; y++) {
                Tensor rows = bar[y];
                if (rows != null) {
                    scanned.add(rows);
                    out[y] = trace.input("row" + y, body.type(body.output(y)));
                }
            }
            for (int k = head; k < operands.size(); k++) {
                in.add(trace.input("fixed" + k, body.type(k + 1)));
            }
            @Nullable Tensor[] parts = new Tape(body, in, turn).pull(out);
            List<Tensor> results = new ArrayList<>();
            for (int c = 0; c < carried; c++) {
                if (turn[c + 1]) {
                    results.add(Tape.orZero(parts[c + 1], in.get(c + 1)));
                }
            }
            next = 0;
            for (int k = head; k < operands.size(); k++) {
                if (turn[k + 1]) {
                    Tensor part = parts[k + 1];
                    Tensor sum = sums.get(next++);
                    results.add(part == null ? sum : sum.plus(part));
                }
            }
            for (int x = carried; x < head; x++) {
                if (turn[x + 1]) {
                    results.add(Tape.orZero(parts[x + 1], in.get(x + 1)));
                }
            }
            Program reverse = trace.close(results);
            List<Tensor> all = new ArrayList<>(start);
            all.addAll(scanned);
            all.addAll(operands.subList(head, operands.size()));
            List<Tensor> made = new Control.Loop(loop.count(), start.size(), scanned.size(), !loop.backward(), reverse)
                    .on(all.toArray(Tensor[]::new));
            return placed(made);
        }

        private @Nullable Tensor[] placed(List<Tensor> made) {
            int carried = loop.carried();
            int head = carried + loop.scanned();
            @Nullable Tensor[] back = new @Nullable Tensor[operands.size()];
            int next = 0;
            for (int c = 0; c < carried; c++) {
                back[c] = turn[c + 1] ? made.get(next++) : null;
            }
            for (int k = head; k < operands.size(); k++) {
                back[k] = turn[k + 1] ? made.get(next++) : null;
            }
            for (int x = carried; x < head; x++) {
                back[x] = turn[x + 1] ? made.get(next++) : null;
            }
            return back;
        }
    }
}
