package thalweg.flow.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.flow.Dynamics;
import thalweg.flow.Mechanics;
import thalweg.flow.Phase;
import thalweg.flow.Run;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;

class LangevinTest {
    /// Many wells at once, `V = |q|^2 / 2`: each coordinate is a trajectory of its own.
    private record Wells() implements Energy<Tensor> {
        @Override
        public Tensor at(Tensor q) {
            return q.square().sum().times(0.5);
        }

        @Override
        public Flat<Tensor> flat(Tensor example) {
            return Flat.written(this, example, (q, slope) -> {
                System.arraycopy(q, 0, slope, 0, q.length);
                return 0;
            });
        }
    }

    private static final int LANES = 4000;

    static Stream<Arguments> laws() {
        return Stream.of(0.5, 1.0).flatMap(h -> {
            double a = h * h / 4;
            return Stream.of(
                    Arguments.of(Langevin.baoab(h), 1, 1.0, 1 - a),
                    Arguments.of(Langevin.aboba(h), 1, 1.0, 1 / (1 - a)),
                    Arguments.of(Langevin.obabo(h), 2, 1 / (1 - a), 1.0));
        });
    }

    /// Stationary variances in closed form (`flow.json`, sampling_laws_harmonic), for two frictions: by the exact
    /// moments
    /// of the step, a linear map with noise.
    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void variancesAreTheClosedForms(Langevin method, int draws, double varQ, double varP) {
        Phase<Tensor> origin = new Phase<>(Tensor.vector(0), Tensor.vector(0));
        for (double friction : new double[] {0.7, 3}) {
            Stationary law = Stationary.of(
                    method.on(Mechanics.langevin(new Wells(), friction, 0)),
                    method.on(Mechanics.langevin(new Wells(), friction, 1)),
                    origin,
                    draws);
            assertThat(law.covariance()).containsExactly(new double[] {varQ, 0, 0, varP}, within(1e-12));
        }
    }

    /// What is exact for moments holds for draws: 4000 lanes x 51 readings, standard error below 0.0053.
    @Test
    void drawsHaveTheirVariance() {
        Mechanics<Tensor> law = Mechanics.langevin(new Wells(), 0.7, 1);
        Phase<Tensor> start = new Phase<>(
                Tensor.vector(Key.of(2).normals(LANES)), Tensor.vector(Key.of(3).normals(LANES)));
        double[] sum = new double[1];
        int[] count = new int[1];
        Run.of(Langevin.baoab(1).on(law), start, Key.of(11))
                .every(5)
                .withoutPlaces()
                .observe("moments", at -> {
                    if (count[0]++ >= 10) {
                        sum[0] += at.momentum().square().mean().value();
                    }
                    return 0;
                })
                .steps(300);
        assertThat(sum[0] / (count[0] - 10)).isCloseTo(0.75, within(0.02));
    }

    /// `var x = T / (w^2 (1 - h w^2 / 2))`.
    @Test
    void eulerMaruyamaHasItsBias() {
        double h = 0.5;
        double[] sum = new double[1];
        int[] count = new int[1];
        Run.of(
                        new EulerMaruyama(h).on(Dynamics.langevin(new Wells(), 1)),
                        Tensor.vector(Key.of(2).normals(LANES)),
                        Key.of(12))
                .every(5)
                .withoutPlaces()
                .observe("moment", at -> {
                    if (count[0]++ >= 10) {
                        sum[0] += at.square().mean().value();
                    }
                    return 0;
                })
                .steps(400);
        assertThat(sum[0] / (count[0] - 10)).isCloseTo(1 / (1 - h / 2), within(0.02));
    }

    @Test
    void withoutABathItIsVerlet() {
        Phase<Tensor> start = new Phase<>(Tensor.vector(0.3, -1), Tensor.vector(0.1, 0.2));
        Mechanics<Tensor> law = Mechanics.of(new Wells());
        Phase<Tensor> bath =
                Run.of(Langevin.baoab(0.1).on(law), start, Key.of(1)).steps(50).last();
        Phase<Tensor> free = Run.of(Verlet.kickFirst(0.1).on(law), start, Key.of(1))
                .steps(50)
                .last();
        assertThat(bath.place().toArray()).containsExactly(free.place().toArray(), within(1e-14));
    }

    @Test
    void misuseSaysWhatToDo() {
        assertThatThrownBy(() -> new Langevin(0.1, "BAO")).isInstanceOf(Misuse.class);
        Mechanics<Tensor> bath = Mechanics.langevin(new Wells(), 1, 1);
        assertThatThrownBy(() -> Verlet.kickFirst(0.1).on(bath))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("Langevin.baoab");
        assertThatThrownBy(() -> RungeKutta.classical(0.1).on(bath.dynamics())).isInstanceOf(Misuse.class);
    }
}
