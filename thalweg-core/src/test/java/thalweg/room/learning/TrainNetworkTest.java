package thalweg.room.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.data.Dataset;
import thalweg.flow.Ending;
import thalweg.study.Card;
import thalweg.study.Data;
import thalweg.study.Lab;
import thalweg.study.Refused;
import thalweg.study.Report;
import thalweg.study.page.ReportJson;

class TrainNetworkTest {
    private static TrainNetwork bind(Map<String, ?> knobs) {
        return (TrainNetwork) Card.of(TrainNetwork.class).bind(knobs);
    }

    // A nearest-neighbour classifier reaches 0.96 to 0.99 on these digits; chance is 0.1.
    @Test
    void digits() {
        TrainNetwork asked =
                bind(Map.of("data", "../data/digits.csv", "target", "digit", "hidden", "32", "epochs", 12));
        Report report = asked.run(Lab.quiet().seed(1));
        assertThat(report.number("test accuracy").value()).isGreaterThan(0.94);
        assertThat(report.number("train loss").value()).isLessThan(Math.log(10) / 5);
        assertThat(report.ending()).isInstanceOf(Ending.Converged.class);
        Report applied = asked.apply(Lab.quiet(), report, Data.of(Path.of("../data/digits.csv")));
        List<String> truth = Dataset.of(Path.of("../data/digits.csv")).texts("digit");
        long right = applied.table("predictions").rows().stream()
                .filter(row -> truth.get((int) ((long) row.get(0)) - 1).equals(row.get(1)))
                .count();
        assertThat(right / 1797.0).isGreaterThan(0.95);
    }

    // y = x1^2 - x2 with little noise: the network explains nearly all variance of rows it never saw.
    @Test
    void regression() {
        double[] a = Key.of(1).normals(600);
        double[] b = Key.of(2).normals(600);
        double[] y = new double[600];
        for (int i = 0; i < y.length; i++) {
            y[i] = a[i] * a[i] - b[i];
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("a", a);
        columns.put("b", b);
        columns.put("y", y);
        TrainNetwork fresh = new TrainNetwork();
        TrainNetwork asked = new TrainNetwork(
                Data.of(Dataset.of(columns)), "y", List.of(), List.of(32), fresh.task(), 150, 32, 0.01, 0.2);
        Report report = asked.run(Lab.quiet());
        assertThat(report.number("test R2").value()).isGreaterThan(0.98);
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        Map<String, ?> knobs = Map.of("data", "../data/digits.csv", "target", "digit", "hidden", "8", "epochs", 2);
        Report first = bind(knobs).run(Lab.quiet().seed(3));
        Report second = bind(knobs).run(Lab.quiet().seed(3).threads(2));
        assertThat(ReportJson.text(first)).isEqualTo(ReportJson.text(second));
        assertThat(first.file("model/net.npz")).isEqualTo(second.file("model/net.npz"));
    }

    @Test
    void aRateTooLargeEndsWithASentence() {
        Report report = bind(Map.of(
                        "data",
                        "../data/planets.csv",
                        "target",
                        "period",
                        "hidden",
                        "4",
                        "rate",
                        10,
                        "epochs",
                        3,
                        "inputs",
                        "axis",
                        "task",
                        "regress"))
                .run(Lab.quiet());
        assertThat(report.ending().message()).isNotBlank();
    }

    @Test
    void refusesWithReasons() {
        assertThatThrownBy(() -> bind(Map.of("data", "../data/digits.csv", "target", "digt"))
                        .run(Lab.quiet()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("digit");
        assertThatThrownBy(() -> bind(Map.of("data", "../data/planets.csv", "target", "planet", "hidden", "0")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("widths");
    }
}
