package thalweg.flow.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.array.Tree;
import thalweg.flow.Ending;
import thalweg.flow.Flow;
import thalweg.flow.Run;
import thalweg.flow.Trajectory;
import thalweg.landscape.Family;
import thalweg.landscape.Fisher;
import thalweg.landscape.Layered;
import thalweg.landscape.Likelihood;
import thalweg.model.Mlp;

class NaturalTest {
    private static final Family UNIT = new Family.Gaussian(1);

    private static Tensor normals(int seed, int... shape) {
        int count = 1;
        for (int size : shape) {
            count *= size;
        }
        return Tensor.of(Key.of(seed).normals(count), shape);
    }

    /// `y = X b`, seen with noise.
    private static Likelihood<Tensor> linear(Tensor x, Tensor y) {
        return new Likelihood<>((w, rows) -> rows.matmul(w).columns(1), x, y.columns(1), UNIT);
    }

    private static double largest(Tensor t) {
        return t.abs().greatest().value();
    }

    private static <S, X> S after(Flow<S, X> flow, S start, int steps) {
        return Run.of(flow, start, Key.of(1)).steps(steps).last();
    }

    /// A network, and the same network on inputs `x M + c`.
    private record Twins(Mlp net, Likelihood<Mlp> likelihood, Mlp turned, Likelihood<Mlp> other) {
        static Twins of(int outputs, Family family, Tensor target) {
            int n = target.size(0);
            Tensor x = normals(1, n, 2);
            Mlp net = Mlp.draw(Key.of(2), 2, 3, outputs);
            Tensor m = Tensor.matrix(new double[] {1.5, -0.4}, new double[] {0.3, 0.8});
            Tensor c = Tensor.vector(0.7, -0.2);
            Tensor weight = m.solve(net.layers().get(0).weight());
            Tensor bias = net.layers().get(0).bias().minus(c.matmul(weight));
            Mlp turned =
                    new Mlp(List.of(new Mlp.Dense(weight, bias), net.layers().get(1)));
            return new Twins(
                    net,
                    new Likelihood<>(Mlp::at, x, target, family),
                    turned,
                    new Likelihood<>(Mlp::at, x.matmul(m).plus(c), target, family));
        }
    }

    private static double[] heights(Flow<Mlp, ?> flow, Mlp start) {
        return Run.of(flow, start, Key.of(1)).every(1).steps(12).heights();
    }

    @Test
    void oneStepSolvesALinearRegression() {
        Tensor x = normals(1, 50, 6);
        Tensor truth = normals(2, 6);
        Tensor start = normals(3, 6);
        Natural whole = Natural.undamped(1);
        Likelihood<Tensor> clean = linear(x, x.matmul(truth));
        for (Tensor found : List.of(
                after(whole.on(Fisher.exact(clean)), start, 1),
                after(whole.on(clean), start, 1),
                after(whole.on(Fisher.sampled(clean, 40)), truth, 1))) {
            assertThat(largest(found.minus(truth))).isLessThan(1e-10);
        }
        Tensor y = x.matmul(truth).plus(normals(4, 50));
        Likelihood<Tensor> noisy = linear(x, y);
        for (Tensor found : List.of(after(whole.on(Fisher.exact(noisy)), start, 1), after(whole.on(noisy), start, 1))) {
            // The normal equations.
            assertThat(largest(x.transpose().matmul(x.matmul(found).minus(y)))).isLessThan(1e-10);
        }
    }

    /// Fewer rows than coordinates: the nearest of all solutions, in the space of the rows.
    @Test
    void shortestStepWhereRowsAreFew() {
        Tensor x = normals(1, 5, 12);
        Tensor y = normals(2, 5);
        Tensor start = normals(3, 12);
        Tensor found = after(Natural.undamped(1).on(Fisher.exact(linear(x, y))), start, 1);
        assertThat(largest(x.matmul(found).minus(y))).isLessThan(1e-12);
        Tensor moved = found.minus(start);
        Tensor within = x.transpose().matmul(x.matmul(x.transpose()).solve(x.matmul(moved)));
        assertThat(largest(moved.minus(within))).isLessThan(1e-12);
    }

    /// `(G + damping) s = -g` both in the space of the rows and in that of the coordinates.
    @Test
    void dampedStepSolvesItsSystem() {
        for (int size : new int[] {4, 40}) {
            Tensor x = normals(1, 15, size);
            Tensor y = normals(2, 15);
            Tensor start = normals(3, size);
            Likelihood<Tensor> likelihood = linear(x, y);
            Natural damped = new Natural(1, 0.3, false);
            Tensor g = x.transpose().matmul(x.matmul(start).minus(y)).over(15);
            for (Tensor found : List.of(
                    after(damped.on(Fisher.exact(likelihood)), start, 1), after(damped.on(likelihood), start, 1))) {
                Tensor s = found.minus(start);
                Tensor left = x.transpose().matmul(x.matmul(s)).over(15).plus(s.times(0.3));
                assertThat(largest(left.plus(g))).isLessThan(1e-12);
            }
            Tensor sampled =
                    after(damped.on(Fisher.sampled(likelihood, 1)), start, 1).minus(start);
            // One draw an example: s is minus g / damping up to the span of the rows x_i.
            assertThat(sampled.times(g).sum().value()).isNegative();
        }
    }

