package thalweg.array.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Move;
import thalweg.array.Program;
import thalweg.array.Shape;
import thalweg.array.Step;

/// Repetitions that fused steps read without storing them.
///
/// @param reading how the operand is spread
/// @param period numbers before it comes again, or times each number is repeated
record Spread(Fused.Reading reading, int period) {
    /// The pattern of a repetition; null if it has to be stored.
    static @Nullable Spread of(Move.Expand op, Shape in) {
        if (in.count() == 1) {
            return new Spread(Fused.Reading.SCALAR, 1);
        }
        List<Integer> axes = op.axes();
        int rank = op.to().rank();
        int k = axes.size();
        boolean leading = true;
        boolean trailing = true;
        for (int a = 0; a < k; a++) {
            leading &= axes.contains(a);
            trailing &= axes.contains(rank - 1 - a);
        }
        if (leading) {
            return new Spread(Fused.Reading.PERIODIC, in.count());
        }
        return trailing
                ? new Spread(
                        Fused.Reading.REPEATED, op.to().part(rank - k, rank).count())
                : null;
    }

    /// Which values need not be stored: repetitions of a simple pattern that only fused steps read.
    static boolean[] virtual(Program program) {
        boolean[] virtual = new boolean[program.values()];
        for (Step step : program.steps()) {
            if (step.op() instanceof Move.Expand expand && step.type().isReal()) {
                virtual[step.first()] = of(expand, program.type(step.operand(0)).shape()) != null;
            }
        }
        for (Step step : program.steps()) {
            if (!Schedule.fusible(program, step)) {
                for (int operand : step.operands()) {
                    virtual[operand] = false;
                }
            }
        }
        for (int r = 0; r < program.results(); r++) {
            virtual[program.output(r)] = false;
        }
        return virtual;
    }
}
