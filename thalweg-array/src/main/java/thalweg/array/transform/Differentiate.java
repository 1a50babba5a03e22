package thalweg.array.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Program;
import thalweg.array.Tensor;
import thalweg.array.Trace;

/// The reverse derivative of a program, as a program.
public final class Differentiate {
    private Differentiate() {}

    /// The program from inputs and cotangents of the seeded results to cotangents of the wanted inputs.
    public static Program pullback(Program program, boolean[] wanted, boolean[] seeded) {
        return build(program, wanted, seeded, false);
    }

    /// The program from inputs and cotangents of all results to the results and the cotangents of the wanted inputs.
    public static Program valueAndPullback(Program program, boolean[] wanted) {
        boolean[] seeded = new boolean[program.results()];
        for (int r = 0; r < seeded.length; r++) {
            seeded[r] = program.type(program.output(r)).isReal();
        }
        return build(program, wanted, seeded, true);
    }

    /// The program from inputs to its one scalar result and its derivative by the wanted inputs.
    public static Program gradient(Program program, boolean[] wanted) {
        Trace trace = new Trace();
        List<Tensor> in = inputs(trace, program);
        Tape tape = new Tape(program, in, wanted);
        Tensor one = trace.constant(Tensor.of(1));
        List<Tensor> results = new ArrayList<>(tape.results());
        collect(results, tape.pull(new @Nullable Tensor[] {one}), in, wanted);
        return trace.close(results);
    }

    private static Program build(Program program, boolean[] wanted, boolean[] seeded, boolean values) {
        Trace trace = new Trace();
        List<Tensor> in = inputs(trace, program);
        @Nullable Tensor[] bar = new @Nullable Tensor[seeded.length];
        for (int r = 0; r < bar.length; r++) {
            bar[r] = seeded[r] ? trace.input("cotangent" + r, program.type(program.output(r))) : null;
        }
        Tape tape = new Tape(program, in, wanted);
        List<Tensor> results = new ArrayList<>();
        if (values) {
            results.addAll(tape.results());
        }
        collect(results, tape.pull(bar), in, wanted);
        return trace.close(results);
    }

    private static void collect(List<Tensor> to, @Nullable Tensor[] parts, List<Tensor> in, boolean[] wanted) {
        for (int i = 0; i < parts.length; i++) {
            if (wanted[i]) {
                to.add(Tape.orZero(parts[i], in.get(i)));
            }
        }
    }

    static List<Tensor> inputs(Trace trace, Program program) {
        List<Tensor> in = new ArrayList<>();
        program.inputs().forEach(input -> in.add(trace.input(input.name(), input.type())));
        return in;
    }

    static boolean[] seeds(@Nullable Tensor[] bar) {
        boolean[] seeded = new boolean[bar.length];
        for (int r = 0; r < bar.length; r++) {
            seeded[r] = bar[r] != null;
        }
        return seeded;
    }

    static boolean[] all(int n) {
        boolean[] all = new boolean[n];
        Arrays.fill(all, true);
        return all;
    }
}
