package thalweg.array.transform;

import java.util.ArrayList;
import java.util.List;
import thalweg.array.Control;
import thalweg.array.Move;
import thalweg.array.Program;
import thalweg.array.Tensor;
import thalweg.array.Trace;
import thalweg.array.Type;

/// A loop of `n` turns as `q` loops of `k` turns and a rest, with `k` the whole part of `sqrt(n)`.
final class Checkpoint {
    private Checkpoint() {}

    static Program cut(Control.Loop loop, List<Type> types) {
        int k = (int) Math.sqrt(loop.count());
        int q = loop.count() / k;
        int rest = loop.count() - q * k;
        Trace trace = new Trace();
        List<Tensor> in = new ArrayList<>();
        types.forEach(type -> in.add(trace.input("x" + in.size(), type)));
        int head = loop.carried() + loop.scanned();
        List<Tensor> state = in.subList(0, loop.carried());
        List<Tensor> rows = in.subList(loop.carried(), head);
        List<Tensor> fixed = in.subList(head, in.size());
        int main = q * k;
        Part part = new Part(loop, k, q, types);
        List<Tensor> out;
        List<Tensor> last = List.of();
        if (rest == 0) {
            out = part.run(state, rows, fixed);
            state = out.subList(0, loop.carried());
        } else if (loop.backward()) {
            last = plain(loop, rest, main, state, rows, fixed);
            out = part.run(last.subList(0, loop.carried()), rows, fixed);
            state = out.subList(0, loop.carried());
        } else {
            out = part.run(state, rows, fixed);
            last = plain(loop, rest, main, out.subList(0, loop.carried()), rows, fixed);
            state = last.subList(0, loop.carried());
        }
        List<Tensor> results = new ArrayList<>(state);
        for (int y = loop.carried(); y < out.size(); y++) {
            results.add(rest == 0 ? out.get(y) : Tensor.concatenate(0, List.of(out.get(y), last.get(y))));
        }
        return trace.close(results);
    }

    private static List<Tensor> plain(
            Control.Loop loop, int count, int from, List<Tensor> state, List<Tensor> rows, List<Tensor> fixed) {
        List<Tensor> all = new ArrayList<>(state);
        rows.forEach(row -> all.add(row.slice(0, from, from + count)));
        all.addAll(fixed);
        all.add(Tensor.whole(from));
        return turns(loop, count).on(all.toArray(Tensor[]::new));
    }

    /// The loop with its number of turns changed, and a last constant added to the turn's number.
    private static Control.Loop turns(Control.Loop loop, int count) {
        Trace trace = new Trace();
        List<Tensor> in = new ArrayList<>();
        loop.body().inputs().forEach(input -> in.add(trace.input(input.name(), input.type())));
        Tensor offset = trace.input("offset", Type.wholes());
        in.set(0, in.get(0).plus(offset));
        return new Control.Loop(
                count,
                loop.carried(),
                loop.scanned(),
                loop.backward(),
                trace.close(loop.body().on(in)));
    }

    private record Part(Control.Loop loop, int k, int q, List<Type> types) {
        List<Tensor> run(List<Tensor> state, List<Tensor> rows, List<Tensor> fixed) {
            List<Tensor> all = new ArrayList<>(state);
            for (Tensor row : rows) {
                Tensor part = row.slice(0, 0, q * k);
                all.add(new Move.Reshape(part.shape().with(0, k).insert(0, q)).of(part));
            }
            all.addAll(fixed);
            List<Tensor> out =
                    new ArrayList<>(new Control.Loop(q, loop.carried(), loop.scanned(), loop.backward(), segment())
                            .on(all.toArray(Tensor[]::new)));
            for (int y = loop.carried(); y < out.size(); y++) {
                Tensor made = out.get(y);
                out.set(y, new Move.Reshape(made.shape().part(1, made.rank()).with(0, q * k)).of(made));
            }
            return out;
        }

        private Program segment() {
            Trace trace = new Trace();
            Tensor number = trace.input("segment", Type.wholes());
            List<Tensor> all = new ArrayList<>();
            int head = loop.carried() + loop.scanned();
            for (int i = 0; i < types.size(); i++) {
                Type type = types.get(i);
                boolean row = i >= loop.carried() && i < head;
                all.add(trace.input("x" + i, row ? type.with(type.shape().with(0, k)) : type));
            }
            all.add(number.times(Tensor.whole(k)));
            return trace.close(turns(loop, k).on(all.toArray(Tensor[]::new)));
        }
    }
}
