package thalweg.room.mechanics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.data.Dataset;
import thalweg.study.Card;
import thalweg.study.Data;
import thalweg.study.Lab;
import thalweg.study.Refused;
import thalweg.study.Report;
import thalweg.study.page.ReportJson;

class LearnHamiltonianTest {
    private static final String STORED = "src/test/resources/thalweg/room/mechanics/mechanics_hnn_";

    private static LearnHamiltonian bind(String... words) {
        Map<String, String> knobs = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            knobs.put(words[i], words[i + 1]);
        }
        return (LearnHamiltonian) Card.of(LearnHamiltonian.class).bind(knobs);
    }

    // Reproduced with torch 1.13 on the same files (Greydanus et al. 2019): spring 3.5915e-2 and energy 2.71e-4, plain
    // network 3.6584e-2 and 4.0e-2; pendulum 3.5587e-2 and 6.24e-4, plain network 3.5284e-2 and 2.3e-2.
    @ParameterizedTest
    @CsvSource({"spring, p^2+q^2, 0.0352, 2.7e-4", "pendulum, 3*(1-cos(q))+p^2, 0.0360, 6.2e-4"})
    void beatsTheNetworkOnTheStoredFiles(String system, String known, double error, double energy) {
        Report report = bind("data", STORED + system + ".csv", "state", "q,p", "slope", "dq_dt,dp_dt", "known", known)
                .run(Lab.quiet());
        assertThat(report.number("test error").value()).isLessThan(error);
        assertThat(report.number("energy error").value())
                .isLessThan(energy)
                .isLessThan(report.number("baseline energy error").value())
                .isLessThan(report.number("penalty energy error").value());
        assertThat(report.number("symplectic defect").value()).isLessThan(1e-14);
        assertThat(report.text("verdict")).contains("are conservative");
    }

    @ParameterizedTest
    @CsvSource({"spring, 1e-10", "pendulum, 1e-6"})
    void isExactWithoutNoise(String system, double error) {
        Report report = bind("data", system).run(Lab.quiet());
        assertThat(report.number("test error").value()).isLessThan(error);
    }

    // The drag was put in: gamma = 0.2, so phase space shrinks by 0.2 a degree of freedom.
    @Test
    void refusesToCallALossyMotionConservative() {
        Report report = bind("data", "damped-pendulum").run(Lab.quiet());
        assertThat(report.text("verdict")).contains("not conservative");
        assertThat(report.number("contraction").value()).isCloseTo(0.2, within(0.01));
        Report dragged = bind("data", "damped-pendulum", "drag", "true").run(Lab.quiet());
        assertThat((double) dragged.table("drag").rows().getFirst().get(1)).isCloseTo(0.2, within(1e-3));
        assertThat(dragged.number("rollout error").value()).isLessThan(1e-2);
    }

    // H is known up to a constant: p^2/2 + 9.81 (1 - cos q) of the table's pendulum.
    @Test
    void motionsAloneSuffice() {
        LearnHamiltonian asked = bind("data", "../data/swing.csv", "state", "q,p", "time", "t", "trajectory", "swing");
        Report report = asked.run(Lab.quiet());
        assertThat(report.number("rollout error").value()).isLessThan(3e-3);
        double[] q = {-1, 0, 1, 0};
        double[] p = {0, 2, 1, -1};
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("q", q);
        columns.put("p", p);
        Report applied = asked.apply(Lab.quiet(), report, Data.of(Dataset.of(columns)));
        double[] h = applied.table("predictions").rows().stream()
                .mapToDouble(row -> (double) row.get(1))
                .toArray();
        for (int i = 1; i < 4; i++) {
            double truth = p[i] * p[i] / 2 - 9.81 * StrictMath.cos(q[i]) + 9.81 * StrictMath.cos(-1);
            assertThat(h[i] - h[0]).isCloseTo(truth, within(0.02));
        }
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        Report first = bind("data", "spring").run(Lab.quiet().seed(3));
        Report second = bind("data", "spring").run(Lab.quiet().seed(3).threads(2));
        assertThat(ReportJson.text(first)).isEqualTo(ReportJson.text(second));
        assertThat(first.file("model/net.npz")).isEqualTo(second.file("model/net.npz"));
    }

    @Test
    void saysWhatItNeeds() {
        assertThatThrownBy(() -> bind("data", "../data/swing.csv", "state", "q", "time", "t")
                        .run(Lab.quiet()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("state has 1 column")
                .hasMessageContaining("positions and momenta must pair");
        assertThatThrownBy(
                        () -> bind("data", "../data/swing.csv", "state", "q,p").run(Lab.quiet()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("neither slopes nor times")
                .hasMessageContaining("--time");
        assertThatThrownBy(() -> bind("data", "../data/swing.csv", "state", "q,p", "time", "t", "trajectory", "swig")
                        .run(Lab.quiet()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("swing");
        assertThatThrownBy(() -> bind("state", "q,p").run(Lab.quiet()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("a table of motion, or a system by name");
        assertThatThrownBy(() -> bind("data", "../data/swing.csv", "state", "q,p", "time", "q", "trajectory", "swing")
                        .run(Lab.quiet()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("times that increase");
    }
}
