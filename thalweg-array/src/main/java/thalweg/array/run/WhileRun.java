package thalweg.array.run;

import java.util.List;
import thalweg.array.Control;
import thalweg.array.Type;

/// Turns of a body that is a plan of its own, as long as another plan says so.
///
/// @param condition the number of the condition's workspace in the frame
/// @param body that of the body's
record WhileRun(Control.While loop, List<Ref> from, List<Ref> to, int condition, int body) implements Instruction {
    @Override
    public void run(Frame frame) {
        Workspace test = frame.children[condition];
        Workspace turn = frame.children[body];
        for (int i = 0; i < from.size(); i++) {
            Type type = loop.body().type(i);
            LoopRun.load(frame, from.get(i), 0, test, i, type);
            LoopRun.load(frame, from.get(i), 0, turn, i, type);
        }
        boolean real = loop.condition().type(loop.condition().output(0)).isReal();
        test.run();
        while (real ? test.resultReals(0)[0] != 0 : test.resultWords(0)[0] != 0) {
            turn.run();
            for (int c = 0; c < loop.carried(); c++) {
                int count = loop.body().type(c).shape().count();
                if (loop.body().type(c).isReal()) {
                    System.arraycopy(turn.resultReals(c), 0, turn.inputReals(c), 0, count);
                    System.arraycopy(turn.resultReals(c), 0, test.inputReals(c), 0, count);
                } else {
                    System.arraycopy(turn.resultWords(c), 0, turn.inputWords(c), 0, count);
                    System.arraycopy(turn.resultWords(c), 0, test.inputWords(c), 0, count);
                }
            }
            test.run();
        }
        for (int c = 0; c < loop.carried(); c++) {
            Type type = loop.body().type(c);
            int count = type.shape().count();
            Ref place = to.get(c);
            if (type.isReal()) {
                System.arraycopy(turn.inputReals(c), 0, place.reals(frame), place.at(frame), count);
            } else {
                System.arraycopy(turn.inputWords(c), 0, place.words(frame), place.at(frame), count);
            }
        }
    }
}
