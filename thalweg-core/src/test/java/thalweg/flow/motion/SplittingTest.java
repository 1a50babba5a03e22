package thalweg.flow.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Phase;
import thalweg.flow.Reference;
import thalweg.flow.Run;
import thalweg.flow.Separable;
import thalweg.landscape.Energy;
import thalweg.system.Pendulum;

class SplittingTest {
    private static final Reference PENDULUM = Reference.read("flow.json").at("pendulum");

    /// Errors at t = 1 of the pendulum from (1.2, 0.3), as `flow.md` gives them, from mpmath.
    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of("Yoshida 4", Composition.yoshida4(0.0625), 1.7153e-7),
                Arguments.of("Suzuki 4", Composition.suzuki4(0.0625), 5.9896e-9),
                Arguments.of("PEFRL", Composition.pefrl(0.0625), 3.8293e-9),
                Arguments.of("Yoshida 6", Composition.yoshida6(0.0625), 3.016e-11),
                Arguments.of("Suzuki-Umeno 8", Composition.suzukiUmeno8(0.125), 6.255e-13),
                Arguments.of("Kahan-Li 8", Composition.kahanLi8(0.125), 6.441e-14));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("errors")
    void errorsAreThePublishedOnes(String name, Splitting method, double error) {
        Phase<Tensor> start = new Phase<>(Tensor.vector(1.2), Tensor.vector(0.3));
        long steps = Math.round(1 / method.step());
        Phase<Tensor> last =
                Run.of(method.on(Pendulum.law()), start, Key.of(1)).steps(steps).last();
        double dq = last.place().at(0) - PENDULUM.at("t1/q").number();
        double dp = last.momentum().at(0) - PENDULUM.at("t1/p").number();
        assertThat(Math.hypot(dq, dp)).isCloseTo(error, within(0.02 * error + 3e-16));
    }

    /// Kick-drift-kick conserves `p^2 / 2 + w^2 (1 - h^2 w^2 / 4) q^2 / 2` exactly.
    @Test
    void verletConservesItsShadow() {
        double w = 1.3;
        double h = 0.7;
        Energy<Tensor> spring = q -> q.square().sum().times(0.5 * w * w);
        Separable<Tensor> law = Separable.unitMass(spring);
        Phase<Tensor> start = new Phase<>(Tensor.vector(0.8), Tensor.vector(-0.4));
        double[] shadow = Run.of(Verlet.kickFirst(h).on(law), start, Key.of(1))
                .every(1)
                .observe("shadow", at -> {
                    double q = at.place().at(0);
                    double p = at.momentum().at(0);
                    return p * p / 2 + w * w * (1 - h * h * w * w / 4) * q * q / 2;
                })
                .steps(2000)
                .of("shadow");
        for (double value : shadow) {
            assertThat(value).isCloseTo(shadow[0], within(1e-13));
        }
    }
}
