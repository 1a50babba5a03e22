package thalweg.array.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.array.Control;
import thalweg.array.Program;
import thalweg.array.Tensor;
import thalweg.array.Trace;

/// Loops, branches and custom functions with a leading axis on some of their operands.
final class BatchControl {
    private BatchControl() {}

    static Batch.Mapped map(Control op, Tensor[] in, boolean[] which, int n) {
        return switch (op) {
            case Control.Loop loop -> loop(loop, in, which, n);
            case Control.While loop -> whilst(loop, in, which, n);
            case Control.Branch(Program then, Program otherwise) -> branch(then, otherwise, in, which, n);
            case Control.Custom custom -> {
                Tensor[] wide = new Tensor[in.length];
                for (int i = 0; i < in.length; i++) {
                    wide[i] = Batch.wide(in[i], which[i], n);
                }
                Control all = new Control.Custom(
                        custom.name(), full(custom.plain(), n), full(custom.value(), n), full(custom.pullback(), n));
                yield new Batch.Mapped(all.on(wide), Batch.yes(custom.plain().results()));
            }
        };
    }

    private static Program full(Program program, int n) {
        return Batch.of(program, Batch.yes(program.inputs().size()), n);
    }

    private static Batch.Mapped loop(Control.Loop loop, Tensor[] in, boolean[] which, int n) {
        int carried = loop.carried();
        int head = carried + loop.scanned();
        boolean[] turn = new boolean[which.length + 1];
        System.arraycopy(which, 0, turn, 1, which.length);
        boolean[] results = grow(loop.body(), turn, 1, carried, n);
        boolean[] wanted = results.clone();
        System.arraycopy(turn, 1, wanted, 0, carried);
        Tensor[] wide = in.clone();
        for (int c = 0; c < carried; c++) {
            wide[c] = turn[c + 1] && !which[c] ? Batch.wide(in[c], false, n) : in[c];
        }
        for (int x = carried; x < head; x++) {
            wide[x] = which[x] ? swap(in[x]) : in[x];
        }
        List<Tensor> made = new ArrayList<>(new Control.Loop(
                        loop.count(), carried, loop.scanned(), loop.backward(), Batch.of(loop.body(), turn, wanted, n))
                .on(wide));
        for (int y = carried; y < made.size(); y++) {
            made.set(y, wanted[y] ? swap(made.get(y)) : made.get(y));
        }
        return new Batch.Mapped(made, wanted);
    }

    /// Marks states as mapped until one turn marks no further one; the marks of the results.
    private static boolean[] grow(Program body, boolean[] turn, int first, int carried, int n) {
        while (true) {
            boolean[] results = Batch.reach(body, turn, n);
            boolean changed = false;
            for (int c = 0; c < carried; c++) {
                changed |= results[c] && !turn[first + c];
                turn[first + c] |= results[c];
            }
            if (!changed) {
                return results;
            }
        }
    }

    private static Tensor swap(Tensor x) {
        int[] order = new int[x.rank()];
        Arrays.setAll(order, a -> a < 2 ? 1 - a : a);
        return x.permute(order);
    }

    /// Turns as long as a row wants one; a row that is done keeps its state.
    private static Batch.Mapped whilst(Control.While loop, Tensor[] in, boolean[] which, int n) {
        int carried = loop.carried();
        boolean[] turn = which.clone();
        grow(loop.body(), turn, 0, carried, n);
        boolean rows = Batch.reach(loop.condition(), turn, n)[0];
        if (rows) {
            Arrays.fill(turn, 0, carried, true);
        }
        boolean[] states = Arrays.copyOf(turn, carried);
        Tensor[] wide = in.clone();
        for (int c = 0; c < carried; c++) {
            wide[c] = turn[c] && !which[c] ? Batch.wide(in[c], false, n) : in[c];
        }
        Program condition = Batch.of(loop.condition(), turn, new boolean[] {rows}, n);
        Program body = Batch.of(loop.body(), turn, states, n);
        if (!rows) {
            return new Batch.Mapped(new Control.While(carried, condition, body).on(wide), states);
        }
        Trace any = new Trace();
        List<Tensor> anyIn = Differentiate.inputs(any, condition);
        Tensor open = condition.on(anyIn).get(0);
        Tensor wanted =
                (open.type().isReal() ? open : open.same(Tensor.whole(0)).neg().plus(1)).abs();
        Program some = any.close(List.of(wanted.greatest()));
        Trace trace = new Trace();
        List<Tensor> bodyIn = Differentiate.inputs(trace, body);
        Tensor still = condition.on(bodyIn).get(0);
        List<Tensor> next = body.on(bodyIn);
        List<Tensor> kept = new ArrayList<>();
        for (int c = 0; c < carried; c++) {
            kept.add(choose(still, next.get(c), bodyIn.get(c)));
        }
        return new Batch.Mapped(new Control.While(carried, some, trace.close(kept)).on(wide), states);
    }

    private static Batch.Mapped branch(Program then, Program otherwise, Tensor[] in, boolean[] which, int n) {
        boolean[] inside = Arrays.copyOfRange(which, 1, which.length);
        if (!which[0]) {
            boolean[] wanted = Batch.reach(then, inside, n);
            boolean[] other = Batch.reach(otherwise, inside, n);
            for (int r = 0; r < wanted.length; r++) {
                wanted[r] |= other[r];
            }
            Control both =
                    new Control.Branch(Batch.of(then, inside, wanted, n), Batch.of(otherwise, inside, wanted, n));
            return new Batch.Mapped(both.on(in), wanted);
        }
        List<Tensor> rest = List.of(in).subList(1, in.length);
        List<Tensor> yes = Batch.of(then, inside, n).on(rest);
        List<Tensor> no = Batch.of(otherwise, inside, n).on(rest);
        List<Tensor> chosen = new ArrayList<>();
        for (int r = 0; r < yes.size(); r++) {
            chosen.add(choose(in[0], yes.get(r), no.get(r)));
        }
        return new Batch.Mapped(chosen, Batch.yes(chosen.size()));
    }

    /// One of two for each row.
    private static Tensor choose(Tensor rows, Tensor yes, Tensor no) {
        Tensor wide = rows;
        for (int a = 1; a < yes.rank(); a++) {
            wide = wide.expand(-1, yes.size(a));
        }
        return wide.select(yes, no);
    }
}
