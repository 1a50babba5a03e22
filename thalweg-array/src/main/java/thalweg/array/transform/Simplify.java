package thalweg.array.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Control;
import thalweg.array.Identity;
import thalweg.array.Kind;
import thalweg.array.Move;
import thalweg.array.Op;
import thalweg.array.Place;
import thalweg.array.Program;
import thalweg.array.Source;
import thalweg.array.Step;
import thalweg.array.Tensor;
import thalweg.array.Trace;

/// A program with the same results and less work: equal steps once, dead steps gone, neutral steps left out.
///
/// Of constants it looks only at -1, 0, 1/2, 1 and 2, so programs that differ in other literals keep one structure.
/// Rewrites change results by rounding at most, and leave NaN and infinity where they were.
public final class Simplify {
    private final Trace trace = new Trace();
    private final boolean run;
    private final Map<Made, List<Tensor>> known;
    private final Map<Tensor, Made> makers;
    private final Map<Long, Tensor> scalars = new HashMap<>();
    private final Map<Program, Program> bodies = new HashMap<>();

    private Simplify(boolean run, Program program) {
        this.run = run;
        this.known = HashMap.newHashMap(program.steps().size());
        this.makers = HashMap.newHashMap(program.steps().size());
    }

    /// A step of the program under construction: an operation and its operands, which are compared by identity.
    record Made(Op op, List<Tensor> operands) {}

    /// The simplified program, which can still be differentiated.
    public static Program of(Program program) {
        return new Simplify(false, program).rewrite(program);
    }

    /// The simplified program for an executor: without stops, and with the values of custom functions in place.
    public static Program forRun(Program program) {
        return new Simplify(true, program).rewrite(program);
    }

    private Program rewrite(Program program) {
        List<Tensor> in = Differentiate.inputs(trace, program);
        return trace.close(replay(program, in));
    }

    private List<Tensor> replay(Program program, List<Tensor> in) {
        Tensor[] values = new Tensor[program.values()];
        for (int i = 0; i < in.size(); i++) {
            values[i] = in.get(i);
        }
        for (Step step : program.steps()) {
            Tensor[] operands = new Tensor[step.arity()];
            for (int i = 0; i < operands.length; i++) {
                operands[i] = values[step.operand(i)];
            }
            List<Tensor> results = Place.during(step.place(), () -> all(step.op(), operands));
            for (int r = 0; r < results.size(); r++) {
                values[step.first() + r] = results.get(r);
            }
        }
        List<Tensor> results = new ArrayList<>();
        for (int r = 0; r < program.results(); r++) {
            results.add(values[program.output(r)]);
        }
        return results;
    }

    private List<Tensor> all(Op op, Tensor[] in) {
        return switch (op) {
            case Source.Constant(Tensor value) -> List.of(constant(value));
            case Identity.Alias _ -> List.of(in);
            case Identity.Stop _ when run -> List.of(in);
            case Control.Custom custom when run -> replay(custom.value(), List.of(in));
            case Control control -> record(inside(control), in);
            default -> {
                Tensor rewritten = Rules.apply(this, op, in);
                yield rewritten == null ? record(op, in) : List.of(rewritten);
            }
        };
    }

    /// The result of an operation, by a rewrite if one applies.
    Tensor emit(Op op, Tensor... in) {
        return all(op, in).get(0);
    }

    /// What made a value; null for inputs and constants.
    @Nullable
    Made maker(Tensor value) {
        return makers.get(value);
    }

    Tensor scalar(double value) {
        return constant(Tensor.of(value));
    }

    /// The number that all elements are, if it is one of -1, 0, 1/2, 1, 2; else NaN.
    double uniform(Tensor value) {
        Tensor at = value;
        Made made = maker(at);
        while (made != null) {
            if (made.op() instanceof Source.Constant(Tensor concrete)) {
                double number = concrete.kind() == Kind.F64 && concrete.rank() == 0 ? concrete.value() : Double.NaN;
                return number == 0 || number == 1 || number == -1 || number == 0.5 || number == 2 ? number : Double.NaN;
            }
            if (!(made.op() instanceof Move.Expand || made.op() instanceof Move.Reshape)) {
                return Double.NaN;
            }
            at = made.operands().get(0);
            made = maker(at);
        }
        return Double.NaN;
    }

    private Tensor constant(Tensor value) {
        boolean scalar = value.rank() == 0 && value.kind() == Kind.F64;
        if (scalar) {
            Tensor before = scalars.get(Double.doubleToRawLongBits(value.value()));
            if (before != null) {
                return before;
            }
        }
        Tensor made = trace.constant(value);
        makers.put(made, new Made(new Source.Constant(value), List.of()));
        if (scalar) {
            scalars.put(Double.doubleToRawLongBits(value.value()), made);
        }
        return made;
    }

    private List<Tensor> record(Op op, Tensor[] in) {
        Made made = new Made(op, Arrays.asList(in));
        List<Tensor> before = known.get(made);
        if (before != null) {
            return before;
        }
        List<Tensor> results = op.on(in);
        known.put(made, results);
        if (results.size() == 1) {
            makers.put(results.get(0), made);
        }
        return results;
    }

    private Control inside(Control op) {
        return switch (op) {
            case Control.Loop loop ->
                new Control.Loop(loop.count(), loop.carried(), loop.scanned(), loop.backward(), body(loop.body()));
            case Control.While loop -> new Control.While(loop.carried(), body(loop.condition()), body(loop.body()));
            case Control.Branch(Program then, Program otherwise) -> new Control.Branch(body(then), body(otherwise));
            case Control.Custom custom ->
                new Control.Custom(custom.name(), body(custom.plain()), body(custom.value()), body(custom.pullback()));
        };
    }

    private Program body(Program program) {
        return bodies.computeIfAbsent(program, p -> new Simplify(run, p).rewrite(p));
    }
}
