package thalweg.flow.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Run;
import thalweg.flow.Stop;
import thalweg.flow.Trajectory;
import thalweg.landscape.Energy;
import thalweg.system.DoubleWell;
import thalweg.system.Rosenbrock;

class NewtonCgTest {
    private static final Key KEY = Key.of(1);

    /// `E = x'Ax / 2 - b'x` has its minimum at `A^-1 b`.
    @Test
    void aQuadraticIsSolved() {
        Tensor a = Tensor.matrix(new double[][] {{4, 1, 0}, {1, 3, 1}, {0, 1, 2}});
        Tensor b = Tensor.vector(1, 2, 3);
        Energy<Tensor> energy = x -> x.dot(a.matmul(x)).times(0.5).minus(b.dot(x));
        Trajectory<Tensor> path = Run.of(new NewtonCg(100).on(energy), Tensor.vector(0, 0, 0), KEY)
                .until(Stop.slopeBelow(1e-10).or(Stop.steps(20)));
        double[] solved = a.solve(b).toArray();
        assertThat(path.last().toArray()).containsExactly(solved, within(1e-12));
        assertThat(path.done()).isLessThanOrEqualTo(8);
    }

    /// SciPy 1.17.1's `trust-ncg` takes 86 steps.
    @Test
    void theValleyTakesNoMoreStepsThanScipys() {
        Rosenbrock valley = new Rosenbrock(10);
        Trajectory<Tensor> path = Run.of(new NewtonCg().on(valley), Tensor.vector(valley.start()), KEY)
                .every(1)
                .until(Stop.slopeBelow(1e-10).or(Stop.steps(100)));
        assertThat(path.ending().message()).contains("slope");
        assertThat(path.last().toArray()).containsOnly(new double[] {1}, within(1e-10));
        assertThat(path.done()).isLessThanOrEqualTo(86);
    }

    /// From the ridge of the double well, where the slope leads into the saddle, curvature leads out of it.
    @Test
    void aSaddleIsLeft() {
        Trajectory<Tensor> path = Run.of(new NewtonCg().on(new DoubleWell()), Tensor.vector(1e-9, 1), KEY)
                .until(Stop.slopeBelow(1e-12).or(Stop.steps(100)));
        assertThat(Math.abs(path.last().at(0))).isCloseTo(1, within(1e-10));
    }
}
