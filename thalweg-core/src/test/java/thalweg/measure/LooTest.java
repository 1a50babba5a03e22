package thalweg.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Misuse;

/// A normal mean under a flat prior: without point i it is N(mean of the others, 1 / (n - 1)), so that
/// `p(y_i | y_{-i}) = N(mean of the others, 1 + 1 / (n - 1))`.
class LooTest {
    private static final double[] Y = Key.of(21).normals(25);

    private static double exact(int i) {
        int n = Y.length;
        double others = (Moments.mean(Y) * n - Y[i]) / (n - 1);
        double variance = 1 + 1.0 / (n - 1);
        return -0.5 * Math.log(2 * Math.PI * variance) - (Y[i] - others) * (Y[i] - others) / (2 * variance);
    }

    private static double[][] likelihood(double[] mu) {
        double[][] ll = new double[Y.length][mu.length];
        for (int i = 0; i < Y.length; i++) {
            for (int s = 0; s < mu.length; s++) {
                double d = Y[i] - Moments.mean(Y) - mu[s] / Math.sqrt(Y.length);
                ll[i][s] = -0.5 * Math.log(2 * Math.PI) - 0.5 * d * d;
            }
        }
        return ll;
    }

    @Test
    void equalsTheClosedForm() {
        Loo loo = Loo.of(likelihood(Key.of(1).normals(20_000)));
        double sum = 0;
        for (int i = 0; i < Y.length; i++) {
            Loo.Point point = loo.points().get(i);
            assertThat(point.elpd().deviation(exact(i))).isBetween(-4.0, 4.0);
            assertThat(point.elpd().error()).isLessThan(0.01);
            assertThat(point.shape().value()).isLessThan(0.7);
            sum += exact(i);
        }
        assertThat(loo.elpd().value()).isCloseTo(sum, within(0.02));
        // One parameter was fitted.
        assertThat(loo.parameters().value()).isCloseTo(1, within(0.5));
    }

    /// Of draws with a memory the Monte Carlo errors are wider by sqrt(tau) and hold the truth.
    @Test
    void chainsWithMemory() {
        double[][][] ll = new double[Y.length][2][];
        for (int k = 0; k < 2; k++) {
            double[][] chain = likelihood(Chain.autoregressive(0.9, 10_000, Key.of(k)));
            for (int i = 0; i < Y.length; i++) {
                ll[i][k] = chain[i];
            }
        }
        Loo loo = Loo.ofChains(ll);
        Loo independent = Loo.of(likelihood(Key.of(1).normals(20_000)));
        for (int i = 0; i < Y.length; i++) {
            assertThat(loo.points().get(i).elpd().deviation(exact(i))).isBetween(-4.0, 4.0);
            double wider = loo.points().get(i).elpd().error()
                    / independent.points().get(i).elpd().error();
            assertThat(wider).isBetween(1.5, 7.0);
        }
    }

    @Test
    void differenceOfModels() {
        Loo loo = Loo.of(likelihood(Key.of(1).normals(4000)));
        assertThat(loo.less(loo).value()).isEqualTo(0);
        assertThat(loo.less(loo).error()).isEqualTo(0);
        Loo shorter = Loo.of(new double[][] {{-1, -2}, {-1, -1}});
        assertThatThrownBy(() -> loo.less(shorter)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> Loo.of(new double[0][])).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> Loo.of(new double[][] {{1, 2}, {1}}))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("point 2");
    }
}
