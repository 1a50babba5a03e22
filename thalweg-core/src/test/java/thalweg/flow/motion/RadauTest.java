package thalweg.flow.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Dynamics;
import thalweg.flow.Field;
import thalweg.flow.Run;
import thalweg.flow.Stop;
import thalweg.flow.Trajectory;

class RadauTest {
    private static final Key KEY = Key.of(1);

    /// Robertson's reaction at t = 40: Hairer and Wanner, Solving ODEs II (1996), IV.1, and the stiff test set
    /// of Mazzia and Magherini, to the digits both give.
    @Test
    void robertsonsReaction() {
        Field<Tensor> reaction = (t, y) -> {
            Tensor slow = y.get(0).times(0.04);
            Tensor back = y.get(1).times(y.get(2)).times(1e4);
            Tensor fast = y.get(1).square().times(3e7);
            return Tensor.stack(back.minus(slow), slow.minus(back).minus(fast), fast);
        };
        Trajectory<Tensor> path = Run.of(new Radau(1e-10, 1e-14).on(reaction), Tensor.vector(1, 0, 0), KEY)
                .until(Stop.time(40));
        double[] y = path.last().toArray();
        assertThat(y[0]).isCloseTo(0.7158270687, within(2e-9));
        assertThat(y[1]).isCloseTo(9.185534764e-6, within(2e-14));
        assertThat(y[2]).isCloseTo(0.2841637457, within(2e-9));
        assertThat(path.done()).isLessThan(1000);
    }

    /// `x(t) = exp(-A t) x0` for eigenvalues 1 and 1e6: the steps follow the slow one.
    @Test
    void stiffDescentIsExact() {
        double fast = 1e6;
        Dynamics<Tensor> law = Dynamics.descent(
                x -> x.square().times(Tensor.vector(1, fast)).sum().times(0.5));
        Trajectory<Tensor> path = Run.of(new Radau(1e-11, 1e-13).on(law), Tensor.vector(1, 1), KEY)
                .until(Stop.time(2));
        assertThat(path.last().at(0)).isCloseTo(StrictMath.exp(-2), within(1e-10));
        assertThat(path.last().at(1)).isCloseTo(0, within(1e-12));
        assertThat(path.done()).isLessThan(2000);
    }
}
