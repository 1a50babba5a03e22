package thalweg.array;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Types of loops, branches and custom functions.
final class InferControl {
    private InferControl() {}

    static List<Type> types(Control op, List<Type> in) {
        return switch (op) {
            case Control.Loop loop -> loop(loop, in);
            case Control.While(int carried, Program condition, Program body) -> {
                List<Type> state = in.subList(0, carried);
                match(op, in, condition, in, null);
                match(op, in, body, in, state);
                if (condition.results() != 1
                        || !condition.type(condition.output(0)).shape().isScalar()) {
                    throw Infer.bad(op, in, "a condition with one scalar result", "reduce it with sum or max");
                }
                yield List.copyOf(state);
            }
            case Control.Branch(Program then, Program otherwise) -> {
                if (in.isEmpty() || !in.get(0).shape().isScalar()) {
                    throw Infer.bad(op, in, "a scalar condition first", "use select for elementwise choice");
                }
                List<Type> rest = in.subList(1, in.size());
                match(op, in, then, rest, null);
                match(op, in, otherwise, rest, then.resultTypes());
                yield then.resultTypes();
            }
            case Control.Custom custom -> {
                Program plain = custom.plain();
                match(op, in, plain, in, null);
                match(op, in, custom.value(), in, plain.resultTypes());
                List<Type> both = new ArrayList<>(in);
                both.addAll(plain.resultTypes());
                match(op, in, custom.pullback(), both, in);
                yield plain.resultTypes();
            }
        };
    }

    private static List<Type> loop(Control.Loop op, List<Type> in) {
        int head = op.carried() + op.scanned();
        if (op.count() < 0 || in.size() < head) {
            throw Infer.bad(op, in, "a count of 0 or more and " + head + " operands or more", "check the loop");
        }
        List<Type> turn = new ArrayList<>();
        turn.add(Type.wholes());
        turn.addAll(in.subList(0, op.carried()));
        for (Type rows : in.subList(op.carried(), head)) {
            if (rows.shape().isScalar() || rows.shape().size(0) != op.count()) {
                throw Infer.bad(op, in, "scanned operands with a leading axis of " + op.count(), "check the count");
            }
            turn.add(rows.with(rows.shape().part(1, rows.shape().rank())));
        }
        turn.addAll(in.subList(head, in.size()));
        List<Type> results = op.body().resultTypes();
        match(op, in, op.body(), turn, null);
        if (results.size() < op.carried() || !results.subList(0, op.carried()).equals(in.subList(0, op.carried()))) {
            throw Infer.bad(op, in, "a state that keeps its types, but one turn makes " + results, "check the body");
        }
        List<Type> out = new ArrayList<>(in.subList(0, op.carried()));
        for (Type row : results.subList(op.carried(), results.size())) {
            out.add(row.with(row.shape().insert(0, op.count())));
        }
        return out;
    }

    private static void match(
            Control op, List<Type> in, Program program, List<Type> inputs, @Nullable List<Type> results) {
        if (!program.inputTypes().equals(inputs)) {
            throw Infer.bad(op, in, "operands " + program.inputTypes() + " of its program", "check the operands");
        }
        if (results != null && !program.resultTypes().equals(results)) {
            throw Infer.bad(op, in, "results " + results + ", not " + program.resultTypes(), "check its programs");
        }
    }
}
