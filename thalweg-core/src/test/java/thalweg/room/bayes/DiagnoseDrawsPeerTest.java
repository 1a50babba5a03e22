package thalweg.room.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import thalweg.data.Dataset;
import thalweg.study.Data;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Refused;
import thalweg.study.Report;

/// `diagnose draws` against R's posterior 1.4.0, and on the formats that others write.
class DiagnoseDrawsPeerTest {
    private static Dataset resource(String name) throws java.io.IOException {
        try (java.io.InputStream in = DiagnoseDrawsPeerTest.class.getResourceAsStream("/thalweg/measure/" + name)) {
            return Dataset.parse(name, java.util.Objects.requireNonNull(in).readAllBytes());
        }
    }

    private static Report judged(Dataset table, Dataset... more) {
        List<Data> others = java.util.Arrays.stream(more).map(Data::of).toList();
        return new DiagnoseDraws(Data.of(table), others, List.of(), List.of()).run(Lab.quiet());
    }

    private static Dataset text(String name, String text) {
        return Dataset.parse(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void equalsPosteriorInAllColumns() throws java.io.IOException {
        Report report = judged(resource("diag_draws.csv"));
        Dataset expected = resource("diag_expected_posterior_1.4.0.csv");
        Figure.Table table = report.table("diagnostics");
        List<String> series = expected.texts("series");
        assertThat(table.rows()).hasSize(series.size());
        for (int c = 1; c < table.columns().size(); c++) {
            double[] known = expected.numbers(table.columns().get(c).name());
            for (int i = 0; i < known.length; i++) {
                List<@Nullable Object> row = table.rows().get(i);
                assertThat(row.getFirst()).isEqualTo(series.get(i));
                assertThat((double) java.util.Objects.requireNonNull(row.get(c)))
                        .as(series.get(i) + " " + table.columns().get(c).name())
                        .isCloseTo(known[i], within(1e-8 * Math.abs(known[i])));
            }
        }
        assertThat(table.columns()).hasSize(18);
        assertThat(report.warnings()).anyMatch(w -> w.contains("R-hat") && w.contains("shifted"));
    }

    private static final String HEADER = """
        # stan_version_major = 2
        # method = sample (Default)
        #   sample
        #     num_samples = 4
        #     num_warmup = 3
        #     save_warmup = true
        #     thin = 1 (Default)
        #       max_depth = 2
        lp__,accept_stat__,stepsize__,treedepth__,n_leapfrog__,divergent__,energy__,a.1,a.2
        """;

    private static String cmdstan(int shift) {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 3; i++) {
            text.append("-99,0.9,0.5,1,1,1,99,1000,1000\n");
        }
        text.append(
                "# Adaptation terminated\n# Step size = 0.5\n# Diagonal elements of inverse mass matrix:\n# 1, 1\n");
        for (int i = 0; i < 4; i++) {
            text.append("-1.5,0.9,0.5," + (i == 3 ? 2 : 1) + ",3," + (i == 2 ? 1 : 0) + ",2," + (i + shift) + ","
                    + (2 * i) + "\n");
        }
        return text.append("# \n#  Elapsed Time: 0.01 seconds (Warm-up)\n").toString();
    }

    @Test
    void readsCmdStanFilesWithoutTheirWarmup() {
        Report report = judged(text("d_1.csv", cmdstan(0)), text("d_2.csv", cmdstan(1)));
        Figure.Table table = report.table("parameters");
        assertThat(table.rows().stream().map(List::getFirst)).containsExactly("a[1]", "a[2]", "lp__");
        assertThat(table.rows().get(0).get(1)).isEqualTo(2.0);
        assertThat(table.rows().get(1).get(1)).isEqualTo(3.0);
        assertThat(report.number("divergences").value()).isEqualTo(2);
        assertThat(report.warnings())
                .anyMatch(w -> w.startsWith("2 of 8 transitions diverged"))
                .anyMatch(w -> w.startsWith("2 of 8 paths were cut at the depth of 2"))
                .anyMatch(w -> w.startsWith("lp__ is the same in every draw"));
    }

    @Test
    void ordersDrawsAndTellsChainsApartByWords() {
        String rows =
                "draw,.chain,x\n2,red,2\n1,red,1\n1,blue,5\n3,red,3\n2,blue,6\n4,red,4\n3,blue,7\n4,blue,8\n5,red,5\n";
        Report report = judged(text("x.csv", rows));
        assertThat(report.table("parameters").rows().getFirst().get(1)).isEqualTo(4.5);
        assertThat(report.number("chains").value()).isEqualTo(2);
        assertThat(report.warnings()).anyMatch(w -> w.equals("Chains of 4 to 5 draws were cut to the first 4."));
    }

    @Test
    void refusesWhatCannotBeJudged() {
        refused("x\n1\n2\n3\n", "3 draws in the chain");
        refused("chain,draw,x\n1,1,1\n1,1,2\n1,3,4\n1,4,4\n", "two rows for draw 1 of chain 1");
        refused("chain,x\n1,1\n1,word\n", "\"word\" in row 2");
        refused("chain,draw\n1,1\n1,2\n", "no column of draws");
        refused("chain,x\n,1\n1,2\n1,3\n", "no chain in row 1");
        assertThatThrownBy(() -> judged(text("a.csv", "x\n1\n2\n3\n4\n"), text("b.csv", "y\n1\n2\n3\n4\n")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no column \"x\" in b.csv");
    }

    private static void refused(String rows, String found) {
        assertThatThrownBy(() -> judged(text("x.csv", rows)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(found);
    }

    @Test
    void saysWhichDrawIsNotFinite() {
        Report report = judged(text("x.csv", "x,y\n1,1\n2,\n3,2\n4,inf\n"));
        assertThat(report.warnings()).anyMatch(w -> w.equals("y cannot be judged: draw 2 of chain 1 is NaN."));
    }
}
