package thalweg.flow.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import thalweg.array.Misuse;

class WarmupTest {
    /// Stan's reference manual, HMC algorithm parameters; the ends as CmdStan runs them.
    @Test
    void windowsAreStans() {
        assertThat(new Warmup(1000, Mass.DRAWS, 0.8).windows()).containsExactly(99, 149, 249, 449, 949);
        assertThat(new Warmup(400, Mass.DRAWS, 0.8).windows()).containsExactly(99, 149, 349);
        assertThat(new Warmup(19, Mass.DRAWS, 0.8).windows()).isEmpty();
    }

    /// By the rule of Hoffman and Gelman (2014), section 3.2, in 30 digits.
    @Test
    void dualAveragesFollowTheirRule() {
        double[] accepted = {0.5, 0.9, 1.0, 0.2, 0.7, 0.85, 0.8, 0.95, 0.6, 0.99};
        double[] logStep = {
            1.7571305475395005, 1.8311805722030141, 2.3025850929940455, 0.588299378708331, 0.21558831399424117,
            0.3123746769827125, 0.2793635021799461, 0.7312366903572718, 0.09205877720457023, 0.6898234863081705
        };
        double[] mean = {
            1.7571305475395005, 1.801160955637489, 2.0211313811848504, 1.5145487685587269, 1.1260689820412135,
            0.9138189137511287, 0.7663917277648418, 0.7590012915313078, 0.6306481448044585, 0.6411711739422659
        };
        DualAverage now = DualAverage.from(1);
        for (int i = 0; i < accepted.length; i++) {
            now = now.after(accepted[i], 0.8);
            assertThat(now.logStep()).isEqualTo(logStep[i], within(1e-14));
            assertThat(now.logMean()).isEqualTo(mean[i], within(1e-14));
        }
    }

    @Test
    void misuseSaysWhatToDo() {
        assertThatThrownBy(() -> new Warmup(-1)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> new Warmup(10, Mass.DRAWS, 1)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> new Nuts(new Warmup(10), 0)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> new Hmc(new Warmup(10), 0)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> Metric.diagonal(new double[] {1, 0})).isInstanceOf(Misuse.class);
    }
}
