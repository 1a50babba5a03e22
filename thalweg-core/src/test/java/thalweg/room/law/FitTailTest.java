package thalweg.room.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thalweg.study.Card;
import thalweg.study.Lab;
import thalweg.study.Report;
import thalweg.study.page.ReportJson;

class FitTailTest {
    private static Report ask(int threads, Map<String, ?> knobs) {
        return Card.of(FitTail.class).bind(knobs).run(Lab.quiet().threads(threads));
    }

    // alpha and KS: exact maximum likelihood; p: an independent NumPy program with 600 replicates. Clauset, Shalizi and
    // Newman (2009) state 0.62, which belongs to the distance at one limit of each step (BootstrapTest).
    @Test
    void blackouts() {
        Report report = ask(2, Map.of("data", "../data/blackouts.csv", "column", "customers"));
        assertThat(report.number("xmin").value()).isEqualTo(230_000);
        assertThat(report.number("alpha").value()).isCloseTo(2.272637219830288, within(1e-12));
        assertThat(report.number("KS distance").value()).isCloseTo(0.060673796294438, within(1e-12));
        assertThat(report.number("p").value())
                .isCloseTo(0.79, within(4 * Math.hypot(0.017, report.number("p").error())));
        assertThat(report.text("verdict")).contains("plausible");
    }

    // R poweRlaw 0.70.6 stops at a log-normal law of log likelihood -11753.8375091 (statistic 0.4177); the likelihood
    // still rises from there, towards the power law's own at the boundary.
    @Test
    void wordsFromTheirHistogram() {
        Report report = ask(
                1,
                Map.of(
                        "data",
                        "../data/words.csv",
                        "column",
                        "count",
                        "times",
                        "words",
                        "discrete",
                        true,
                        "bootstrap",
                        0));
        assertThat(report.number("points").value()).isEqualTo(18855);
        assertThat(report.number("xmin").value()).isEqualTo(7);
        assertThat(report.number("alpha").value()).isCloseTo(1.9527275116734, within(1e-12));
        List<?> logNormal = report.table("rivals").rows().getFirst();
        assertThat((double) logNormal.get(2)).isBetween(0.0, 11753.8375091 - 11753.817575758);
        assertThat((String) logNormal.get(5)).contains("no decision");
        assertThat(report.number("p").value()).isNaN();
    }

    @Test
    void noFigureDependsOnTheNumberOfThreads() {
        Map<String, ?> knobs = Map.of("data", "../data/blackouts.csv", "column", "customers", "bootstrap", 40);
        String one = ReportJson.text(ask(1, knobs));
        assertThat(ReportJson.text(ask(2, knobs))).isEqualTo(one);
        assertThat(ReportJson.text(ask(4, knobs))).isEqualTo(one);
    }

    @Test
    void stoppedEarlyItSaysWhatItHas() {
        Lab lab = Lab.quiet().within(java.time.Duration.ZERO);
        Report report = Card.of(FitTail.class)
                .bind(Map.of("data", "../data/blackouts.csv", "column", "customers"))
                .run(lab);
        assertThat(report.ending().kind()).isEqualTo("stopped");
        assertThat(report.number("alpha").value()).isCloseTo(2.272637219830288, within(1e-12));
    }
}
