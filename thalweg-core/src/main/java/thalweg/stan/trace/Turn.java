package thalweg.stan.trace;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import thalweg.array.Control;
import thalweg.array.Program;
import thalweg.array.Tensor;
import thalweg.array.Trace;
import thalweg.array.Type;

/// One turn of a loop that carries values from turn to turn, while its body is written.
///
/// What does not depend on carried values is computed outside in lanes, and read here row by row; what the turns make
/// leaves as rows.
final class Turn {
    private final Trace trace = new Trace();
    private final Lanes lanes;
    private final List<Tensor> begin = new ArrayList<>();
    private final List<Tensor> scanned = new ArrayList<>();
    private final IdentityHashMap<Tensor, Tensor> rows = new IdentityHashMap<>();
    private final List<Tensor> made = new ArrayList<>();

    Turn(Lanes lanes) {
        this.lanes = lanes;
        trace.input("turn", Type.wholes());
    }

    Lanes lanes() {
        return lanes;
    }

    /// A carried value with its first state; all of these come before anything else.
    Tensor carry(Tensor first) {
        begin.add(first);
        return trace.input("carried" + begin.size(), first.type());
    }

    /// The row of a lane value that belongs to this turn.
    Tensor row(Value value) {
        if (value.lanes() != lanes) {
            throw new NotLanes("lanes inside a loop that carries values");
        }
        Tensor outer = value.tensor();
        return rows.computeIfAbsent(outer, tensor -> {
            scanned.add(tensor);
            return trace.input(
                    "row" + scanned.size(), tensor.type().with(tensor.shape().part(1, tensor.rank())));
        });
    }

    /// Lets a value of the body leave; its rows are result number `return` of [#run].
    int emit(Tensor value) {
        made.add(value);
        return made.size() - 1;
    }

    /// Ends the body with the next states, and runs the loop.
    ///
    /// @return the last states, then the rows of what was emitted
    List<Tensor> run(List<Tensor> next) {
        List<Tensor> results = new ArrayList<>(next);
        results.addAll(made);
        Program body = trace.close(results);
        List<Tensor> operands = new ArrayList<>(begin);
        operands.addAll(scanned);
        operands.addAll(trace.captured());
        return new Control.Loop(lanes.count(), begin.size(), scanned.size(), false, body)
                .on(operands.toArray(Tensor[]::new));
    }
}
