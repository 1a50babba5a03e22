package thalweg.room.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import thalweg.study.Card;
import thalweg.study.Lab;
import thalweg.study.Refused;
import thalweg.study.Report;

class WatchSharpnessTest {
    private static Report report(Map<String, ?> knobs) {
        return ((WatchSharpness) Card.of(WatchSharpness.class).bind(knobs)).run(Lab.quiet());
    }

    /// Cohen et al. (2021): the sharpness rises to 2/step and hovers there.
    @Test
    void edgeOfStability() {
        Report found = report(Map.of("runs", 1, "steps", 4000, "every", 100));
        assertThat(found.number("settled").value()).isBetween(0.95, 1.1);
        assertThat(found.number("limit").value()).isCloseTo(40, within(1e-12));
    }

    /// With a smaller step the same network is far from the edge.
    @Test
    void smallStepsAreStable() {
        Report found = report(Map.of("runs", 1, "steps", 300, "every", 50, "step", 0.005));
        assertThat(found.number("settled").value()).isLessThan(0.5);
        assertThat(found.text("verdict")).contains("below the edge");
    }

    @Test
    void misuse() {
        assertThatThrownBy(() -> report(Map.of("network", "gone.json")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("gone.json");
        assertThatThrownBy(() -> report(Map.of("data", "../data/york.csv")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("target");
    }
}
