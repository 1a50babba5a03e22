package thalweg.flow.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Dynamics;
import thalweg.flow.Flow;
import thalweg.flow.Mechanics;
import thalweg.flow.Phase;
import thalweg.flow.Run;
import thalweg.flow.Stop;
import thalweg.system.HenonHeiles;

/// Every motion, cut at any step and resumed, and run on any number of threads, is the same bits.
class ResumeLawTest {
    private static final Key KEY = Key.of(5);
    private static final Phase<Tensor> START = new Phase<>(Tensor.vector(0.3, 0.01), Tensor.vector(0.02, 0.3));

    record Motion(String name, Flow<Phase<Tensor>, Moving> flow) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Motion> motions() {
        Dynamics<Phase<Tensor>> law = HenonHeiles.law().dynamics();
        Mechanics<Tensor> bath = Mechanics.langevin(new HenonHeiles(), 0.5, 0.001);
        return Stream.of(
                new Motion("symplectic Euler", Verlet.euler(0.05).on(HenonHeiles.law())),
                new Motion("Verlet", Verlet.kickFirst(0.05).on(HenonHeiles.law())),
                new Motion("leapfrog", Verlet.driftFirst(0.05).on(HenonHeiles.law())),
                new Motion(
                        "Kahan-Li, compensated",
                        Composition.kahanLi8(0.05).withCompensation().on(HenonHeiles.law())),
                new Motion("PEFRL", Composition.pefrl(0.05).on(HenonHeiles.law())),
                new Motion("Runge-Kutta 4", RungeKutta.classical(0.05).on(law)),
                new Motion(
                        "Heun, compensated",
                        RungeKutta.heun(0.05).withCompensation().on(law)),
                new Motion("implicit midpoint", Gauss.midpoint(0.05).on(law)),
                new Motion("Gauss 6", Gauss.sixth(0.05).withCompensation().on(law)),
                new Motion("Dormand-Prince 5", new DormandPrince(1e-8, 1e-8, 5).on(law)),
                new Motion("Dormand-Prince 8", new DormandPrince(1e-10).on(law)),
                new Motion("Radau", new Radau(1e-6).on(law)),
                new Motion("Baoab", Langevin.baoab(0.05).on(bath)),
                new Motion("Obabo", Langevin.obabo(0.05).on(bath)),
                new Motion("Euler-Maruyama", new EulerMaruyama(0.01).on(bath.dynamics())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("motions")
    void cutAnywhereAndResumed(Motion motion) {
        byte[] whole = Run.of(motion.flow(), START, KEY).steps(40).checkpoint().state();
        for (long cut = 0; cut < 40; cut++) {
            var checkpoint = Run.of(motion.flow(), START, KEY).steps(cut).checkpoint();
            byte[] resumed = Run.of(motion.flow(), START, KEY)
                    .from(checkpoint)
                    .steps(40)
                    .checkpoint()
                    .state();
            assertThat(resumed).as("cut at " + cut).isEqualTo(whole);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("motions")
    void onAnyNumberOfThreads(Motion motion) {
        List<Phase<Tensor>> starts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            starts.add(new Phase<>(Tensor.vector(0.1 + 0.02 * i, 0), Tensor.vector(0, 0.1 + 0.01 * i)));
        }
        List<byte[]> one = states(motion, starts, 1);
        for (int threads : new int[] {2, 4}) {
            List<byte[]> more = states(motion, starts, threads);
            for (int i = 0; i < starts.size(); i++) {
                assertThat(more.get(i)).as(threads + " threads").isEqualTo(one.get(i));
            }
        }
    }

    private static List<byte[]> states(Motion motion, List<Phase<Tensor>> starts, int threads) {
        return Run.each(
                motion.flow(),
                starts,
                KEY,
                threads,
                run -> run.until(Stop.time(1)).checkpoint().state());
    }
}
