package thalweg.array.run;

import java.util.List;
import thalweg.array.Control;
import thalweg.array.Program;
import thalweg.array.Type;

/// A loop whose body is a plan of its own, run turn after turn in one workspace.
///
/// @param body the number of the body's workspace in the frame
record LoopRun(Control.Loop loop, List<Ref> from, List<Ref> to, int body) implements Instruction {
    @Override
    public void run(Frame frame) {
        Workspace work = frame.children[body];
        Program program = loop.body();
        int carried = loop.carried();
        int head = carried + loop.scanned();
        for (int i = 0; i < from.size(); i++) {
            if (i < carried || i >= head) {
                load(frame, from.get(i), 0, work, i + 1, program.type(i + 1));
            }
        }
        for (int t = 0; t < loop.count(); t++) {
            int turn = loop.backward() ? loop.count() - 1 - t : t;
            work.inputWords(0)[0] = turn;
            for (int i = carried; i < head; i++) {
                load(frame, from.get(i), turn * count(program.type(i + 1)), work, i + 1, program.type(i + 1));
            }
            work.run();
            for (int r = carried; r < program.results(); r++) {
                Type type = program.type(program.output(r));
                store(work, r, frame, to.get(r), turn * count(type), type);
            }
            for (int c = 0; c < carried; c++) {
                Type type = program.type(c + 1);
                if (type.isReal()) {
                    System.arraycopy(work.resultReals(c), 0, work.inputReals(c + 1), 0, count(type));
                } else {
                    System.arraycopy(work.resultWords(c), 0, work.inputWords(c + 1), 0, count(type));
                }
            }
        }
        for (int c = 0; c < carried; c++) {
            Type type = program.type(c + 1);
            if (type.isReal()) {
                System.arraycopy(
                        work.inputReals(c + 1),
                        0,
                        to.get(c).reals(frame),
                        to.get(c).at(frame),
                        count(type));
            } else {
                System.arraycopy(
                        work.inputWords(c + 1),
                        0,
                        to.get(c).words(frame),
                        to.get(c).at(frame),
                        count(type));
            }
        }
    }

    private static int count(Type type) {
        return type.shape().count();
    }

    static void load(Frame frame, Ref ref, int offset, Workspace work, int input, Type type) {
        if (type.isReal()) {
            System.arraycopy(ref.reals(frame), ref.at(frame) + offset, work.inputReals(input), 0, count(type));
        } else {
            System.arraycopy(ref.words(frame), ref.at(frame) + offset, work.inputWords(input), 0, count(type));
        }
    }

    static void store(Workspace work, int result, Frame frame, Ref ref, int offset, Type type) {
        if (type.isReal()) {
            System.arraycopy(work.resultReals(result), 0, ref.reals(frame), ref.at(frame) + offset, count(type));
        } else {
            System.arraycopy(work.resultWords(result), 0, ref.words(frame), ref.at(frame) + offset, count(type));
        }
    }
}
