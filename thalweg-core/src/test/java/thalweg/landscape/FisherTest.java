package thalweg.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.array.transform.Calculus;
import thalweg.model.Mlp;

/// Against the definition: the mean over targets of the model, target by target, of products of slopes.
class FisherTest {
    private static final int N = 7;
    private static final int CLASSES = 3;
    private static final Mlp NET = Mlp.draw(Key.of(1), 2, 4, CLASSES);
    private static final Tensor X = Tensor.of(Key.of(2).normals(2 * N), N, 2);

    private static Tensor indicators() {
        double[] y = new double[N * CLASSES];
        for (int i = 0; i < N; i++) {
            y[i * CLASSES + i % CLASSES] = 1;
        }
        return Tensor.of(y, N, CLASSES);
    }

    private static final Likelihood<Mlp> CLASSIFIER =
            new Likelihood<>(Mlp::at, X, indicators(), new Family.Categorical());
    private static final Likelihood<Mlp> REGRESSION = new Likelihood<>(
            Mlp::at, X, Tensor.of(Key.of(3).normals(N * CLASSES), N, CLASSES), new Family.Gaussian(0.7));

    private static double[] slope(Mlp net, int row, int chosen) {
        Mlp slope = Calculus.<Mlp>grad(m -> m.at(X.slice(0, row, row + 1))
                        .get(0)
                        .logSumExp(0)
                        .minus(m.at(X.slice(0, row, row + 1)).get(0).get(chosen)))
                .apply(net);
        return Coordinates.of(net).flat(slope);
    }

    /// `(1/n) sum_i sum_c p_c g g'` and, beside it, the mean square that one draw an example leaves out.
    private static double[] byDefinition(double[] scatter) {
        Tensor p = NET.at(X).softmax(1);
        int size = NET.size();
        double[] g = new double[size * size];
        for (int i = 0; i < N; i++) {
            double[] own = new double[size * size];
            double squares = 0;
            for (int c = 0; c < CLASSES; c++) {
                double[] s = slope(NET, i, c);
                double norm = 0;
                for (int a = 0; a < size; a++) {
                    norm += s[a] * s[a];
                    for (int b = 0; b < size; b++) {
                        own[a * size + b] += p.at(i, c) * s[a] * s[b];
                    }
                }
                squares += p.at(i, c) * norm * norm;
            }
            for (int a = 0; a < own.length; a++) {
                g[a] += own[a] / N;
                squares -= own[a] * own[a];
            }
            scatter[0] += squares / (N * N);
        }
        return g;
    }

    private static double[] metric(Tensor rows) {
        return rows.transpose().matmul(rows).toArray();
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    private static <W> Sample<Mlp, W> read(Rows<Mlp, W> rows, Key key) {
        return rows.read(NET, rows.begin(NET, key), key);
    }

    @Test
    void exactIsTheDefinition() {
        double[] wanted = byDefinition(new double[1]);
        double[] found = metric(read(Fisher.exact(CLASSIFIER), Key.of(5)).rows());
        assertThat(distance(found, wanted)).isLessThan(1e-14);
    }

    @Test
    void sampledFallsWithTheRootOfTheDraws() {
        double[] scatter = new double[1];
        double[] wanted = byDefinition(scatter);
        for (int draws : new int[] {4, 16, 64, 256}) {
            Fisher<Mlp> fisher = Fisher.sampled(CLASSIFIER, draws);
            double square = 0;
            int times = 60;
            for (int k = 0; k < times; k++) {
                double d = distance(metric(read(fisher, Key.of(100 + k)).rows()), wanted);
                square += d * d / times;
            }
            assertThat(square * draws / scatter[0]).as(draws + " draws").isBetween(0.7, 1.4);
        }
    }

    /// Of normal targets the information is `J'J / variance`, whatever the targets.
    @Test
    void gaussian() {
        Sample<Mlp, Integer> exact = read(Fisher.exact(REGRESSION), Key.of(1));
        Tensor j = REGRESSION.slopes(NET, Tensor.unit(CLASSES).expand(1, N));
        double[] wanted = metric(j.times(Math.sqrt(1 / (0.7 * N))));
        assertThat(distance(metric(exact.rows()), wanted)).isLessThan(1e-13);
        double[] slope = Coordinates.of(NET).flat(exact.slope());
        assertThat(distance(exact.rows().transpose().matmul(exact.residual()).toArray(), slope))
                .isLessThan(1e-13);
    }

    @Test
    void slopesAreMadeOfTheRows() {
        for (Fisher<Mlp> fisher : java.util.List.of(
                Fisher.exact(CLASSIFIER), Fisher.empirical(CLASSIFIER), Fisher.empirical(REGRESSION))) {
            Sample<Mlp, Integer> sample = read(fisher, Key.of(1));
            double[] slope = Coordinates.of(NET).flat(sample.slope());
            assertThat(distance(
                            sample.rows().transpose().matmul(sample.residual()).toArray(), slope))
                    .isLessThan(1e-14);
        }
        assertThat(read(Fisher.sampled(CLASSIFIER, 2), Key.of(1)).residual().count())
                .isZero();
    }

    @Test
    void productsNeedNoMatrix() {
        for (Likelihood<Mlp> likelihood : java.util.List.of(CLASSIFIER, REGRESSION)) {
            double[] x = Coordinates.of(NET).flat(NET);
            double[] v = Key.of(9).normals(x.length);
            double[] product = new double[x.length];
            likelihood.products(NET).call(new double[][] {x, v}, new double[][] {product});
            Tensor rows = read(Fisher.exact(likelihood), Key.of(1)).rows();
            double[] wanted =
                    rows.transpose().matmul(rows.matmul(Tensor.vector(v))).toArray();
            assertThat(distance(product, wanted)).isLessThan(1e-13);
        }
    }

    /// Empirical is another matrix: it sees the data.
    @Test
    void empiricalIsNotFisher() {
        double[] wanted = byDefinition(new double[1]);
        double[] other = metric(read(Fisher.empirical(CLASSIFIER), Key.of(1)).rows());
        assertThat(distance(other, wanted)).isGreaterThan(0.1 * distance(wanted, new double[wanted.length]));
    }

    @Test
    void drawnTargetsHaveTheirLaw() {
        Tensor output = Tensor.matrix(new double[] {0.3, -1.2, 0.8}).get(0).rows(20_000);
        Tensor drawn = new Family.Categorical().draw(output, Tensor.key(Key.of(4)));
        Tensor p = output.get(0).softmax(0);
        assertThat(drawn.sum(1).minus(1).abs().greatest().value()).isZero();
        for (int c = 0; c < CLASSES; c++) {
            assertThat(drawn.mean(0).at(c)).isCloseTo(p.at(c), within(4 * Math.sqrt(0.25 / 20_000)));
        }
        Tensor normal = new Family.Gaussian(4).draw(Tensor.full(3, 20_000, 1), Tensor.key(Key.of(4)));
        assertThat(normal.mean().value()).isCloseTo(3, within(4 * 2 / Math.sqrt(20_000)));
        assertThat(normal.minus(3).square().mean().value()).isCloseTo(4, within(4 * 4 * Math.sqrt(2.0 / 20_000)));
    }

    @Test
    void misuse() {
        assertThatThrownBy(() -> Fisher.sampled(CLASSIFIER, 0)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> new Family.Gaussian(0)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> new Likelihood<>(Mlp::at, X, Tensor.zeros(N + 1, 1), new Family.Gaussian(1)))
                .isInstanceOf(Misuse.class);
    }
}
