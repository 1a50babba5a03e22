package thalweg.flow.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.flow.Reference;
import thalweg.flow.Run;

/// Three spins with fields and couplings: the law, the spectrum of the chain and its autocorrelation time are known
/// exactly (`flow.json`, three_spin_chain, by NumPy on the eight states).
class MetropolisTest {
    private static final Reference EXACT = Reference.read("flow.json").at("three_spin_chain");
    private static final Listed SPINS = Listed.flips(3, s -> {
        double a = spin(s, 0);
        double b = spin(s, 1);
        double c = spin(s, 2);
        return -0.7 * a * b + 0.4 * b * c - 0.3 * a * c - 0.1 * a + 0.2 * b - 0.05 * c;
    });
    private static final Metropolis METHOD = new Metropolis(1);

    private static double spin(int state, int site) {
        return (state >> site & 1) == 1 ? 1 : -1;
    }

    private static double[] law() {
        double[] law = new double[8];
        double sum = 0;
        for (int s = 0; s < 8; s++) {
            law[s] = StrictMath.exp(-SPINS.energy()[s]);
            sum += law[s];
        }
        assertThat(StrictMath.log(sum)).isCloseTo(EXACT.at("lnZ").number(), within(1e-14));
        for (int s = 0; s < 8; s++) {
            law[s] /= sum;
        }
        return law;
    }

    @Test
    void theLawIsStationaryAndBalanced() {
        double[] law = law();
        double[] p = METHOD.matrix(SPINS);
        for (int j = 0; j < 8; j++) {
            double into = 0;
            for (int i = 0; i < 8; i++) {
                into += law[i] * p[i * 8 + j];
                assertThat(law[i] * p[i * 8 + j]).isCloseTo(law[j] * p[j * 8 + i], within(1e-16));
            }
            assertThat(into).isCloseTo(law[j], within(1e-14));
        }
    }

    @Test
    void theSpectrumIsTheExactOne() {
        double[] law = law();
        double[] p = METHOD.matrix(SPINS);
        double[] symmetric = new double[64];
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 8; j++) {
                symmetric[i * 8 + j] = p[i * 8 + j] * Math.sqrt(law[i] / law[j]);
            }
        }
        Tensor values = Tensor.of(symmetric, 8, 8).eigen().get(0);
        assertThat(values.at(7)).isCloseTo(1, within(1e-13));
        assertThat(values.at(6))
                .isCloseTo(
                        EXACT.at("single_flip_random_site/metropolis/second_eigenvalue")
                                .number(),
                        within(1e-12));
    }

    /// Means over 400,000 steps within four standard errors, those by the exact autocorrelation time (at most
    /// that of the slowest mode, 8.4, for each spin).
    @Test
    void theRunSamplesTheLaw() {
        int steps = 400_000;
        double[] mean = EXACT.at("mean_s").numbers();
        double[] sums = new double[3];
        Run.of(METHOD.on(SPINS), 0, Key.of(9))
                .every(1)
                .withoutPlaces()
                .observe("spins", s -> {
                    for (int i = 0; i < 3; i++) {
                        sums[i] += spin(s, i);
                    }
                    return 0;
                })
                .steps(steps);
        double slowest =
                EXACT.at("single_flip_random_site/metropolis/second_eigenvalue").number();
        double tau = (1 + slowest) / (1 - slowest);
        for (int i = 0; i < 3; i++) {
            double error = Math.sqrt((1 - mean[i] * mean[i]) * tau / steps);
            assertThat(sums[i] / (steps + 1)).isCloseTo(mean[i], within(4 * error));
        }
    }

    @Test
    void misuseSaysWhatToDo() {
        assertThatThrownBy(() -> new Metropolis(0)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> new Listed(new double[2], new int[][] {{1}, {1}}))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("both directions");
    }
}
