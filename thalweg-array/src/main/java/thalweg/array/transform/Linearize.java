package thalweg.array.transform;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Control;
import thalweg.array.Misuse;
import thalweg.array.Place;
import thalweg.array.Program;
import thalweg.array.Source;
import thalweg.array.Step;
import thalweg.array.Tensor;
import thalweg.array.Trace;

/// The forward derivative of a program: `(x, dx) -> (y, (dy/dx) dx)`, step by step beside the values.
public final class Linearize {
    private Linearize() {}

    /// Results and their tangents; null stands for zero.
    static final class Pushed {
        private final List<Tensor> results;
        private final @Nullable Tensor[] tangents;

        Pushed(List<Tensor> results, @Nullable Tensor[] tangents) {
            this.results = results;
            this.tangents = tangents;
        }

        List<Tensor> results() {
            return results;
        }

        @Nullable
        Tensor[] tangents() {
            return tangents;
        }
    }

    /// The program from inputs and tangents of the wanted inputs to results and tangents of all F64 results.
    public static Program pushforward(Program program, boolean[] wanted) {
        Trace trace = new Trace();
        List<Tensor> in = Differentiate.inputs(trace, program);
        @Nullable Tensor[] tangents = new @Nullable Tensor[in.size()];
        for (int i = 0; i < tangents.length; i++) {
            tangents[i] = wanted[i] ? trace.input("tangent" + i, in.get(i).type()) : null;
        }
        Pushed pushed = push(program, in, tangents);
        List<Tensor> results = new ArrayList<>(pushed.results());
        for (int r = 0; r < program.results(); r++) {
            if (results.get(r).type().isReal()) {
                results.add(Tape.orZero(pushed.tangents()[r], results.get(r)));
            }
        }
        return trace.close(results);
    }

    static Pushed push(Program program, List<Tensor> inputs, @Nullable Tensor[] tangents) {
        Trace trace = Trace.innermost(inputs);
        Tensor[] values = new Tensor[program.values()];
        @Nullable Tensor[] dots = new @Nullable Tensor[program.values()];
        for (int i = 0; i < inputs.size(); i++) {
            values[i] = inputs.get(i);
            dots[i] = tangents[i];
        }
        for (Step step : program.steps()) {
            Pushed pushed = Place.during(step.place(), () -> step(step, trace, values, dots));
            for (int r = 0; r < step.types().size(); r++) {
                values[step.first() + r] = pushed.results().get(r);
                dots[step.first() + r] = pushed.tangents()[r];
            }
        }
        List<Tensor> results = new ArrayList<>();
        @Nullable Tensor[] out = new @Nullable Tensor[program.results()];
        for (int r = 0; r < out.length; r++) {
            results.add(values[program.output(r)]);
            out[r] = dots[program.output(r)];
        }
        return new Pushed(results, out);
    }

    private static Pushed step(Step step, @Nullable Trace trace, Tensor[] values, @Nullable Tensor[] dots) {
        int results = step.types().size();
        if (step.op() instanceof Source.Constant(Tensor value)) {
            return new Pushed(List.of(trace == null ? value : trace.constant(value)), new @Nullable Tensor[1]);
        }
        Tensor[] in = new Tensor[step.arity()];
        @Nullable Tensor[] dot = new @Nullable Tensor[in.length];
        boolean any = false;
        for (int i = 0; i < in.length; i++) {
            in[i] = values[step.operand(i)];
            dot[i] = dots[step.operand(i)];
            any |= dot[i] != null;
        }
        if (!any) {
            return new Pushed(step.op().on(in), new @Nullable Tensor[results]);
        }
        return switch (step.op()) {
            case Control.Custom custom -> push(custom.plain(), List.of(in), dot);
            case Control.Branch branch -> branch(branch, in, dot);
            case Control.Loop loop -> LinearizeLoop.push(loop, in, dot);
            case Control.While _ ->
                throw new Misuse(
                        "a derivative through while" + (step.place() == null ? "" : " at " + step.place()),
                        "a loop of a fixed number of turns",
                        "use Loops.times, or stop() its result");
            default -> {
                List<Tensor> out = step.op().on(in);
                yield new Pushed(out, Push.forward(step.op(), in, out.toArray(Tensor[]::new), dot));
            }
        };
    }

    private static Pushed branch(Control.Branch branch, Tensor[] in, @Nullable Tensor[] dot) {
        boolean[] wanted = new boolean[in.length - 1];
        List<Tensor> all = new ArrayList<>(List.of(in));
        for (int i = 1; i < in.length; i++) {
            Tensor tangent = dot[i];
            wanted[i - 1] = tangent != null;
            if (tangent != null) {
                all.add(tangent);
            }
        }
        List<Tensor> made = new Control.Branch(
                        pushforward(branch.then(), wanted), pushforward(branch.otherwise(), wanted))
                .on(all.toArray(Tensor[]::new));
        int results = branch.then().results();
        @Nullable Tensor[] tangents = new @Nullable Tensor[results];
        int next = results;
        for (int r = 0; r < results; r++) {
            tangents[r] = made.get(r).type().isReal() ? made.get(next++) : null;
        }
        return new Pushed(made.subList(0, results), tangents);
    }
}
