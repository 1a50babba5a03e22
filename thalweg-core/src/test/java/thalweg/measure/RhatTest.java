package thalweg.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Misuse;

class RhatTest {
    /// Chains (1, 3, 1, 3) and (5, 7, 5, 7): W = 4/3, B/n = 8, R^2 = 8 / (4/3) + 3/4.
    @Test
    void byHand() {
        Draws draws = Draws.of(new double[] {1, 3, 1, 3}, new double[] {5, 7, 5, 7});
        assertThat(Rhat.of(draws).basic().value()).isCloseTo(Math.sqrt(6.75), within(1e-15));
    }

    /// Superchains of two: means 3 and 3, variance 0; then of one: as without nesting but for the 1/n.
    @Test
    void nestedByHand() {
        double[] low = {1, 3, 1, 3};
        double[] high = {5, 7, 5, 7};
        assertThat(Rhat.nested(Draws.of(low, high, high, low), 2).value()).isEqualTo(1);
        assertThat(Rhat.nested(Draws.of(low, high), 1).value()).isCloseTo(Math.sqrt(7), within(1e-15));
        // Means 2, 2 | 6, 6 of superchains: between 8, within 4/3.
        assertThat(Rhat.nested(Draws.of(low, low, high, high), 2).value()).isCloseTo(Math.sqrt(7), within(1e-15));
        assertThat(Rhat.nested(Draws.of(low, high), 2).remark()).contains("one superchain");
        assertThatThrownBy(() -> Rhat.nested(Draws.of(low, high, low), 2))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("superchains of 2 out of 3 chains");
    }

    @Test
    void chainsThatStandStill() {
        double[] one = new double[50];
        double[] two = new double[50];
        Arrays.fill(two, 1);
        Rhat rhat = Rhat.of(Draws.of(one, two));
        assertThat(rhat.basic().value()).isInfinite();
        assertThat(rhat.basic().remark()).contains("stands still");
        assertThat(rhat.value().value()).isInfinite();
    }

    /// Two far modes and a wider chain: the first is seen by the bulk, the second only folded.
    @Test
    void whatEachSees() {
        double[][] chains = new double[4][];
        for (int k = 0; k < 4; k++) {
            chains[k] = Key.of(k).normals(1000);
        }
        assertThat(Rhat.of(Draws.of(chains)).value().value()).isLessThan(1.01);
        double[][] modes = chains.clone();
        modes[3] = Arrays.stream(chains[3]).map(x -> x + 10).toArray();
        assertThat(Rhat.of(Draws.of(modes)).bulk().value()).isGreaterThan(1.4);
        double[][] widths = chains.clone();
        widths[3] = Arrays.stream(chains[3]).map(x -> 4 * x).toArray();
        assertThat(Rhat.of(Draws.of(widths)).bulk().value()).isLessThan(1.01);
        assertThat(Rhat.of(Draws.of(widths)).folded().value()).isGreaterThan(1.1);
        assertThat(Rhat.of(Draws.of(widths)).value())
                .isEqualTo(Rhat.of(Draws.of(widths)).folded());
    }

    /// Draws at -1 and 1 only: all distances from the median 0 are equal.
    @Test
    void noWidthToCompare() {
        double[] signs = Arrays.stream(Key.of(1).normals(400)).map(Math::signum).toArray();
        double[] both = new double[400];
        for (int i = 0; i < 400; i++) {
            both[i] = i < 200 ? signs[i] : -signs[i - 200];
        }
        Rhat rhat = Rhat.of(Draws.of(both));
        assertThat(rhat.folded().known()).isFalse();
        assertThat(rhat.value().value()).isEqualTo(rhat.bulk().value());
        assertThat(rhat.value().remark()).contains("place only");
    }

    @Test
    void chainsOfOneLength() {
        assertThatThrownBy(() -> Draws.of(new double[3], new double[4]))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("4 draws in chain 2 and 3 in chain 1");
        assertThatThrownBy(Draws::of).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> Draws.of(new double[9]).quantile(1.5)).isInstanceOf(Misuse.class);
        assertThat(Draws.of(new double[] {1, 2}, new double[] {3, Double.NaN}).flaw())
                .isEqualTo("draw 2 of chain 2 is NaN");
    }
}
