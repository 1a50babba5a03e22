package thalweg.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.descent.Adam;
import thalweg.flow.descent.GradientDescent;
import thalweg.flow.descent.Momentum;
import thalweg.landscape.Energy;
import thalweg.landscape.Source;

/// A step in a run allocates nothing, in steady state: runs of 100 and of 2,100 steps allocate the same.
class AllocationTest {
    private static final Key KEY = Key.of(3);
    private static final Energy<Tensor> BOWL =
            x -> x.square().times(0.5).sum().plus(x.square().sum().log1p());

    private record Rows(Tensor x, Tensor y) {}

    /// A tracing flow of its own: `x := x - 0.1 v`, `v := 0.9 v + x`.
    private record Pair(Tensor x, Tensor v) {}

    private record Tracing() implements Flow<Tensor, Pair> {
        @Override
        public Pair begin(Tensor at, Key key) {
            return new Pair(at, at.times(0));
        }

        @Override
        public Pair step(Pair now, Key key) {
            Tensor v = now.v().times(0.9).plus(now.x());
            return new Pair(now.x().minus(v.times(0.1)), v);
        }

        @Override
        public Tensor place(Pair now) {
            return Tensor.of(now.x().toArray(), now.x().count());
        }

        @Override
        public boolean traced() {
            return true;
        }

        @Override
        public boolean draws() {
            return false;
        }
    }

    private static Source<Tensor, ?> batches() {
        Rows rows = new Rows(
                Tensor.of(KEY.fold(1).normals(4000 * 5), 4000, 5),
                Tensor.of(KEY.fold(2).normals(4000), 4000));
        return Source.minibatch(
                (w, batch) -> batch.x().matmul(w).minus(batch.y()).square().mean(), rows, 1);
    }

    record Case(String name, LongFunction<Tensor> run) {
        @Override
        public String toString() {
            return name;
        }

        void steps(long n) {
            var _ = run.apply(n);
        }
    }

    private static <X> Case of(String name, Flow<Tensor, X> flow) {
        Tensor start = Tensor.vector(1, -2, 3, 0.5, 2);
        return new Case(name, n -> Run.of(flow, start, KEY).steps(n).last());
    }

    static Stream<Case> cases() {
        return Stream.of(
                of("gradient descent", new GradientDescent(1e-3).on(BOWL)),
                of("momentum", Momentum.nesterov(1e-3, 0.9).on(BOWL)),
                of("Adam", new Adam(1e-3).on(BOWL)),
                of("Adam on an exact source", new Adam(1e-3).on(Source.exact(BOWL))),
                of("Adam on minibatches", new Adam(1e-3).on(batches())),
                of("a traced flow", new Tracing()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aStepAllocatesNothing(Case c) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 8; i++) {
            c.steps(2100);
        }
        long a = threads.getCurrentThreadAllocatedBytes();
        c.steps(100);
        long b = threads.getCurrentThreadAllocatedBytes();
        c.steps(2100);
        long end = threads.getCurrentThreadAllocatedBytes();
        assertThat((end - b) - (b - a)).as("bytes of 2,000 steps").isLessThan(2000);
    }

    @Test
    void theCompiledStepsAreThoseOfTheFlow() {
        Tensor start = Tensor.vector(1, -2, 3);
        Tracing flow = new Tracing();
        Pair now = flow.begin(start, KEY);
        for (int i = 0; i < 50; i++) {
            now = flow.step(now, KEY);
        }
        Trajectory<Tensor> path = Run.of(flow, start, KEY).every(10).steps(50);
        assertThat(path.last().toArray()).containsExactly(now.x().toArray(), within(1e-15));
        assertThat(path.places()).hasSize(6);
        assertThat(path.places().get(1).toArray())
                .isNotEqualTo(path.places().get(2).toArray());
    }
}
