package thalweg.room.law.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RunsTest {
    private static double p(String signs) {
        boolean[] up = new boolean[signs.length()];
        for (int i = 0; i < up.length; i++) {
            up[i] = signs.charAt(i) == '+';
        }
        return Runs.p(up);
    }

    /// By counting: of the 3432 orders of 7 and 7 signs, 2 have two runs and 12 have three; of the 6 orders of 2 and 2,
    /// 2 have two runs, 2 three, 2 four; of the 4 orders of 1 and 3, 2 have two runs and 2 three.
    @Test
    void smallNumbersByCounting() {
        assertThat(p("++++++-------+")).isCloseTo(14.0 / 3432, within(1e-15));
        assertThat(p("+++++++-------")).isCloseTo(2.0 / 3432, within(1e-15));
        assertThat(p("+--+")).isCloseTo(4.0 / 6, within(1e-15));
        assertThat(p("+-+-")).isCloseTo(1, within(1e-15));
        assertThat(p("-+--")).isCloseTo(1, within(1e-15));
        assertThat(p("---")).isEqualTo(1);
    }

    /// Many signs: the normal law with mean `2 m n / N + 1` and variance `(mean - 1)(mean - 2)/(N - 1)`.
    @Test
    void manySignsAreNormal() {
        double mean = 2 * 1000.0 * 1000 / 2000 + 1;
        assertThat(p("++++----".repeat(250))).isLessThan(1e-20);
        int runs = 978;
        String few = "+-".repeat(runs / 2) + "+".repeat(1000 - runs / 2) + "-".repeat(1000 - runs / 2);
        double z = (runs + 2.5 - mean) / Math.sqrt((mean - 1) * (mean - 2) / 1999);
        double normal = new org.hipparchus.distribution.continuous.NormalDistribution().cumulativeProbability(z);
        assertThat(p(few)).isCloseTo(normal, within(0.001));
    }
}
