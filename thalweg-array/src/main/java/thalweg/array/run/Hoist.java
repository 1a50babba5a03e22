package thalweg.array.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.array.Control;
import thalweg.array.Kind;
import thalweg.array.Place;
import thalweg.array.Program;
import thalweg.array.Source;
import thalweg.array.Step;
import thalweg.array.Tensor;
import thalweg.array.Trace;

/// A program whose loops take the arrays in their bodies from outside: then they are slots of the program as other
/// constants are, and a turn reads them where they lie.
final class Hoist {
    private Hoist() {}

    static Program of(Program program) {
        boolean loops = program.steps().stream().anyMatch(step -> step.op() instanceof Control.Loop);
        if (!loops) {
            return program;
        }
        Trace trace = new Trace();
        Map<Tensor, Tensor> constants = new LinkedHashMap<>();
        Tensor[] values = new Tensor[program.values()];
        for (int i = 0; i < program.inputs().size(); i++) {
            values[i] = trace.input(program.inputs().get(i).name(), program.type(i));
        }
        for (Step step : program.steps()) {
            List<Tensor> in = new ArrayList<>();
            for (int operand : step.operands()) {
                in.add(values[operand]);
            }
            List<Tensor> out = Place.during(step.place(), () -> switch (step.op()) {
                case Source.Constant(Tensor value) -> List.of(constants.computeIfAbsent(value, trace::constant));
                case Control.Loop loop -> {
                    Body body = Body.of(loop.body());
                    body.arrays.forEach(array -> in.add(constants.computeIfAbsent(array, trace::constant)));
                    yield new Control.Loop(loop.count(), loop.carried(), loop.scanned(), loop.backward(), body.program)
                            .on(in.toArray(Tensor[]::new));
                }
                default -> step.op().on(in.toArray(Tensor[]::new));
            });
            for (int r = 0; r < out.size(); r++) {
                values[step.first() + r] = out.get(r);
            }
        }
        return close(trace, program, values);
    }

    private static Program close(Trace trace, Program program, Tensor[] values) {
        List<Tensor> results = new ArrayList<>();
        for (int r = 0; r < program.results(); r++) {
            results.add(values[program.output(r)]);
        }
        return trace.close(results);
    }

    /// A body whose arrays are further inputs.
    private record Body(Program program, List<Tensor> arrays) {
        static Body of(Program plain) {
            Program body = Hoist.of(plain);
            Trace trace = new Trace();
            Map<Tensor, Tensor> arrays = new LinkedHashMap<>();
            Tensor[] values = new Tensor[body.values()];
            for (int i = 0; i < body.inputs().size(); i++) {
                values[i] = trace.input("x" + i, body.type(i));
            }
            for (Step step : body.steps()) {
                if (step.op() instanceof Source.Constant(Tensor value) && isArray(value)) {
                    values[step.first()] =
                            arrays.computeIfAbsent(value, v -> trace.input("array" + arrays.size(), v.type()));
                }
            }
            if (arrays.isEmpty()) {
                return new Body(body, List.of());
            }
            for (Step step : body.steps()) {
                if (step.op() instanceof Source.Constant(Tensor value)) {
                    values[step.first()] = isArray(value) ? values[step.first()] : trace.constant(value);
                    continue;
                }
                Tensor[] in = new Tensor[step.arity()];
                for (int i = 0; i < in.length; i++) {
                    in[i] = values[step.operand(i)];
                }
                List<Tensor> out = Place.during(step.place(), () -> step.op().on(in));
                for (int r = 0; r < out.size(); r++) {
                    values[step.first() + r] = out.get(r);
                }
            }
            return new Body(close(trace, body, values), List.copyOf(arrays.keySet()));
        }

        private static boolean isArray(Tensor value) {
            return value.kind() == Kind.F64 && value.count() > 1;
        }
    }
}
