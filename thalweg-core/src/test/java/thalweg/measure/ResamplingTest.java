package thalweg.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Misuse;

class ResamplingTest {
    private static final double[] X = Key.of(8).normals(200);

    /// Leaving out single numbers, the error of a mean is `sd / sqrt(n)`, and its bias is nothing.
    @Test
    void jackknifeOfMean() {
        Jackknife mean = Jackknife.of(new double[][] {X}, 200, m -> m[0]);
        assertThat(mean.value()).isCloseTo(Moments.mean(X), within(1e-15));
        assertThat(mean.error()).isCloseTo(Math.sqrt(Moments.variance(X) / 200), within(1e-15));
        assertThat(mean.bias()).isCloseTo(0, within(1e-13));
    }

    /// `<x>^2` overestimates the square of the true mean by `variance / n`, and the jackknife takes exactly that
    /// off.
    @Test
    void jackknifeOfSquare() {
        Jackknife square = Jackknife.of(new double[][] {X}, 200, m -> m[0] * m[0]);
        double mean = Moments.mean(X);
        assertThat(square.estimate().value()).isCloseTo(mean * mean - Moments.variance(X) / 200, within(1e-14));
    }

    /// `<x^2> - <x>^2` divides by n; less its bias it divides by n - 1.
    @Test
    void jackknifeOfVariance() {
        double[] squares = Arrays.stream(X).map(x -> x * x).toArray();
        Jackknife variance = Jackknife.of(new double[][] {X, squares}, 200, m -> m[1] - m[0] * m[0]);
        assertThat(variance.estimate().value()).isCloseTo(Moments.variance(X), within(1e-13));
    }

    @Test
    void jackknifeNamesWhatItCannot() {
        Jackknife root = Jackknife.of(new double[][] {{-1, 1, 1, 1}}, 4, m -> Math.sqrt(m[0] - 0.5));
        assertThat(root.estimate().known()).isFalse();
        Jackknife second = Jackknife.of(new double[][] {{0.6, -3, 2, 3}}, 4, m -> Math.sqrt(m[0]));
        assertThat(second.estimate().known()).isFalse();
        assertThat(second.remark()).isEqualTo("the function without block 4 is NaN");
        assertThatThrownBy(() -> Jackknife.of(new double[][] {X, {1, 2}}, 2, m -> m[0]))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("200 and 2");
    }

    /// The variance of the bootstrap mean is `(n - 1) / n^2` of the variance, up to the scatter of replicas.
    @Test
    void bootstrapOfMean() {
        Bootstrap mean = Bootstrap.of(X, Moments::mean, 20_000, Key.of(3));
        double known = Math.sqrt(Moments.variance(X) * 199) / 200;
        assertThat(mean.estimate().error()).isCloseTo(known, within(0.03 * known));
        assertThat(mean.bias()).isCloseTo(0, within(4 * known / Math.sqrt(20_000)));
        Interval interval = mean.interval(0.9);
        assertThat(interval.low()).isCloseTo(mean.estimate().value() - 1.645 * known, within(0.05 * known));
        assertThat(Bootstrap.of(X, Moments::mean, 100, Key.of(3)).replicas())
                .isEqualTo(Bootstrap.of(X, Moments::mean, 100, Key.of(3)).replicas());
    }

    @Test
    void bootstrapRefuses() {
        assertThatThrownBy(() -> Bootstrap.of(new double[0], Moments::mean, 10, Key.of(1)))
                .isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> Bootstrap.of(X, Moments::mean, 201, 10, Key.of(1)))
                .isInstanceOf(Misuse.class);
        assertThat(Bootstrap.of(X, x -> Double.NaN, 10, Key.of(1)).estimate().remark())
                .contains("NaN");
    }

    /// (1, 2 | 3, 4 | 5, 9): means 1.5, 3.5, 7; the number in front fills no block.
    @Test
    void blocksByHand() {
        Blocks blocks = Blocks.of(new double[] {100, 1, 2, 3, 4, 5, 9}, 3);
        assertThat(blocks.means()).containsExactly(1.5, 3.5, 7);
        assertThat(blocks.mean().value()).isEqualTo(4);
        assertThat(blocks.mean().error()).isCloseTo(Math.sqrt(15.5 / 2 / 3), within(1e-15));
        assertThatThrownBy(() -> Blocks.of(new double[5], 6)).isInstanceOf(Misuse.class);
    }

    @Test
    void binsDouble() {
        Binning binning = Binning.of(Chain.autoregressive(0.95, 1 << 14, Key.of(1)));
        assertThat(binning.levels()).extracting(Binning.Level::length).startsWith(1, 2, 4, 8);
        assertThat(binning.levels().get(3).bins()).isEqualTo(1 << 11);
        assertThat(Binning.of(Chain.autoregressive(0.999, 500, Key.of(1)))
                        .mean()
                        .remark())
                .contains("too short");
    }
}
