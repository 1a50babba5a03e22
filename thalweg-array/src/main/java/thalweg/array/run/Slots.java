package thalweg.array.run;

import java.util.ArrayList;
import java.util.List;
import thalweg.array.Kind;
import thalweg.array.Place;
import thalweg.array.Program;
import thalweg.array.Source;
import thalweg.array.Step;
import thalweg.array.Tensor;
import thalweg.array.Trace;

/// A program whose constants have become inputs behind the declared ones, so that programs which differ in numbers
/// only are one program.
record Slots(Program program, List<Tensor> constants) {
    static Slots of(Program program) {
        Trace trace = new Trace();
        Tensor[] values = new Tensor[program.values()];
        for (int i = 0; i < program.inputs().size(); i++) {
            values[i] = trace.input("x" + i, program.type(i));
        }
        List<Tensor> constants = new ArrayList<>();
        for (Step step : program.steps()) {
            if (step.op() instanceof Source.Constant(Tensor value) && value.kind() == Kind.F64) {
                values[step.first()] = trace.input("slot" + constants.size(), value.type());
                constants.add(value);
            }
        }
        for (Step step : program.steps()) {
            if (step.op() instanceof Source.Constant(Tensor value)) {
                values[step.first()] = value.kind() == Kind.F64 ? values[step.first()] : trace.constant(value);
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
        List<Tensor> results = new ArrayList<>();
        for (int r = 0; r < program.results(); r++) {
            results.add(values[program.output(r)]);
        }
        return new Slots(trace.close(results), List.copyOf(constants));
    }
}