    @Test
    void affineMapsOfTheInputsChangeNothing() {
        Tensor x = normals(1, 40, 2);
        Mlp near = Tree.zip(Mlp.draw(Key.of(2), 2, 3, 1), Mlp.draw(Key.of(9), 2, 3, 1), (a, b) -> a.plus(b.times(0.1)));
        Tensor numbers = near.at(x);
        Twins regression = Twins.of(1, UNIT, numbers);
        double[] classes = new double[80];
        for (int i = 0; i < 40; i++) {
            classes[2 * i + (numbers.at(i, 0) + normals(7, 40).at(i) > 0 ? 1 : 0)] = 1;
        }
        Natural natural = Natural.undamped(0.2);
        same(
                heights(natural.on(Fisher.exact(regression.likelihood())), regression.net()),
                heights(natural.on(Fisher.exact(regression.other())), regression.turned()));
        Twins classifier = Twins.of(2, new Family.Categorical(), Tensor.of(classes, 40, 2));
        for (Twins twins : List.of(regression, classifier)) {
            Layered<Mlp> network = Mlp.layered();
            Kfac method = new Kfac(0.2, 0, false, 1, 1);
            same(
                    heights(method.on(network, twins.likelihood()), twins.net()),
                    heights(method.on(network, twins.other()), twins.turned()));
        }
    }

    private static void same(double[] a, double[] b) {
        assertThat(a[a.length - 1]).isLessThan(a[0]);
        for (int i = 0; i < a.length; i++) {
            assertThat(b[i]).isCloseTo(a[i], within(1e-8 * a[i]));
        }
    }

    /// A damping that adapts never goes up and ends where the slope is gone.
    @Test
    void adaptiveStepsOnlyGoDown() {
        Tensor x = normals(1, 60, 2);
        Tensor y = x.get(1, 0).sin().plus(x.get(1, 1).square()).columns(1);
        Likelihood<Mlp> likelihood = new Likelihood<>(Mlp::at, x, y, UNIT);
        Mlp start = Mlp.draw(Key.of(5), 2, 4, 1);
        for (Flow<Mlp, Descending<Integer>> flow :
                List.of(new Natural().on(Fisher.exact(likelihood)), new Natural().on(likelihood))) {
            Trajectory<Mlp> path = Run.of(flow, start, Key.of(1)).every(1).steps(60);
            double[] heights = path.heights();
            for (int i = 1; i < heights.length; i++) {
                assertThat(heights[i]).isLessThanOrEqualTo(heights[i - 1]);
            }
            assertThat(heights[heights.length - 1]).isLessThan(0.02 * heights[0]);
        }
    }

    @Test
    void singularMetric() {
        Tensor column = normals(1, 30, 1);
        Tensor x = Tensor.concatenate(1, List.of(column, column.times(2), normals(2, 30, 1)));
        Likelihood<Tensor> likelihood = linear(x, normals(3, 30));
        Flow<Tensor, Descending<Integer>> flow = Natural.undamped(1).on(Fisher.exact(likelihood));
        Descending<Integer> now = flow.begin(Tensor.zeros(3), Key.of(1));
        now = flow.step(now, Key.of(1));
        assertThat(Natural.rank(now)).isEqualTo(2);
        Tensor found = flow.place(now);
        assertThat(found.at(1)).isCloseTo(2 * found.at(0), within(1e-12));
        assertThat(largest(x.transpose().matmul(x.matmul(found).minus(normals(3, 30)))))
                .isLessThan(1e-12);
    }

    @Test
    void endsWithASentence() {
        Likelihood<Tensor> likelihood = linear(normals(1, 9, 2), normals(2, 9));
        Trajectory<Tensor> path =
                Run.of(new Natural().on(likelihood), Tensor.zeros(2), Key.of(1)).steps(1000);
        assertThat(path.ending()).isInstanceOf(Ending.Converged.class);
        assertThat(path.ending().message()).contains("2 of 2 directions");
        Tensor nowhere = Tensor.full(Double.NaN, 2);
        assertThat(Run.of(new Natural().on(likelihood), nowhere, Key.of(1))
                        .steps(2)
                        .ending())
                .isInstanceOf(Ending.Diverged.class);
        assertThatThrownBy(() -> new Natural(1, 0, true)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> new Natural(0, 1, true)).isInstanceOf(Misuse.class);
        assertThat(Tree.of(path.last()).leaves()).hasSize(1);
    }
}
