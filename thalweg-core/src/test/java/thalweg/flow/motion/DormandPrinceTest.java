package thalweg.flow.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.flow.Ending;
import thalweg.flow.Field;
import thalweg.flow.Flow;
import thalweg.flow.Phase;
import thalweg.flow.Reference;
import thalweg.flow.Run;
import thalweg.flow.Stop;
import thalweg.flow.Trajectory;
import thalweg.system.Arenstorf;
import thalweg.system.Kepler;

class DormandPrinceTest {
    private static final Key KEY = Key.of(1);
    private static final Field<Tensor> CIRCLE =
            (t, x) -> Tensor.stack(x.get(1), x.get(0).neg());

    /// SciPy 1.17.1 `solve_ivp(.., method="DOP853", rtol=1e-12, atol=1e-12)` reads the field 4,286 times and
    /// returns to 1.5e-9.
    @Test
    void arenstorfsSatelliteReturns() {
        Flow<Tensor, Moving> flow = new DormandPrince(1e-12).on(new Arenstorf()).until(Arenstorf.PERIOD);
        Moving now = flow.begin(Arenstorf.start(), KEY);
        for (long n = 0; flow.time(now) < Arenstorf.PERIOD; n++) {
            now = flow.step(now, KEY.fold(n));
        }
        assertThat(now.x()).containsExactly(Arenstorf.start().toArray(), within(1e-8));
        assertThat(now.evaluations()).isLessThanOrEqualTo(Math.round(1.05 * 4286));
    }

    /// States of the Kepler orbit by Kepler's equation, in `flow.json`.
    @Test
    void denseOutputIsAsGoodAsTheSteps() {
        Reference kepler = Reference.read("flow.json").at("kepler_e0.6/states_q1_q2_p1_p2");
        Phase<Tensor> start = Kepler.perihelion(0.6);
        for (int order : new int[] {5, 8}) {
            AdaptiveFlow<Phase<Tensor>> flow = new DormandPrince(1e-13, 1e-13, order)
                    .on(Kepler.law().dynamics().field());
            List<Phase<Tensor>> places = flow.at(start, 1, 2, 5, 10, 50);
            for (int i = 0; i < 5; i++) {
                double[] state = kepler.items().get(i).at("state").numbers();
                Phase<Tensor> at = places.get(i);
                double[] found = {
                    at.place().at(0),
                    at.place().at(1),
                    at.momentum().at(0),
                    at.momentum().at(1)
                };
                assertThat(found).as("order " + order).containsExactly(state, within(order == 5 ? 2e-9 : 5e-10));
            }
        }
    }

    /// `x = cos t, y = -sin t`: x = 0 falling at pi/2, then every 2 pi.
    @Test
    void eventsAreMet() {
        Event falling = Event.section("x = 0", (t, x) -> x[0], -1);
        Trajectory<Tensor> path = Run.of(new DormandPrince(1e-12).on(CIRCLE).meeting(falling), Tensor.vector(1, 0), KEY)
                .every(1)
                .until(Stop.time(20));
        double[] met = java.util.stream.IntStream.range(0, path.places().size())
                .filter(i -> Math.abs(path.places().get(i).at(0)) < 1e-12
                        && path.places().get(i).at(1) < 0)
                .mapToDouble(i -> path.times()[i])
                .toArray();
        assertThat(met).containsExactly(new double[] {Math.PI / 2, 2.5 * Math.PI, 4.5 * Math.PI}, within(1e-11));
        Trajectory<Tensor> first = Run.of(
                        new DormandPrince(1e-12).on(CIRCLE).meeting(Event.end("the axis", (t, x) -> x[0])),
                        Tensor.vector(1, 0),
                        KEY)
                .steps(1000);
        assertThat(first.ending().message()).startsWith("the axis met at time 1.570796326");
        assertThat(first.last().at(0)).isCloseTo(0, within(1e-14));
    }

    @Test
    void aSingularityEndsAsASentence() {
        Field<Tensor> blow = (t, x) -> x.square();
        Trajectory<Tensor> path =
                Run.of(new DormandPrince(1e-10).on(blow), Tensor.vector(1), KEY).until(Stop.time(2));
        assertThat(path.ending()).isInstanceOf(Ending.Diverged.class);
        assertThat(path.ending().message()).contains("Radau");
    }

    @Test
    void misuseSaysWhatToDo() {
        assertThatThrownBy(() -> new DormandPrince(0)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> new DormandPrince(1e-8, 1e-8, 4)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> new DormandPrince(1e-8).on(CIRCLE).at(Tensor.vector(1, 0), 2, 1))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("sort them");
    }
}
