package thalweg.room.mechanics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thalweg.array.Key;
import thalweg.room.mechanics.field.Contender;
import thalweg.room.mechanics.map.ShearNet;
import thalweg.room.mechanics.map.SymplecticMap;
import thalweg.study.Card;
import thalweg.study.Lab;
import thalweg.study.Refused;
import thalweg.study.Report;

class LearnMapTest {
    private static Report run(String... words) {
        Map<String, String> knobs = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            knobs.put(words[i], words[i + 1]);
        }
        return ((LearnMap) Card.of(LearnMap.class).bind(knobs)).run(Lab.quiet());
    }

    // Symplectic, and inverted exactly, for parameters drawn at random and of any size.
    @ParameterizedTest
    @EnumSource(ShearNet.Kind.class)
    void structureHoldsUntrained(ShearNet.Kind kind) {
        for (int half = 1; half <= 3; half++) {
            ShearNet drawn = ShearNet.draw(Key.of(half), kind, half, 3, 6);
            double[] wild = Key.of(10 + half).normals(drawn.parameters());
            SymplecticMap map = drawn.with(wild).map();
            for (int i = 0; i < 50; i++) {
                double[] z = Key.of(i).normals(2 * half);
                for (int a = 0; a < z.length; a++) {
                    z[a] *= 0.3;
                }
                double[] m = map.jacobian(z, 0.1);
                double size = 1;
                for (double v : m) {
                    size += v * v;
                }
                assertThat(Contender.defect(m, 2 * half)).isLessThan(1e-12 * size);
                double[] there = map.at(z, 0.1);
                double[] back = map.inverse(there, 0.1);
                for (int a = 0; a < z.length; a++) {
                    assertThat(Math.abs(back[a] - z[a])).isLessThan(1e-12 * size);
                    double[] moved = z.clone();
                    moved[a] += 1e-6;
                    double[] up = map.at(moved, 0.1);
                    assertThat(Math.abs((up[0] - there[0]) / 1e-6 - m[a])).isLessThan(1e-3 * size);
                }
            }
        }
    }

    // Adam's 50000 iterations reach 7e-10 with 14 parameters (Jin et al. 2020, re-implemented in PyTorch).
    @Test
    void linearModulesLearnThePendulum() {
        Report report = run("data", "pendulum", "net", "la");
        assertThat(report.number("parameters").value()).isEqualTo(14);
        assertThat(report.number("symplectic defect").value()).isLessThan(1e-12);
        assertThat(report.number("inverse defect").value()).isLessThan(1e-12);
        assertThat(report.number("rollout error").value())
                .isLessThan(report.number("baseline rollout error").value());
    }

    @Test
    void generatingFunctionsAreSolvedInFewSteps() {
        Report report = run("data", "kepler", "net", "generating");
        assertThat(report.number("symplectic defect").value()).isLessThan(1e-10);
        assertThat(report.number("untrained symplectic defect").value()).isLessThan(1e-10);
        assertThat(report.number("inverse defect").value()).isLessThan(1e-9);
        assertThat(report.number("Newton iterations").value()).isLessThanOrEqualTo(6);
    }

    @Test
    void saysWhatItNeeds() {
        assertThatThrownBy(() -> run("data", "../data/swing.csv", "state", "q", "time", "t"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("positions and momenta must pair");
        assertThatThrownBy(() -> run("data", "../data/swing.csv", "state", "q,p"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("neither times nor next states");
    }
}
