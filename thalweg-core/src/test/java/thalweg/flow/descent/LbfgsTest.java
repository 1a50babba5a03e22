package thalweg.flow.descent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Ending;
import thalweg.flow.Flow;
import thalweg.flow.Run;
import thalweg.flow.Stop;
import thalweg.flow.Trajectory;
import thalweg.system.Camel;
import thalweg.system.DoubleWell;
import thalweg.system.Himmelblau;
import thalweg.system.Landscape;
import thalweg.system.MuellerBrown;
import thalweg.system.Rosenbrock;

class LbfgsTest {
    private static final Key KEY = Key.of(1);

    /// Readings of SciPy 1.17.1's `minimize` by L-BFGS-B with `gtol` 1e-10, `ftol` 0, `maxcor` 10; on Müller
    /// and Brown's landscape it stops at a slope of 2e-8.
    static Stream<Arguments> landscapes() {
        return Stream.of(
                Arguments.of(new Himmelblau(), 18),
                Arguments.of(new Camel(), 10),
                Arguments.of(new MuellerBrown(), 15),
                Arguments.of(new Rosenbrock(2), 47),
                Arguments.of(new Rosenbrock(10), 98),
                Arguments.of(new Rosenbrock(100), 652),
                Arguments.of(new DoubleWell(), 13));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("landscapes")
    void reachesASlopeOf1e10(Landscape landscape, int scipy) {
        Flow<Tensor, Descending<Integer>> flow = new Lbfgs().on(landscape);
        Trajectory<Tensor> path = Run.of(flow, Tensor.vector(landscape.start()), KEY)
                .every(1)
                .until(Stop.slopeBelow(1e-10).or(Stop.steps(2000)));
        Descending<Integer> now = flow.begin(Tensor.vector(landscape.start()), KEY);
        for (long n = 0; n < path.done(); n++) {
            now = flow.step(now, KEY.fold(n));
        }
        if (Boolean.getBoolean("thalweg.print")) {
            System.out.println(landscape.name() + " " + path.done() + " steps, " + now.evaluations()
                    + " readings, SciPy " + scipy + " " + path.ending().message());
        }
        assertThat(path.ending()).isInstanceOf(Ending.Converged.class);
        assertThat(flow.slope(now)).isLessThanOrEqualTo(1e-10);
        assertThat((double) now.evaluations()).isLessThanOrEqualTo(1.2 * scipy);
        for (int i = 1; i < path.heights().length; i++) {
            assertThat(path.heights()[i]).isLessThanOrEqualTo(path.heights()[i - 1]);
        }
    }

    @Test
    void aSlopeThatIsNotTheEnergysIsSaid() {
        record Wrong() implements thalweg.landscape.Energy<Tensor> {
            @Override
            public Tensor at(Tensor x) {
                return x.square().sum();
            }

            @Override
            public thalweg.landscape.Flat<Tensor> flat(Tensor example) {
                return thalweg.landscape.Flat.written(this, example, (x, slope) -> {
                    slope[0] = -2 * x[0];
                    return x[0] * x[0];
                });
            }
        }
        Trajectory<Tensor> path =
                Run.of(new Lbfgs().on(new Wrong()), Tensor.vector(1), KEY).steps(10);
        assertThat(path.ending()).isInstanceOf(Ending.Exhausted.class);
        assertThat(path.ending().message()).contains("not the energy's");
    }
}
