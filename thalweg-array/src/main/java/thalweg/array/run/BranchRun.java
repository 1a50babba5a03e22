package thalweg.array.run;

import java.util.List;
import thalweg.array.Control;
import thalweg.array.Program;

/// One of two bodies that are plans of their own.
///
/// @param word whether the choice is an I64
/// @param then the number of the first body's workspace in the frame
/// @param otherwise that of the second's
record BranchRun(Control.Branch op, boolean word, Ref choice, List<Ref> from, List<Ref> to, int then, int otherwise)
        implements Instruction {
    @Override
    public void run(Frame frame) {
        boolean holds = word ? choice.words(frame)[0] != 0 : choice.reals(frame)[0] != 0;
        Program program = holds ? op.then() : op.otherwise();
        Workspace work = frame.children[holds ? then : otherwise];
        for (int i = 0; i < from.size(); i++) {
            LoopRun.load(frame, from.get(i), 0, work, i, program.type(i));
        }
        work.run();
        for (int r = 0; r < to.size(); r++) {
            LoopRun.store(work, r, frame, to.get(r), 0, program.type(program.output(r)));
        }
    }
}
