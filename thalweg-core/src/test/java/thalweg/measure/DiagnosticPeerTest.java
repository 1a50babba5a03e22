package thalweg.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Against the R package posterior 1.4.0; the table holds 15 digits.
class DiagnosticPeerTest {
    private static final Table DRAWS = Table.read("diag_draws.csv");
    private static final Table KNOWN = Table.read("diag_expected_posterior_1.4.0.csv");

    static IntStream series() {
        return IntStream.range(0, KNOWN.rows().size());
    }

    @ParameterizedTest
    @MethodSource("series")
    void equalsPosterior(int row) {
        Draws draws = draws(KNOWN.rows().get(row).getFirst());
        Summary summary = Summary.of(draws);
        SoftAssertions soft = new SoftAssertions();
        check(soft, row, "rhat", summary.rhat().value().value());
        check(soft, row, "rhat_basic_nosplit", summary.rhat().basic().value());
        check(soft, row, "rhat_basic_split", summary.rhat().split().value());
        check(soft, row, "ess_bulk", summary.ess().bulk().value());
        check(soft, row, "ess_tail", summary.ess().tail().value());
        check(soft, row, "ess_mean", summary.ess().mean().value());
        check(soft, row, "ess_sd", summary.ess().sd().value());
        check(soft, row, "ess_median", summary.ess().median().value());
        check(soft, row, "ess_basic_nosplit", Ess.basic(draws).value());
        check(soft, row, "ess_q05", summary.q5().size());
        check(soft, row, "ess_q95", summary.q95().size());
        check(soft, row, "mcse_mean", summary.mean().error());
        check(soft, row, "mcse_sd", summary.sd().error());
        check(soft, row, "mcse_median", summary.median().error());
        check(soft, row, "mcse_q05", summary.q5().error());
        check(soft, row, "mean", summary.mean().value());
        check(soft, row, "sd", summary.sd().value());
        soft.assertAll();
    }

    private static void check(SoftAssertions soft, int row, String column, double value) {
        double known = KNOWN.number(row, column);
        soft.assertThat(value)
                .as(KNOWN.rows().get(row).getFirst() + " " + column)
                .isCloseTo(known, within(1e-14 * Math.abs(known)));
    }

    static Draws draws(String series) {
        double[] x = DRAWS.column(series);
        double[][] chains = new double[4][];
        for (int k = 0; k < 4; k++) {
            chains[k] = Arrays.copyOfRange(x, k * 1000, (k + 1) * 1000);
        }
        assertThat(DRAWS.number(3999, "chain")).isEqualTo(4);
        return Draws.of(chains);
    }
}
