package thalweg.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.array.Key;

class IntegratedTimeTest {
    @ParameterizedTest
    @ValueSource(doubles = {-0.5, 0, 0.5, 0.9, 0.98})
    void memoryOfAutoregression(double phi) {
        double known = (1 + phi) / (1 - phi);
        double[] x = Chain.autoregressive(phi, 1 << 18, Key.of(7));
        agrees(IntegratedTime.geyer(x), known);
        if (phi >= 0) {
            agrees(IntegratedTime.sokal(x), known);
            agrees(IntegratedTime.wolff(x), known);
        } else {
            assertThat(IntegratedTime.sokal(x).time().remark()).contains("alternates");
            assertThat(IntegratedTime.wolff(x).time().remark()).contains("alternates");
        }
        agrees(Binning.of(x).mean(), x.length, known);
        agrees(Mcse.mean(Draws.of(x)), x.length, known);
    }

    /// Exact, from the transition matrices of the eight states (reference/flow.json).
    @ParameterizedTest
    @CsvSource({"false, 6.820450774083025", "true, 10.095921505546572"})
    void threeSpins(boolean heatBath, double known) {
        double[] x = Chain.spins(heatBath, 1 << 19, Key.of(11));
        assertThat(Mcse.mean(Draws.of(x)).deviation(-0.0012511327165615482)).isBetween(-3.0, 3.0);
        agrees(IntegratedTime.geyer(x), known);
        agrees(IntegratedTime.sokal(x), known);
        agrees(IntegratedTime.wolff(x), known);
        agrees(Binning.of(x).mean(), x.length, known);
    }

    @Test
    void correlationsOfAutoregression() {
        Autocorrelation rho = Autocorrelation.of(Chain.autoregressive(0.9, 1 << 18, Key.of(3)), 40);
        for (int t = 0; t <= 40; t++) {
            assertThat(rho.at(t)).isCloseTo(Math.pow(0.9, t), within(0.03));
        }
    }

    /// g(t) of 1, 2, 3, 4: deviations -1.5, -0.5, 0.5, 1.5.
    @Test
    void correlationsByHand() {
        Autocorrelation rho = Autocorrelation.of(new double[] {1, 2, 3, 4}, 3);
        assertThat(rho.values()).containsExactly(1, 0.25, -0.3, -0.45);
    }

    private static void agrees(IntegratedTime tau, double known) {
        assertThat(tau.time().deviation(known)).isBetween(-3.5, 3.5);
        assertThat(tau.time().error()).isLessThan(0.1 * known);
    }

    /// An effective size, which binning knows to about 10 %.
    private static void agrees(Estimate mean, int n, double known) {
        assertThat(n / mean.size()).isCloseTo(known, within(0.2 * known));
    }
}
