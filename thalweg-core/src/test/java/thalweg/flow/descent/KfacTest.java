package thalweg.flow.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.array.Tree;
import thalweg.flow.Checkpoint;
import thalweg.flow.Run;
import thalweg.flow.Trajectory;
import thalweg.landscape.Family;
import thalweg.landscape.Fisher;
import thalweg.landscape.Layered;
import thalweg.landscape.Likelihood;
import thalweg.landscape.Rows;
import thalweg.landscape.Sample;
import thalweg.model.Mlp;

class KfacTest {
    private static final Tensor X = Tensor.of(Key.of(1).normals(120), 40, 3);
    private static final Tensor Y = Tensor.of(Key.of(2).normals(80), 40, 2);
    private static final Layered<Mlp> NETWORK = Mlp.layered();

    private static double[] coordinates(Mlp net) {
        return Tree.of(net).leaves().stream()
                .flatMapToDouble(leaf -> java.util.Arrays.stream(leaf.toArray()))
                .toArray();
    }

    /// For one linear layer with normal targets `<a a'> (x) <d d'>` is the whole of Fisher's matrix.
    @Test
    void exactForOneLinearLayer() {
        Likelihood<Mlp> likelihood = new Likelihood<>(Mlp::at, X, Y, new Family.Gaussian(0.8));
        Mlp net = Mlp.draw(Key.of(3), 3, 2);
        KfacLayers shape = KfacLayers.of(Tree.of(net));
        double[] factors = new double[shape.factors()];
        new KfacFactors<>(shape, NETWORK, likelihood, net).read(coordinates(net), factors);
        Rows<Mlp, Integer> rows = Fisher.exact(likelihood);
        Sample<Mlp, Integer> sample = rows.read(net, rows.begin(net, Key.of(1)), Key.of(1));
        double[] fisher = sample.rows().transpose().matmul(sample.rows()).toArray();
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 8; j++) {
                double product = factors[i / 2 * 4 + j / 2] * factors[16 + i % 2 * 2 + j % 2];
                assertThat(product).isCloseTo(fisher[i * 8 + j], within(1e-13));
            }
        }
        double[] one = coordinates(Run.of(Kfac.undamped(1).on(NETWORK, likelihood), net, Key.of(1))
                .steps(1)
                .last());
        double[] other = coordinates(
                Run.of(Natural.undamped(1).on(rows), net, Key.of(1)).steps(1).last());
        for (int i = 0; i < one.length; i++) {
            assertThat(one[i]).isCloseTo(other[i], within(1e-10));
        }
    }

    /// The quadratic model of an adaptive step is that of the exact matrix: one step solves a linear regression.
    @Test
    void adaptiveStepGoesTheWholeWay() {
        Likelihood<Mlp> likelihood = new Likelihood<>(Mlp::at, X, Y, new Family.Gaussian(1));
        Mlp net = Mlp.draw(Key.of(3), 3, 2);
        Kfac method = new Kfac(1, 1e-20, true, 1, 1);
        Mlp found =
                Run.of(method.on(NETWORK, likelihood), net, Key.of(1)).steps(1).last();
        Tensor residual = found.at(X).minus(Y);
        assertThat(X.transpose().matmul(residual).abs().greatest().value()).isLessThan(1e-7);
    }

    @Test
    void adaptiveStepsOnlyGoDownAndResume() {
        Tensor target = X.get(1, 0).times(X.get(1, 1)).columns(1);
        Likelihood<Mlp> likelihood = new Likelihood<>(Mlp::at, X, target, new Family.Gaussian(1));
        Mlp net = Mlp.draw(Key.of(3), 3, 8, 8, 1);
        List<Checkpoint> cuts = new ArrayList<>();
        Run<Mlp, Descending<Integer>> run = Run.of(new Kfac().on(NETWORK, likelihood), net, Key.of(1));
        Trajectory<Mlp> path = run.every(1).checkpoints(() -> true, cuts::add).steps(150);
        double[] heights = path.heights();
        for (int i = 1; i < heights.length; i++) {
            assertThat(heights[i]).isLessThanOrEqualTo(heights[i - 1]);
        }
        assertThat(heights[heights.length - 1]).isLessThan(0.01 * heights[0]);
        Mlp again = Run.of(new Kfac().on(NETWORK, likelihood), net, Key.of(1))
                .from(cuts.get(36))
                .steps(150)
                .last();
        assertThat(coordinates(again)).isEqualTo(coordinates(path.last()));
    }

    private record Scaled(Mlp net, Tensor scale) {}

    @Test
    void unsupportedLayersAreNamed() {
        Likelihood<Scaled> likelihood =
                new Likelihood<>((m, x) -> m.net().at(x).times(m.scale()), X, Y, new Family.Gaussian(1));
        Layered<Scaled> network = (m, x, shifts) -> NETWORK.pass(m.net(), x, shifts);
        Scaled place = new Scaled(Mlp.draw(Key.of(1), 3, 4, 2), Tensor.ones(2));
        assertThatThrownBy(() -> new Kfac().on(network, likelihood).begin(place, Key.of(1)))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("scale")
                .hasMessageContaining("Fisher.exact");
        assertThatThrownBy(() -> new Kfac(1, 0, true, 1, 1)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> new Kfac(1, 1, true, 0, 1)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> new Kfac(1, 1, true, 1, 2)).isInstanceOf(Misuse.class);
    }
}
