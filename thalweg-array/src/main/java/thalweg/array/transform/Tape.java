package thalweg.array.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import thalweg.array.Control;
import thalweg.array.Misuse;
import thalweg.array.Place;
import thalweg.array.Program;
import thalweg.array.Source;
import thalweg.array.Step;
import thalweg.array.Tensor;
import thalweg.array.Trace;

/// A program that has run forward, its values kept, ready to be run in reverse: cotangents of results to cotangents of
/// inputs.
///
/// `xbar = (dy/dx)' ybar`, accumulated step by step from the last to the first (Griewank & Walther, *Evaluating
/// Derivatives*, 2008). On traced tensors both directions are recorded.
final class Tape {
    private final Program program;
    private final Tensor[] values;
    private final boolean[] active;
    private final Map<Integer, LoopTape> loops = new HashMap<>();

    Tape(Program program, List<Tensor> inputs, boolean[] activeInputs) {
        this.program = program;
        this.values = new Tensor[program.values()];
        this.active = Activity.of(program, activeInputs);
        for (int i = 0; i < inputs.size(); i++) {
            values[i] = inputs.get(i);
        }
        Trace trace = Trace.innermost(inputs);
        for (Step step : program.steps()) {
            List<Tensor> results = Place.during(step.place(), () -> forward(step, trace));
            for (int r = 0; r < results.size(); r++) {
                values[step.first() + r] = results.get(r);
            }
        }
    }

    List<Tensor> results() {
        List<Tensor> results = new ArrayList<>();
        for (int r = 0; r < program.results(); r++) {
            results.add(values[program.output(r)]);
        }
        return results;
    }

    private List<Tensor> forward(Step step, @Nullable Trace trace) {
        Tensor[] in = operands(step);
        return switch (step.op()) {
            case Source.Constant(Tensor value) -> List.of(trace == null ? value : trace.constant(value));
            case Control.Loop loop
            when anyActive(step) -> {
                LoopTape tape = LoopTape.of(loop, List.of(in), operandsActive(step));
                loops.put(step.first(), tape);
                yield tape.results();
            }
            default -> step.op().on(in);
        };
    }

    /// Cotangents of the inputs from cotangents of the results; null stands for zero on both sides.
    @Nullable
    Tensor[] pull(@Nullable Tensor[] cotangents) {
        @Nullable Tensor[] bar = new @Nullable Tensor[values.length];
        for (int r = 0; r < cotangents.length; r++) {
            add(bar, program.output(r), cotangents[r]);
        }
        for (int s = program.steps().size() - 1; s >= 0; s--) {
            Step step = program.steps().get(s);
            @Nullable
            Tensor[] results = Arrays.copyOfRange(
                    bar, step.first(), step.first() + step.types().size());
            if (anyActive(step) && Arrays.stream(results).anyMatch(Objects::nonNull)) {
                @Nullable Tensor[] parts = Place.during(step.place(), () -> reverse(step, results));
                for (int i = 0; i < parts.length; i++) {
                    add(bar, step.operand(i), parts[i]);
                }
            }
            Arrays.fill(bar, step.first(), step.first() + results.length, null);
        }
        return Arrays.copyOf(bar, program.inputs().size());
    }

    private void add(@Nullable Tensor[] bar, int value, @Nullable Tensor part) {
        if (part != null && active[value]) {
            Tensor before = bar[value];
            bar[value] = before == null ? part : before.plus(part);
        }
    }

    private @Nullable Tensor[] reverse(Step step, @Nullable Tensor[] bar) {
        Tensor[] in = operands(step);
        return switch (step.op()) {
            case Control.Loop _ ->
                Objects.requireNonNull(loops.get(step.first())).pull(bar);
            case Control.Branch branch -> branch(branch, in, operandsActive(step), bar);
            case Control.Custom custom -> {
                List<Tensor> all = new ArrayList<>(List.of(in));
                for (int r = 0; r < bar.length; r++) {
                    all.add(orZero(bar[r], values[step.first() + r]));
                }
                yield custom.pullback().on(all).toArray(Tensor[]::new);
            }
            case Control.While _ ->
                throw new Misuse(
                        "a derivative through while" + (step.place() == null ? "" : " at " + step.place()),
                        "a loop of a fixed number of turns",
                        "use Loops.times, or stop() its result");
            default -> {
                Tensor[] out = Arrays.copyOfRange(
                        values, step.first(), step.first() + step.types().size());
                boolean[] wanted = operandsActive(step);
                yield Pull.back(step.op(), in, out, wanted, bar);
            }
        };
    }

    private static @Nullable Tensor[] branch(
            Control.Branch branch, Tensor[] in, boolean[] wanted, @Nullable Tensor[] bar) {
        boolean[] inside = Arrays.copyOfRange(wanted, 1, wanted.length);
        boolean[] seeded = Differentiate.seeds(bar);
        List<Tensor> all = new ArrayList<>(List.of(in));
        for (Tensor seed : bar) {
            if (seed != null) {
                all.add(seed);
            }
        }
        List<Tensor> parts = new Control.Branch(
                        Differentiate.pullback(branch.then(), inside, seeded),
                        Differentiate.pullback(branch.otherwise(), inside, seeded))
                .on(all.toArray(Tensor[]::new));
        @Nullable Tensor[] back = new @Nullable Tensor[in.length];
        int next = 0;
        for (int i = 1; i < back.length; i++) {
            back[i] = wanted[i] ? parts.get(next++) : null;
        }
        return back;
    }

    static Tensor orZero(@Nullable Tensor value, Tensor like) {
        return value == null ? Matrices.zero(like) : value;
    }

    private Tensor[] operands(Step step) {
        Tensor[] in = new Tensor[step.arity()];
        for (int i = 0; i < in.length; i++) {
            in[i] = values[step.operand(i)];
        }
        return in;
    }

    private boolean[] operandsActive(Step step) {
        boolean[] which = new boolean[step.arity()];
        for (int i = 0; i < which.length; i++) {
            which[i] = active[step.operand(i)];
        }
        return which;
    }

    private boolean anyActive(Step step) {
        for (int i = 0; i < step.arity(); i++) {
            if (active[step.operand(i)]) {
                return true;
            }
        }
        return false;
    }
}
