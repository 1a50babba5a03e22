package thalweg.array.transform;

import thalweg.array.Control;
import thalweg.array.Identity;
import thalweg.array.Program;
import thalweg.array.Step;

/// Which values of a program depend, through floating point, on some of its inputs.
final class Activity {
    private Activity() {}

    static boolean[] of(Program program, boolean[] inputs) {
        boolean[] active = new boolean[program.values()];
        for (int i = 0; i < inputs.length; i++) {
            active[i] = inputs[i] && program.type(i).isReal();
        }
        for (Step step : program.steps()) {
            boolean any = false;
            for (int i = 0; i < step.arity(); i++) {
                any |= active[step.operand(i)];
            }
            if (any && !(step.op() instanceof Identity.Stop)) {
                for (int r = 0; r < step.types().size(); r++) {
                    active[step.first() + r] = step.types().get(r).isReal();
                }
            }
        }
        return active;
    }

    /// Which results are active.
    static boolean[] results(Program program, boolean[] inputs) {
        boolean[] active = of(program, inputs);
        boolean[] results = new boolean[program.results()];
        for (int r = 0; r < results.length; r++) {
            results[r] = active[program.output(r)];
        }
        return results;
    }

    /// The operands of a loop as inputs of one turn, active where a turn makes them so.
    ///
    /// @param operands which operands of the loop are active
    static boolean[] turn(Control.Loop loop, boolean[] operands) {
        boolean[] turn = new boolean[operands.length + 1];
        System.arraycopy(operands, 0, turn, 1, operands.length);
        boolean changed = true;
        while (changed) {
            changed = false;
            boolean[] results = results(loop.body(), turn);
            for (int c = 0; c < loop.carried(); c++) {
                changed |= results[c] && !turn[c + 1];
                turn[c + 1] |= results[c];
            }
        }
        return turn;
    }
}
