package thalweg.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.Key;

/// Every estimate is a quantity of the draws: of `8 x + 64` its value, its error and its size follow.
class ScaleLawTest {
    record Case(String name, boolean shifts, Function<double[], Estimate> estimate) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> estimates() {
        return Stream.of(
                new Case("mean", true, x -> Mcse.mean(Draws.of(x))),
                new Case("sd", false, x -> Mcse.sd(Draws.of(x))),
                new Case("quantile", true, x -> Mcse.quantile(Draws.of(x), 0.9)),
                new Case("blocks", true, x -> Blocks.of(x, 25).mean()),
                new Case("binning", true, x -> Binning.of(x).mean()),
                new Case(
                        "jackknife",
                        true,
                        x -> Jackknife.of(new double[][] {x}, 25, m -> m[0]).estimate()),
                new Case(
                        "bootstrap",
                        true,
                        x -> Bootstrap.of(x, Moments::mean, 20, 50, Key.of(1)).estimate()),
                new Case(
                        "weighted mean",
                        true,
                        x -> Weights.of(Key.of(2).normals(x.length)).mean(x)));
    }

    @ParameterizedTest
    @MethodSource("estimates")
    void linearMaps(Case of) {
        double[] x = Chain.autoregressive(0.6, 5000, Key.of(4));
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = 8 * x[i] + 64;
        }
        Estimate before = of.estimate().apply(x);
        Estimate after = of.estimate().apply(y);
        assertThat(after.value()).isCloseTo(8 * before.value() + (of.shifts() ? 64 : 0), within(1e-10));
        assertThat(after.error()).isCloseTo(8 * before.error(), within(1e-9));
        if (!Double.isNaN(before.size())) {
            assertThat(after.size()).isCloseTo(before.size(), within(1e-6 * before.size()));
        }
        assertThat(after.errorKind()).isEqualTo("standard");
        assertThat(List.of(before.remark(), after.remark())).containsOnly("");
    }
}
