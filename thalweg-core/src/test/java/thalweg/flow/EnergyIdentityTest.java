package thalweg.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.array.transform.Calculus;
import thalweg.flow.motion.DormandPrince;
import thalweg.system.Landscape;

/// Along a gradient flow `dE/dt = -|grad E|^2`, so `E(0) - E(t)` is the integral of `|grad E|^2`: here carried as a
/// coordinate of its own.
class EnergyIdentityTest {
    record Walker(Tensor place, Tensor work) {}

    static Stream<Landscape> landscapes() {
        return Landscape.all().stream();
    }

    @ParameterizedTest
    @MethodSource("landscapes")
    void theHeightLostIsTheWorkDone(Landscape landscape) {
        Field<Walker> flow = (t, at) -> {
            Tensor slope = Calculus.grad(landscape::at).apply(at.place());
            return new Walker(slope.neg(), slope.square().sum());
        };
        Walker start = new Walker(Tensor.vector(landscape.start()), Tensor.of(0));
        Trajectory<Walker> path = Run.of(new DormandPrince(1e-11).on(flow), start, Key.of(1))
                .every(1)
                .observe("height", at -> landscape.at(at.place()).value())
                .observe("work", at -> at.work().value())
                .until(Stop.time(2));
        double[] height = path.of("height");
        double[] work = path.of("work");
        for (int i = 1; i < height.length; i++) {
            double scale = Math.max(Math.max(Math.abs(height[0]), Math.abs(height[i])), height[0] - height[i]);
            assertThat(Math.abs(height[0] - height[i] - work[i])).isLessThanOrEqualTo(1e-9 * scale);
            assertThat(height[i]).isLessThanOrEqualTo(height[i - 1] + 1e-14 * scale);
        }
        assertThat(height[height.length - 1]).isLessThan(height[0]);
    }
}
