package thalweg.room.mechanics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import thalweg.study.Card;
import thalweg.study.Lab;
import thalweg.study.Refused;
import thalweg.study.Report;

class LearnLagrangianTest {
    private static Report run(Map<String, String> knobs) {
        return ((LearnLagrangian) Card.of(LearnLagrangian.class).bind(knobs)).run(Lab.quiet());
    }

    // The motion is that of two pendulums written down in LagrangianData; its masses depend on the angles.
    @Test
    void doublePendulum() {
        Report report = run(Map.of("data", "double-pendulum"));
        assertThat(report.number("unexplained share").value()).isLessThan(1e-3);
        assertThat(report.text("verdict")).contains("conservative");
    }

    @Test
    void readsATable() {
        Report report = run(Map.of(
                "data", "../data/swing.csv", "position", "q", "velocity", "p", "time", "t", "trajectory", "swing"));
        assertThat(report.number("rollout error").value()).isLessThan(0.02);
    }

    @Test
    void saysWhatItNeeds() {
        assertThatThrownBy(() -> run(Map.of("data", "../data/swing.csv", "position", "q", "time", "t")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("a velocity for every position");
    }
}
