package thalweg.array.transform;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Control;
import thalweg.array.Tensor;
import thalweg.array.Trace;

/// The forward derivative of a loop: a loop that carries tangents beside states.
final class LinearizeLoop {
    private LinearizeLoop() {}

    static Linearize.Pushed push(Control.Loop loop, Tensor[] in, @Nullable Tensor[] dot) {
        boolean[] active = new boolean[in.length];
        for (int i = 0; i < in.length; i++) {
            active[i] = dot[i] != null;
        }
        boolean[] turn = Activity.turn(loop, active);
        int carried = loop.carried();
        int head = carried + loop.scanned();
        Trace trace = new Trace();
        List<Tensor> turnIn = new ArrayList<>();
        @Nullable Tensor[] turnDot = new @Nullable Tensor[in.length + 1];
        turnIn.add(trace.input("turn", loop.body().type(0)));
        List<Tensor> operands = new ArrayList<>();
        int[] counts = new int[3];
        int[] ends = {carried, head, in.length};
        int from = 0;
        for (int group = 0; group < 3; group++) {
            for (int i = from; i < ends[group]; i++) {
                turnIn.add(trace.input("x" + i, loop.body().type(i + 1)));
                operands.add(in[i]);
                counts[group]++;
            }
            for (int i = from; i < ends[group]; i++) {
                if (turn[i + 1]) {
                    turnDot[i + 1] = trace.input("dx" + i, loop.body().type(i + 1));
                    operands.add(Tape.orZero(dot[i], in[i]));
                    counts[group]++;
                }
            }
            from = ends[group];
        }
        Linearize.Pushed out = Linearize.push(loop.body(), turnIn, turnDot);
        List<Tensor> results = new ArrayList<>(out.results().subList(0, carried));
        for (int c = 0; c < carried; c++) {
            if (turn[c + 1]) {
                results.add(Tape.orZero(out.tangents()[c], out.results().get(c)));
            }
        }
        int rows = out.results().size();
        results.addAll(out.results().subList(carried, rows));
        for (int y = carried; y < rows; y++) {
            Tensor tangent = out.tangents()[y];
            if (tangent != null) {
                results.add(tangent);
            }
        }
        List<Tensor> made = new Control.Loop(loop.count(), counts[0], counts[1], loop.backward(), trace.close(results))
                .on(operands.toArray(Tensor[]::new));
        return sorted(made, carried, turn, out);
    }

    private static Linearize.Pushed sorted(List<Tensor> made, int carried, boolean[] turn, Linearize.Pushed out) {
        int rows = out.results().size();
        List<Tensor> values = new ArrayList<>(made.subList(0, carried));
        @Nullable Tensor[] tangents = new @Nullable Tensor[rows];
        int next = carried;
        for (int c = 0; c < carried; c++) {
            tangents[c] = turn[c + 1] ? made.get(next++) : null;
        }
        values.addAll(made.subList(next, next + rows - carried));
        next += rows - carried;
        for (int y = carried; y < rows; y++) {
            tangents[y] = out.tangents()[y] == null ? null : made.get(next++);
        }
        return new Linearize.Pushed(values, tangents);
    }
}
