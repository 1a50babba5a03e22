package thalweg.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Misuse;

class WeightsTest {
    /// Weights 1, 2, 1 of 0, 1, 2 (and the same times e^800): mean 1, effective size 16 / 6.
    @Test
    void byHand() {
        double[] log = {800, 800 + Math.log(2), 800};
        Weights weights = Weights.of(log);
        assertThat(weights.mean(new double[] {0, 1, 2}).value()).isCloseTo(1, within(1e-13));
        assertThat(weights.effectiveSize().value()).isCloseTo(16.0 / 6, within(1e-12));
        assertThat(weights.effectiveSize().remark()).contains("collapsed");
        assertThat(weights.logMean().value()).isCloseTo(800 + Math.log(4.0 / 3), within(1e-12));
        assertThatThrownBy(() -> weights.mean(new double[2])).isInstanceOf(Misuse.class);
    }

    /// Equal weights: the plain mean, its error with n in place of n - 1.
    @Test
    void equalWeights() {
        double[] x = Key.of(1).normals(1000);
        Estimate mean = Weights.of(new double[1000]).mean(x);
        assertThat(mean.value()).isCloseTo(Moments.mean(x), within(1e-15));
        assertThat(mean.error()).isCloseTo(Math.sqrt(Moments.variance(x) * 999) / 1000, within(1e-15));
        assertThat(mean.size()).isCloseTo(1000, within(1e-9));
        assertThat(Weights.of(new double[1000]).logMean().error()).isCloseTo(0, within(1e-7));
    }

    /// From N(0, 1) to exp(-2 (x - 1/2)^2): Z = sqrt(pi / 2) over sqrt(2 pi) is 1/2, mean 1/2, variance 1/4.
    @Test
    void fromOneNormalToAnother() {
        double[] x = Key.of(5).normals(100_000);
        Weights weights = Weights.of(Arrays.stream(x)
                .map(v -> -2 * (v - 0.5) * (v - 0.5) + 0.5 * v * v)
                .toArray());
        assertThat(weights.logMean().deviation(Math.log(0.5))).isBetween(-3.0, 3.0);
        assertThat(weights.mean(x).deviation(0.5)).isBetween(-3.0, 3.0);
        assertThat(weights.mean(Arrays.stream(x).map(v -> v * v).toArray()).deviation(0.5))
                .isBetween(-3.0, 3.0);
    }

    @Test
    void zeroWeights() {
        double none = Double.NEGATIVE_INFINITY;
        assertThat(Weights.of(new double[] {none, 0, 0})
                        .mean(new double[] {7, 1, 3})
                        .value())
                .isEqualTo(2);
        assertThat(Weights.of(new double[] {none, none}).effectiveSize().remark())
                .isEqualTo("all weights are zero");
        assertThat(Weights.of(new double[0]).logMean().remark()).isEqualTo("no weights");
    }

    /// Exceedances of an exact generalised Pareto law, at its quantiles: the fit finds shape and scale.
    @Test
    void fitsPareto() {
        for (double k : new double[] {-0.3, 0.2, 0.7, 1.5}) {
            int n = 4000;
            double[] x = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = 2 * Math.expm1(-k * Math.log1p(-(i + 0.5) / n)) / k;
            }
            ParetoTail fit = ParetoTail.fit(x);
            assertThat(fit.k()).isCloseTo(k, within(0.02 * (1 + Math.abs(k))));
            assertThat(fit.sigma()).isCloseTo(2, within(0.04));
        }
    }

    @Test
    void tailsThatCannotBeFitted() {
        assertThat(Psis.of(new double[20]).shape().remark()).contains("no tail");
        Psis equal = Psis.of(new double[100]);
        assertThat(equal.shape().remark()).isEqualTo("the 20 largest weights are equal");
        assertThat(equal.log()[7]).isCloseTo(-Math.log(100), within(1e-14));
        assertThatThrownBy(() -> Psis.of(new double[100], 0)).isInstanceOf(Misuse.class);
    }
}
