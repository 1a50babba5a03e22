package thalweg.array.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import thalweg.array.Program;
import thalweg.array.Tensor;
import thalweg.array.Trace;
import thalweg.array.Type;

/// Graphs of 100,000 nodes are traced, differentiated, simplified and printed in seconds, without deep recursion.
class LargeGraphTest {
    private static final int NODES = 100_000;

    @Test
    void aLongChain() {
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            Trace trace = new Trace();
            Tensor x = trace.input("x", Type.reals());
            Tensor y = x;
            for (int i = 0; i < NODES / 2; i++) {
                y = y.plus(x).sin();
            }
            check(trace.close(List.of(y)));
        });
    }

    @Test
    void aSharedDiamondAtEveryStep() {
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            Trace trace = new Trace();
            Tensor x = trace.input("x", Type.reals());
            Tensor y = x;
            for (int i = 0; i < NODES / 9; i++) {
                Tensor s = y.sin();
                y = s.plus(y).times(s);
            }
            check(trace.close(List.of(y)));
        });
    }

    private static void check(Program program) {
        Program gradient = Differentiate.gradient(program, new boolean[] {true});
        Program simple = Simplify.of(gradient);
        assertThat(simple.steps().size()).isGreaterThan(NODES / 3);
        double whole = gradient.on(List.of(Tensor.of(0.3))).get(1).value();
        assertThat(simple.on(List.of(Tensor.of(0.3))).get(1).value()).isEqualTo(whole);
        assertThat(Program.parse(program.listing()).steps()).hasSameSizeAs(program.steps());
    }
}
