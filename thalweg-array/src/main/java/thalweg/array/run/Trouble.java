package thalweg.array.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thalweg.array.Program;
import thalweg.array.Source;
import thalweg.array.Step;
import thalweg.array.Tensor;

/// The first step of a program that makes a NaN out of numbers, found by running it again, step by step.
///
/// @param step which step of the listing
/// @param value the number of its first NaN result
/// @param text the operation and the user's line
public record Trouble(Step step, int value, String text) {
    /// Looks for it; empty if every NaN was already among the arguments, or there is none.
    public static Optional<Trouble> find(Program program, List<Tensor> arguments) {
        Tensor[] values = new Tensor[program.values()];
        for (int i = 0; i < arguments.size(); i++) {
            values[i] = arguments.get(i);
        }
        for (Step step : program.steps()) {
            List<Tensor> in = new ArrayList<>();
            boolean sick = false;
            for (int operand : step.operands()) {
                in.add(values[operand]);
                sick |= hasNan(values[operand]);
            }
            List<Tensor> out = step.op() instanceof Source.Constant(Tensor value)
                    ? List.of(value)
                    : step.op().on(in.toArray(Tensor[]::new));
            for (int r = 0; r < out.size(); r++) {
                values[step.first() + r] = out.get(r);
                if (!sick && hasNan(out.get(r))) {
                    String place = step.place() == null ? "" : " at " + step.place();
                    String text = "NaN from %" + (step.first() + r) + " = " + step.op() + place;
                    return Optional.of(new Trouble(step, step.first() + r, text));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean hasNan(Tensor x) {
        if (x.type().isReal()) {
            for (double number : x.reals()) {
                if (Double.isNaN(number)) {
                    return true;
                }
            }
        }
        return false;
    }
}
