package thalweg.room.mechanics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.array.Key;
import thalweg.room.mechanics.pair.PairLaw;
import thalweg.room.mechanics.pair.Radial;
import thalweg.study.Card;
import thalweg.study.Lab;
import thalweg.study.Refused;
import thalweg.study.Report;

class LearnForcesTest {
    private static LearnForces bind(String... words) {
        Map<String, String> knobs = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            knobs.put(words[i], words[i + 1]);
        }
        return (LearnForces) Card.of(LearnForces.class).bind(knobs);
    }

    // The forces that made the data, written down in PairExample's first lines: 1/(r + 0.01)^2 and its like.
    @ParameterizedTest
    @ValueSource(strings = {"springs", "gravity"})
    void findsTheForceThatWasPutIn(String system) {
        Report report = bind("data", system).run(Lab.quiet());
        assertThat(report.number("force R2").value()).isGreaterThan(0.9999);
        assertThat(report.number("momentum drift").value()).isLessThan(1e-13);
        assertThat(report.number("untrained momentum drift").value()).isLessThan(1e-13);
        assertThat(report.text("verdict")).contains("are conservative");
        for (List<?> row : report.table("forces").rows()) {
            double r = (double) row.get(0);
            double truth = system.equals("springs") ? -2 * (r - 1) : -1 / ((r + 0.01) * (r + 0.01));
            assertThat((double) row.get(1)).isCloseTo(truth, within(1e-7 * (1 + Math.abs(truth))));
        }
    }

    // Masses 1, 2, 3 and springs 2 (r - 1)^2 were put into the table, which gives positions alone.
    @Test
    void findsMassesFromPositions() {
        Report report = bind(
                        "data",
                        "../data/pucks.csv",
                        "particles",
                        "3",
                        "position",
                        "x1,y1,x2,y2,x3,y3",
                        "time",
                        "t",
                        "trajectory",
                        "run")
                .run(Lab.quiet());
        var masses = report.table("masses").rows();
        assertThat((double) masses.get(1).get(1)).isCloseTo(2, within(0.02));
        assertThat((double) masses.get(2).get(1)).isCloseTo(3, within(0.03));
        assertThat(report.number("test R2").value()).isGreaterThan(0.999);
    }

    @Test
    void seesDrag() {
        Report report = bind("data", "springs", "drag", "true").run(Lab.quiet());
        assertThat(report.number("drag").value()).isCloseTo(0.2, within(1e-6));
        assertThat(report.text("verdict")).contains("not conservative");
    }

    // Newton's third law holds for a potential of random coefficients; forces are those of the potential.
    @Test
    void structureHoldsUntrained() {
        Radial radial = new Radial(0.2, 4, Key.of(1).normals(9));
        PairLaw law = new PairLaw(3, new double[] {1, 2, 3, 1.5}, new double[] {1, -1, 2, 1}, radial, 0);
        double[] x = Key.of(2).normals(12);
        double[] force = new double[12];
        law.forces(x, force);
        for (int c = 0; c < 3; c++) {
            assertThat(force[c] + force[3 + c] + force[6 + c] + force[9 + c]).isCloseTo(0, within(1e-13 * 50));
        }
        for (int a = 0; a < 12; a++) {
            double[] up = x.clone();
            double[] down = x.clone();
            up[a] += 1e-5;
            down[a] -= 1e-5;
            double slope = (law.forces(up, new double[12]) - law.forces(down, new double[12])) / 2e-5;
            assertThat(force[a]).isCloseTo(-slope, within(1e-6 * (1 + Math.abs(slope))));
        }
    }

    @Test
    void saysWhatItNeeds() {
        assertThatThrownBy(() -> bind("data", "../data/pucks.csv", "position", "x1,y1,x2,y2,x3,y3", "time", "t")
                        .run(Lab.quiet()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("6 columns for 4 particles");
        assertThatThrownBy(() -> bind("data", "../data/pucks.csv", "particles", "3", "position", "x1,y1,x2,y2,x3,y3")
                        .run(Lab.quiet()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("neither accelerations nor times");
    }
}
