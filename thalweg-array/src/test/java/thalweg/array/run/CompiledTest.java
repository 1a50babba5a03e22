package thalweg.array.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static thalweg.array.transform.Calculus.grad;
import static thalweg.array.transform.Calculus.valueAndGrad;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.Program;
import thalweg.array.Tensor;

class CompiledTest {
    /// `-Dthalweg.shapes=10000` is the long run.
    private static final int SHAPES = Integer.getInteger("thalweg.shapes", 400);

    /// A network with one hidden layer, as wide as it takes to be cut into tiles.
    record Net(Tensor w1, Tensor b1, Tensor w2) {
        Tensor at(Tensor x) {
            return x.matmul(w1).plus(b1).tanh().matmul(w2);
        }

        static Net of(long seed, int width) {
            Key key = Key.of(seed);
            return new Net(
                    Tensor.of(key.fold(0).normals(2 * width), 2, width),
                    Tensor.of(key.fold(1).normals(width), width),
                    Tensor.of(key.fold(2).normals(width), width, 1));
        }
    }

    private static Function<Net, Tensor> loss(int rows) {
        Tensor x = Tensor.of(Key.of(8).normals(2 * rows), rows, 2);
        return net -> net.at(x).minus(x.slice(1, 0, 1)).square().mean();
    }

    @Test
    void theGradientIsThatOfTheOracle() {
        Net net = Net.of(1, 30);
        Net plain = grad(loss(900)).apply(net);
        Net fast = Compiled.compile(grad(loss(900))).apply(net);
        assertThat(fast.w1().toArray()).containsExactly(plain.w1().toArray(), within(1e-13));
        assertThat(fast.b1().toArray()).containsExactly(plain.b1().toArray(), within(1e-13));
        assertThat(fast.w2().toArray()).containsExactly(plain.w2().toArray(), within(1e-13));
    }

    @Test
    void itIsTracedOnceForEachShape() {
        AtomicInteger traces = new AtomicInteger();
        var f = Compiled.compile((Tensor x) -> {
            traces.incrementAndGet();
            return x.square().sum();
        });
        assertThat(f.apply(Tensor.vector(1, 2)).value()).isEqualTo(5);
        assertThat(f.apply(Tensor.vector(2, 3)).value()).isEqualTo(13);
        assertThat(f.apply(Tensor.vector(1, 2, 2)).value()).isEqualTo(9);
        assertThat(traces).hasValue(2);
    }

    @Test
    void numbersOfTheFunctionAreSlotsOfOnePlan() {
        Tensor x = Tensor.vector(1, 2, 3);
        Plan first = Compiled.compile((Tensor v) -> v.times(3.5).sum()).plan(x);
        Plan second = Compiled.compile((Tensor v) -> v.times(4.5).sum()).plan(x);
        assertThat(second).isSameAs(first);
        assertThat(Compiled.compile((Tensor v) -> v.times(4.5).sum()).apply(x).value())
                .isEqualTo(27);
    }

    @Test
    void itIsSharedByThreads() throws Exception {
        var f = Compiled.compile(grad(loss(300)));
        Net net = Net.of(2, 20);
        double[] expected = f.apply(net).w1().toArray();
        try (var pool = Executors.newFixedThreadPool(4)) {
            List<Callable<double[]>> calls = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                calls.add(() -> f.apply(net).w1().toArray());
            }
            for (Future<double[]> call : pool.invokeAll(calls)) {
                assertThat(call.get()).containsExactly(expected);
            }
        }
    }

    @Test
    void theFlatDoorAllocatesNothing() {
        var f = Compiled.compile(valueAndGrad((Tensor v) -> v.sin().times(v).sum()));
        Compiled.Flat flat = f.flat(Tensor.vector(1, 2, 3, 4));
        double[][] in = {{1, 2, 3, 4}};
        double[][] out = {new double[1], new double[4]};
        for (int i = 0; i < 1000; i++) {
            flat.call(in, out);
        }
        assertThat(out[1][0]).isCloseTo(Math.sin(1) + Math.cos(1), within(1e-15));
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1000; i++) {
            flat.call(in, out);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
    }

    @Test
    void resultsThatAreArgumentsAreCopies() {
        var f = Compiled.compile((List<Tensor> x) -> List.of(x.get(1), x.get(0), x.get(1), Tensor.vector(7, 8)));
        List<Tensor> in = List.of(Tensor.vector(1, 2), Tensor.vector(3, 4));
        List<Tensor> out = f.apply(in);
        assertThat(out.stream().map(Tensor::toArray))
                .containsExactly(new double[] {3, 4}, new double[] {1, 2}, new double[] {3, 4}, new double[] {7, 8});
        assertThat(out.get(0)).isNotSameAs(in.get(1));
    }

    @Test
    void insideATraceItIsTheFunctionItself() {
        var f = Compiled.compile((Tensor x) -> x.square().times(x));
        assertThat(grad((Tensor x) -> f.apply(x)).apply(Tensor.of(2)).value()).isEqualTo(12);
    }

    @Test
    void whatCapturesATraceIsRefused() {
        assertThatThrownBy(() -> grad((Tensor x) ->
                                Compiled.compile((Tensor y) -> y.times(x)).apply(Tensor.of(1)))
                        .apply(Tensor.of(2)))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("outer function");
    }

    @Test
    void manyShapesDoNotLeak() {
        var f = Compiled.compile((Tensor x) -> x.times(2).sum());
        Plan first = f.plan(Tensor.ones(1));
        for (int n = 1; n < SHAPES; n++) {
            assertThat(f.apply(Tensor.ones(n)).value()).isEqualTo(2 * n);
        }
        assertThat(f.plan(Tensor.ones(1))).as("forgotten and made again").isNotSameAs(first);
    }

    @Test
    void aPlanLargerThanTheHeapIsRefusedWithItsSize() {
        int n = 40_000;
        var f = Compiled.compile((Tensor x) -> {
            Tensor wide = x.expand(0, n).transpose();
            return wide.sin().matmul(wide.cos()).matmul(wide.exp()).sum();
        });
        assertThatThrownBy(() -> f.apply(Tensor.ones(n)))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("MiB")
                .hasMessageContaining("-Xmx");
    }

    @Test
    void theFirstNanIsNamedWithItsLine() {
        Program program = Program.of((Tensor x) -> x.minus(2).log().sin().sum(), Tensor.zeros(2));
        Trouble trouble = Trouble.find(program, List.of(Tensor.vector(3, 1))).orElseThrow();
        assertThat(trouble.text()).contains("LOG").contains("CompiledTest.java:");
        assertThat(Trouble.find(program, List.of(Tensor.vector(3, 4)))).isEmpty();
    }
}
