package thalweg.array.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import thalweg.array.Program;
import thalweg.array.RandomProgram;
import thalweg.array.Tensor;

/// Random programs: simplified = plain, forward = reverse, batch = each row, printed = read.
///
/// `-Dthalweg.programs=10000` is the long run; a failure is shown as the shortest program that fails.
class SimplifyLawTest {
    private static final int COUNT = Integer.getInteger("thalweg.programs", 300);

    @Test
    void randomProgramsKeepEveryLaw() {
        for (int seed = 0; seed < COUNT; seed++) {
            RandomProgram made = RandomProgram.of(seed, 3 + seed % 12);
            String trouble = trouble(made);
            if (!trouble.isEmpty()) {
                RandomProgram small = made.shrunk(program -> !trouble(program).isEmpty());
                assertThat(trouble(small)).as("seed " + seed + ": " + small).isEmpty();
            }
        }
    }

    private static String trouble(RandomProgram made) {
        List<Tensor> at = RandomProgram.inputs();
        Program plain = Program.of((List<Tensor> in) -> made.apply(in), at);
        Program gradient = Differentiate.gradient(plain, new boolean[] {true, true, true, true});
        Program simple = Simplify.of(gradient);
        Program run =
                Simplify.forRun(Differentiate.gradient(Simplify.of(plain), new boolean[] {true, true, true, true}));
        List<Tensor> expected = gradient.on(at);
        String wrong = differs("simplified", expected, simple.on(at), 1e-11)
                + differs("for a run", expected, run.on(at), 1e-11)
                + differs("read", expected, Program.parse(gradient.listing()).on(at), 0);
        double forward = Calculus.jvp((List<Tensor> in) -> made.apply(in), at, at)
                .tangent()
                .value();
        double reverse = 0;
        for (int i = 0; i < at.size(); i++) {
            reverse += at.get(i).times(expected.get(i + 1)).sum().value();
        }
        if (!(Math.abs(forward - reverse) <= 1e-9 * (1 + Math.abs(reverse)))) {
            wrong += "forward " + forward + " reverse " + reverse + "; ";
        }
        List<Tensor> rows = at.stream().map(x -> Tensor.stack(x, x.times(0.9))).toList();
        List<Tensor> each =
                Batch.of(simple, new boolean[] {true, true, true, true}, 2).on(rows);
        List<Tensor> second = gradient.on(at.stream().map(x -> x.times(0.9)).toList());
        return wrong
                + differs("row 0", expected, each.stream().map(x -> x.get(0)).toList(), 1e-11)
                + differs("row 1", second, each.stream().map(x -> x.get(1)).toList(), 1e-11);
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
