package thalweg.room.mechanics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.data.Dataset;
import thalweg.flow.Ending;
import thalweg.study.Card;
import thalweg.study.Data;
import thalweg.study.Experiment;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Refused;
import thalweg.study.Report;

/// Orbits against states and periods that were computed elsewhere (`flow.json`, `mechanics.json`: 25 digits and more).
class FollowOrbitTest {
    private static final Map<String, Object> SUN =
            Map.of("hamiltonian", "vx^2/2 + vy^2/2 - 1/sqrt(x^2 + y^2)", "pairs", "x:vx,y:vy", "start", "0.4,0,0,2");

    private static Report follow(Map<String, ?> knobs) {
        Experiment asked = Card.of(FollowOrbit.class).bind(knobs);
        return asked.run(Lab.quiet());
    }

    private static Report follow(Object system, Map<String, ?> knobs) {
        Map<String, Object> all = new HashMap<>(knobs);
        all.put("system", system);
        return follow(all);
    }

    private static double number(Report report, String name) {
        return report.number(name).value();
    }

    private static double[] last(Report report) {
        Figure.Table states = report.table("states");
        return states.rows().getLast().stream()
                .mapToDouble(cell -> (Double) Objects.requireNonNull(cell))
                .toArray();
    }

    @Test
    void theOneLineOfTheManual() {
        Report report = follow(
                Map.of("kind", "kepler", "eccentricity", 0.6), Map.of("by", "kahan-li8", "step", 0.02, "turns", 100));
        assertThat(report.ending()).isInstanceOf(Ending.Converged.class);
        assertThat(number(report, "energy")).isCloseTo(-0.5, within(1e-15));
        assertThat(number(report, "energy error")).isLessThan(1e-12);
        assertThat(number(report, "angular momentum error")).isLessThan(1e-14);
        assertThat(number(report, "period")).isCloseTo(2 * Math.PI, within(1e-11));
        assertThat(number(report, "return error")).isLessThan(1e-8);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 6.287114549310479985851",
        "1, 6.699975664370452712701",
        "2, 8.349752926918494",
        "3, 16.155539372393374"
    })
    void aPendulumSwingsInLegendresTime(double angle, double period) {
        Report report = follow("pendulum", Map.of("start", "q=" + angle));
        assertThat(number(report, "period")).isCloseTo(period, within(1e-10));
        assertThat(number(report, "return error")).isLessThan(1e-9);
    }

    @Test
    void aSatelliteReturnsByDormandAndPrince() {
        Report report = follow("arenstorf", Map.of());
        assertThat(number(report, "return error")).isLessThan(1e-8);
        assertThat(number(report, "energy error")).isLessThan(1e-10);
    }

    @Test
    void aStarIsWhereATaylorSeriesPutsIt() {
        double[] truth = {10, -0.2196296506332058, -0.21082868566434146, 0.23202845176146863, -0.21810333451844652, 0.09
        };
        for (String by : List.of("auto", "gauss6", "dp8")) {
            double[] last = last(follow("henon-heiles", Map.of("time", 10, "by", by)));
            assertThat(last).as(by).containsExactly(truth, within(1e-10));
        }
    }

    @Test
    void aDoublePendulumIsWhereFortyDigitsPutIt() {
        Report report = follow("double-pendulum", Map.of("time", 15));
        assertThat(last(report))
                .startsWith(new double[] {15}, within(0.0))
                .containsSubsequence(
                        new double[] {-0.38159885898416146, -0.9694771274378546, 2.3337813777666847, 1.5223795263462856
                        },
                        within(1e-7));
    }

    @Test
    void aFormulaMovesAsTheSystemItWrites() {
        Report written = follow(SUN);
        Report named = follow("kepler", Map.of());
        assertThat(number(written, "energy")).isCloseTo(-0.5, within(1e-15));
        assertThat(number(written, "angular momentum error")).isLessThan(1e-14);
        assertThat(number(written, "period")).isCloseTo(2 * Math.PI, within(1e-11));
        assertThat(number(written, "return error")).isLessThan(1e-9);
        assertThat(last(written)[1]).isCloseTo(last(named)[1], within(1e-9));
        assertThat(written.text("verdict")).contains("Kahan-Li 8");
    }

    @Test
    void whatIsNoSumIsFollowedByGauss() {
        Report report = follow(Map.of(
                "hamiltonian", "p^2/(2*m)*(1 + q^2) + k*q^2", "pairs", "q:p", "constants", "m=2,k=3", "start", "1,0"));
        assertThat(report.text("verdict")).contains("Gauss 6");
        assertThat(number(report, "energy error")).isLessThan(1e-11);
        assertThat(number(report, "return error")).isLessThan(1e-8);
    }

    @Test
    void aMassThatIsNotOneIsAKineticEnergyOfItsOwn() {
        Report report = follow(Map.of("hamiltonian", "p^2/8 + q^2/2", "pairs", "q:p", "start", "q=1"));
        assertThat(report.text("verdict")).contains("Kahan-Li 8");
        assertThat(number(report, "period")).isCloseTo(4 * Math.PI, within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({
        "verlet, 2",
        "yoshida4, 4",
        "yoshida6, 6",
        "kahan-li8, 8",
        "midpoint, 2",
        "gauss6, 6",
        "rk4, 4",
        "dp5, 5",
        "dp8, 8"
    })
    void theOrderIsTheNominalOne(String by, double order) {
        Report report = follow("kepler", Map.of("by", by, "order", true, "turns", 1));
        assertThat(number(report, "order")).isCloseTo(order, within(0.1));
    }

    @Test
    void aRowOfATableIsAStart() {
        Data table = Data.of(Dataset.of(Map.of(
                "x", new double[] {9, 0.4}, "y", new double[] {9, 0}, "px", new double[] {9, 0}, "py", new double[] {
                    9, 2
                })));
        FollowOrbit asked = (FollowOrbit) Card.of(FollowOrbit.class).bind(Map.of("system", "kepler", "row", 2));
        Report report = new FollowOrbit(
                        asked.system(),
                        null,
                        List.of(),
                        Map.of(),
                        List.of(),
                        table,
                        2,
                        asked.by(),
                        null,
                        1e-12,
                        null,
                        null,
                        null,
                        false,
                        1000_000)
                .run(Lab.quiet());
        assertThat(number(report, "energy")).isCloseTo(-0.5, within(1e-15));
    }

    @Test
    void aCollisionIsToldAsOne() {
        Map<String, Object> fall = Map.of("start", "1,0,0,0", "time", 5);
        Map<String, Object> blind = new HashMap<>(fall);
        blind.put("by", "verlet");
        blind.put("step", 0.01);
        Ending jumped = follow("kepler", blind).ending();
        assertThat(jumped).isInstanceOf(Ending.Diverged.class);
        assertThat(jumped.message()).contains("collision", "--by dp8");
        Map<String, Object> careful = new HashMap<>(fall);
        careful.put("by", "dp8");
        Ending seen = follow("kepler", careful).ending();
        assertThat(seen).isInstanceOf(Ending.Diverged.class);
        // free fall from rest at 1 takes pi / (2 sqrt 2)
        assertThat(seen.message()).contains("collision at time 1.11072");
    }

    @Test
    void anEscapeIsToldAsOne() {
        Ending ending = follow("henon-heiles", Map.of("start", "0,1,0,1", "time", 50, "by", "dp8"))
                .ending();
        assertThat(ending).isInstanceOf(Ending.Diverged.class);
        assertThat(ending.message()).contains("escapes");
    }

    @Test
    void whatCannotBeFollowedSoIsRefused() {
        assertThatThrownBy(() -> follow("double-pendulum", Map.of("by", "verlet")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("gauss6");
        assertThatThrownBy(() -> follow("henon-heiles", Map.of("turns", 3)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not seen to close");
        assertThatThrownBy(() -> follow(Map.of("hamiltonian", "p^2/2 + x^2", "pairs", "x", "start", "1,0")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("must pair");
    }
}
