package thalweg.array.run;

import java.util.ArrayList;
import java.util.List;
import thalweg.array.Step;

/// Steps that run together: on all rows at once, or tile after tile.
///
/// @param n the number of rows that are cut into tiles, 0 where nothing is cut
/// @param drafts pieces of work in order
record Section(int n, List<Draft> drafts) {
    /// A piece of work.
    ///
    /// @param partial whether its result is folded over rows
    record Draft(Kind kind, List<Step> steps, boolean partial) {
        enum Kind {
            /// One step with an instruction of its own.
            SINGLE,
            /// Pointwise steps, run block after block.
            FUSED,
            /// Steps on tiny tensors, compiled to bytecode.
            STRAIGHT
        }

        static Draft of(Kind kind, Step step, boolean partial) {
            List<Step> steps = new ArrayList<>();
            steps.add(step);
            return new Draft(kind, steps, partial);
        }
    }
}
