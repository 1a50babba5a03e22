package thalweg.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Against ArviZ 0.23.4, in double precision.
class ArvizPeerTest {
    static Stream<String> series() {
        return Peers.cases("ess").stream();
    }

    @ParameterizedTest
    @MethodSource("series")
    void quantileAndLocalSizes(String name) {
        Draws draws = DiagnosticPeerTest.draws(name);
        close(Ess.quantile(draws, 0.3).value(), Peers.number("ess", name, "quantile 0.3"), 1e-12);
        if (!name.equals("ties")) {
            // Where draws are equal to the lower quantile ArviZ counts them and we do not.
            close(Ess.local(draws, 0.213, 0.437).value(), Peers.number("ess", name, "local 0.213 0.437"), 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("series")
    void oddNumbersOfDraws(String name) {
        Draws all = DiagnosticPeerTest.draws(name);
        double[][] chains = new double[4][];
        for (int k = 0; k < 4; k++) {
            chains[k] = Arrays.copyOfRange(all.flat(), k * 1000, k * 1000 + 999);
        }
        Draws odd = Draws.of(chains);
        close(Rhat.of(odd).split().value(), Peers.number("ess", name, "odd split"), 1e-13);
        if (!name.equals("ar099") && !name.equals("shifted")) {
            // Where the sum runs to the end of the chain ArviZ ends it at lag n - 3, posterior and we at n - 5.
            close(Ess.of(odd).bulk().value(), Peers.number("ess", name, "odd bulk"), 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("series")
    void missingInformation(String name) {
        Draws draws = DiagnosticPeerTest.draws(name);
        double[][] chains = new double[4][];
        for (int k = 0; k < 4; k++) {
            chains[k] = Arrays.copyOfRange(draws.flat(), k * 1000, (k + 1) * 1000);
        }
        List<Outcome> each = Bfmi.of(chains);
        for (int k = 0; k < 4; k++) {
            close(each.get(k).value(), Peers.number("bfmi", name, "" + k), 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("series")
    void shortestInterval(String name) {
        Interval interval = Interval.shortest(DiagnosticPeerTest.draws(name).flat(), 0.9);
        assertThat(interval.low()).isEqualTo(Peers.number("shortest", name, "low"));
        assertThat(interval.high()).isEqualTo(Peers.number("shortest", name, "high"));
    }

    @Test
    void leavingOneOut() {
        double[] z = DiagnosticPeerTest.draws("iid").flat();
        double[][] ll = new double[30][z.length];
        for (int i = 0; i < 30; i++) {
            double y = 1.5 * StrictMath.sin(i) + (i == 29 ? 4 : 0);
            for (int s = 0; s < z.length; s++) {
                double d = y - (0.1 + 0.4 * z[s]);
                ll[i][s] = -0.5 * d * d - 0.5 * StrictMath.log(2 * Math.PI);
            }
        }
        Loo loo = Loo.of(ll);
        close(loo.elpd().value(), Peers.number("loo", "normal", "elpd"), 1e-12);
        // ArviZ divides the variance by n, we by n - 1.
        close(loo.elpd().error(), Peers.number("loo", "normal", "se") * Math.sqrt(30.0 / 29), 1e-11);
        close(loo.parameters().value(), Peers.number("loo", "normal", "p"), 1e-10);
        for (int i = 0; i < 30; i++) {
            close(loo.points().get(i).elpd().value(), Peers.number("loo", "" + i, "elpd"), 1e-11);
            close(loo.points().get(i).shape().value(), Peers.number("loo", "" + i, "k"), 1e-9);
        }
    }

    private static void close(double value, double known, double relative) {
        assertThat(value).isCloseTo(known, within(relative * Math.abs(known)));
    }
}
