package thalweg.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What depends on ranks alone does not know the scale: monotone maps leave it, to the last bit.
class RankLawTest {
    private static final List<DoubleUnaryOperator> MONOTONE =
            List.of(StrictMath::exp, StrictMath::cbrt, StrictMath::atan, x -> 3 * x + 1000);

    static Stream<String> series() {
        return Stream.of("iid", "ar09", "shifted", "scaled", "ties");
    }

    @ParameterizedTest
    @MethodSource("series")
    void monotoneMaps(String name) {
        Draws draws = DiagnosticPeerTest.draws(name);
        for (DoubleUnaryOperator map : MONOTONE) {
            Draws mapped = mapped(draws, map);
            assertThat(Ess.of(mapped).bulk()).isEqualTo(Ess.of(draws).bulk());
            assertThat(Ess.of(mapped).tail()).isEqualTo(Ess.of(draws).tail());
            assertThat(Ess.of(mapped).median()).isEqualTo(Ess.of(draws).median());
            assertThat(Ess.quantile(mapped, 0.31)).isEqualTo(Ess.quantile(draws, 0.31));
            assertThat(Rhat.of(mapped).bulk()).isEqualTo(Rhat.of(draws).bulk());
        }
    }

    @ParameterizedTest
    @MethodSource("series")
    void reflection(String name) {
        Draws draws = DiagnosticPeerTest.draws(name);
        Draws mirror = mapped(draws, x -> -x);
        assertThat(Ess.of(mirror).bulk().value()).isCloseTo(Ess.of(draws).bulk().value(), within(1e-9));
        assertThat(Rhat.of(mirror).value().value())
                .isCloseTo(Rhat.of(draws).value().value(), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("series")
    void orderOfChains(String name) {
        double[] flat = DiagnosticPeerTest.draws(name).flat();
        double[][] chains = new double[4][];
        for (int k = 0; k < 4; k++) {
            chains[(k + 1) % 4] = Arrays.copyOfRange(flat, k * 1000, (k + 1) * 1000);
        }
        Summary turned = Summary.of(Draws.of(chains));
        Summary as = Summary.of(DiagnosticPeerTest.draws(name));
        assertThat(turned.ess().bulk().value()).isCloseTo(as.ess().bulk().value(), within(1e-9));
        assertThat(turned.rhat().value().value()).isCloseTo(as.rhat().value().value(), within(1e-12));
        assertThat(turned.sd().error()).isCloseTo(as.sd().error(), within(1e-12));
    }

    static Draws mapped(Draws draws, DoubleUnaryOperator map) {
        double[][] chains = new double[draws.chains()][];
        for (int k = 0; k < chains.length; k++) {
            chains[k] = Arrays.stream(draws.flat(), k * draws.length(), (k + 1) * draws.length())
                    .map(map)
                    .toArray();
        }
        return Draws.of(chains);
    }
}
