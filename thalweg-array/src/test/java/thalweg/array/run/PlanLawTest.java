package thalweg.array.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.OpCases;
import thalweg.array.Program;
import thalweg.array.RandomProgram;
import thalweg.array.Tensor;
import thalweg.array.transform.Batch;
import thalweg.array.transform.Calculus;
import thalweg.array.transform.Differentiate;

/// A plan gives what the oracle gives: every operation, random programs with their gradients, and batches of them.
///
/// `-Dthalweg.programs=10000` is the long run.
class PlanLawTest {
    private static final int COUNT = Integer.getInteger("thalweg.programs", 300);

    static List<OpCases.Case> cases() {
        return OpCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyOperation(OpCases.Case c) {
        Program program = OpCases.program(
                c.operands().stream().map(Tensor::type).toList(),
                in -> in.isEmpty() ? c.op().on() : c.op().on(in.toArray(Tensor[]::new)));
        Plan plan = Plan.of(program);
        assertThat(plan.describe()).doesNotContain("Fallback");
        close("planned", program.on(c.operands()), plan.on(c.operands()), 1e-13);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyOperationOnManyRows(OpCases.Case c) {
        if (c.operands().isEmpty()) {
            return;
        }
        int n = 700;
        Program program = OpCases.program(
                c.operands().stream().map(Tensor::type).toList(), in -> c.op().on(in.toArray(Tensor[]::new)));
        boolean[] first = new boolean[c.operands().size()];
        first[0] = true;
        Program rows = Batch.of(program, first, n);
        List<Tensor> in = new ArrayList<>(c.operands());
        in.set(0, in.get(0).expand(0, n));
        close("planned", rows.on(in), Plan.of(rows).on(in), 1e-13);
    }

    @Test
    void randomProgramsAndTheirGradients() {
        for (int seed = 0; seed < COUNT; seed++) {
            RandomProgram made = RandomProgram.of(10_000 + seed, 3 + seed % 12);
            String trouble = trouble(made);
            if (!trouble.isEmpty()) {
                RandomProgram small = made.shrunk(program -> !trouble(program).isEmpty());
                assertThat(trouble(small)).as("seed " + seed + ": " + small).isEmpty();
            }
        }
    }

    private static String trouble(RandomProgram made) {
        List<Tensor> at = RandomProgram.inputs();
        Program program = Differentiate.gradient(
                Program.of((List<Tensor> in) -> made.apply(in), at), new boolean[] {true, true, true, true});
        String wrong = differs("planned", program.on(at), Plan.of(program).on(at), 1e-11);
        int n = 600;
        Program rows = Differentiate.gradient(
                Program.of(
                        (List<Tensor> in) -> Calculus.batch((Tensor x) -> {
                                    List<Tensor> all = new ArrayList<>(in);
                                    all.set(0, x);
                                    return made.apply(all);
                                })
                                .apply(Tensor.of(new double[n], n)
                                        .plus(in.get(0))
                                        .times(ramp(n)))
                                .mean(),
                        at),
                new boolean[] {true, true, true, true});
        return wrong + differs("many rows", rows.on(at), Plan.of(rows).on(at), 1e-11);
    }

    private static Tensor ramp(int n) {
        double[] ramp = new double[n];
        for (int i = 0; i < n; i++) {
            ramp[i] = 0.5 + i / (double) n;
        }
        return Tensor.vector(ramp);
    }

    private static void close(String name, List<Tensor> expected, List<Tensor> found, double tolerance) {
        assertThat(differs(name, expected, found, tolerance)).isEmpty();
    }

    private static String differs(String name, List<Tensor> expected, List<Tensor> found, double tolerance) {
        for (int r = 0; r < expected.size(); r++) {
            double[] a = expected.get(r).toArray();
            double[] b = found.get(r).toArray();
            for (int i = 0; i < a.length; i++) {
                if (!(Math.abs(a[i] - b[i]) <= tolerance * (1 + Math.abs(a[i])))) {
                    return name + ": result " + r + " element " + i + " is " + b[i] + " and not " + a[i] + "; ";
                }
            }
        }
        return "";
    }
}
