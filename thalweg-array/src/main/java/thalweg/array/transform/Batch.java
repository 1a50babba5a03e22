package thalweg.array.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Control;
import thalweg.array.Move;
import thalweg.array.Place;
import thalweg.array.Program;
import thalweg.array.Source;
import thalweg.array.Step;
import thalweg.array.Tensor;
import thalweg.array.Trace;
import thalweg.array.Type;

/// A program of one row as a program of many: `out_n = program(in_n)`, with the rows along a new leading axis.
public final class Batch {
    private Batch() {}

    /// Results, and which of them have the leading axis.
    static final class Mapped {
        private final List<Tensor> results;
        private final boolean[] mapped;

        Mapped(List<Tensor> results, boolean[] mapped) {
            this.results = results;
            this.mapped = mapped;
        }

        List<Tensor> results() {
            return results;
        }

        boolean[] mapped() {
            return mapped;
        }
    }

    /// The program in which the mapped inputs, and all results, have a leading axis of `n` rows.
    public static Program of(Program program, boolean[] mapped, int n) {
        boolean[] all = new boolean[program.results()];
        Arrays.fill(all, true);
        return of(program, mapped, all, n);
    }

    /// The program in which the mapped inputs and at least the wanted results have a leading axis of `n` rows.
    static Program of(Program program, boolean[] mapped, boolean[] wanted, int n) {
        Trace trace = new Trace();
        List<Tensor> in = inputs(trace, program, mapped, n);
        Mapped made = map(program, in, mapped, n);
        List<Tensor> results = new ArrayList<>();
        for (int r = 0; r < wanted.length; r++) {
            Tensor result = made.results().get(r);
            results.add(wanted[r] && !made.mapped()[r] ? result.expand(0, n) : result);
        }
        return trace.close(results);
    }

    /// Which results get the axis when these inputs have it.
    static boolean[] reach(Program program, boolean[] mapped, int n) {
        return map(program, inputs(new Trace(), program, mapped, n), mapped, n).mapped();
    }

    private static List<Tensor> inputs(Trace trace, Program program, boolean[] mapped, int n) {
        List<Tensor> in = new ArrayList<>();
        for (int i = 0; i < mapped.length; i++) {
            Type type = program.type(i);
            Type wide = mapped[i] ? type.with(type.shape().insert(0, n)) : type;
            in.add(trace.input(program.inputs().get(i).name(), wide));
        }
        return in;
    }

    static Mapped map(Program program, List<Tensor> inputs, boolean[] mappedInputs, int n) {
        Trace trace = Trace.innermost(inputs);
        Tensor[] values = new Tensor[program.values()];
        boolean[] mapped = new boolean[program.values()];
        for (int i = 0; i < mappedInputs.length; i++) {
            values[i] = inputs.get(i);
            mapped[i] = mappedInputs[i];
        }
        for (Step step : program.steps()) {
            Mapped made = Place.during(step.place(), () -> step(step, trace, values, mapped, n));
            for (int r = 0; r < step.types().size(); r++) {
                values[step.first() + r] = made.results().get(r);
                mapped[step.first() + r] = made.mapped()[r];
            }
        }
        List<Tensor> results = new ArrayList<>();
        boolean[] which = new boolean[program.results()];
        for (int r = 0; r < which.length; r++) {
            results.add(values[program.output(r)]);
            which[r] = mapped[program.output(r)];
        }
        return new Mapped(results, which);
    }

    private static Mapped step(Step step, @Nullable Trace trace, Tensor[] values, boolean[] mapped, int n) {
        if (step.op() instanceof Source.Constant(Tensor value)) {
            return new Mapped(List.of(trace == null ? value : trace.constant(value)), new boolean[1]);
        }
        Tensor[] in = new Tensor[step.arity()];
        boolean[] which = new boolean[in.length];
        boolean any = false;
        for (int i = 0; i < in.length; i++) {
            in[i] = values[step.operand(i)];
            which[i] = mapped[step.operand(i)];
            any |= which[i];
        }
        if (!any) {
            return new Mapped(step.op().on(in), new boolean[step.types().size()]);
        }
        return step.op() instanceof Control control
                ? BatchControl.map(control, in, which, n)
                : new Mapped(
                        BatchOp.map(step.op(), step.types(), in, which, n),
                        yes(step.types().size()));
    }

    static Tensor wide(Tensor x, boolean mapped, int n) {
        if (mapped) {
            return x;
        }
        Trace trace = Trace.innermost(List.of(x));
        return new Move.Expand(List.of(0), x.shape().insert(0, n)).of(trace == null ? x : trace.constant(x));
    }

    static boolean[] yes(int n) {
        boolean[] all = new boolean[n];
        Arrays.fill(all, true);
        return all;
    }
}
