package thalweg.room.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.study.Card;
import thalweg.study.Lab;
import thalweg.study.Report;

/// Means of posteriordb's reference draws (10 000 draws: errors of a hundredth of a standard deviation), from the Stan
/// text.
class StanSamplingTest {
    @ParameterizedTest
    @CsvSource({
        "eight-schools, mu, 4.4105, 3.309",
        "eight-schools, tau, 3.6021, 3.198",
        "garch, alpha1, 0.56728, 0.1271",
        "kidscore, beta[2], 0.60863, 0.05898"
    })
    void findsReferenceMeans(String program, String name, double mean, double sd) {
        Report report = ((SamplePosterior)
                        Card.of(SamplePosterior.class).bind(Map.of("program", program, "draws", 500)))
                .run(Lab.quiet().seed(2));
        List<@Nullable Object> row = report.table("parameters").rows().stream()
                .filter(cells -> name.equals(cells.getFirst()))
                .findFirst()
                .orElseThrow();
        double found = (double) Objects.requireNonNull(row.get(1));
        double error = Math.hypot((double) Objects.requireNonNull(row.get(2)), sd / 100);
        assertThat(Math.abs(found - mean)).isLessThan(4.5 * error);
    }

    @org.junit.jupiter.api.Test
    void namesWithIndicesCanBeWritten() {
        Report report = ((SamplePosterior) Card.of(SamplePosterior.class)
                        .bind(Map.of("program", "eight-schools", "adapt", Map.of("target", 0.5))))
                .run(Lab.quiet().seed(1));
        assertThat(report.number("divergences").value()).isPositive();
        assertThat(thalweg.study.page.Series.dataset(report.table("divergent places"))
                        .columns())
                .hasSizeGreaterThan(10);
    }
}
