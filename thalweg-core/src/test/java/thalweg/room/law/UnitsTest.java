package thalweg.room.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.data.Dataset;
import thalweg.study.Data;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Refused;
import thalweg.study.Report;

/// Pendulums and gases: `T = 2 pi sqrt(l / g)` and `P = n R T / V`.
class UnitsTest {
    private static Dataset pendulums(String length, String gravity, String period, boolean mass) {
        int n = 24;
        double[] l = Key.of(1).uniforms(n);
        double[] g = Key.of(2).uniforms(n);
        double[] m = Key.of(3).uniforms(n);
        double[] noise = Key.of(4).normals(n);
        double[] t = new double[n];
        for (int i = 0; i < n; i++) {
            l[i] += 0.2;
            g[i] = 1.6 + 9 * g[i];
            m[i] += 0.1;
            t[i] = 2 * Math.PI * Math.sqrt(l[i] / g[i]) * Math.exp(0.002 * noise[i]);
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put(length, l);
        columns.put(gravity, g);
        columns.put(period, t);
        if (mass) {
            columns.put("m [kg]", m);
        }
        return Dataset.of(columns);
    }

    private static FitPower fit(Dataset table, String target, Map<String, String> units, Constants constants) {
        return new FitPower(
                Data.of(table), target, List.of(), Map.of(), FitPower.Robust.NONE, Map.of(), false, units, constants);
    }

    @Test
    void statedUnitsGiveThePiGroups() {
        Report report = fit(pendulums("l [m]", "g [m/s2]", "T [s]", true), "T", Map.of(), Constants.ANY)
                .run(Lab.quiet());
        assertThat(report.table("pi groups").rows()).singleElement().isEqualTo(List.of("g T^2 / l", -1L, 1L, 0L, 2L));
        assertThat(report.number("exponent m").errorKind()).isEqualTo("standard");
        assertThat(report.number("prefactor").unit()).isEqualTo("s m^(-1/2) (m/s2)^(1/2)");
    }

    @Test
    void dimensionlessConstantsFixWhatUnitsFix() {
        FitPower asked = fit(
                pendulums("l", "g", "T", true),
                "T",
                Map.of("l", "m", "g", "m/s2", "T", "s", "m", "kg"),
                Constants.DIMENSIONLESS);
        Report report = asked.run(Lab.quiet());
        Figure.Quantity l = report.number("exponent l");
        assertThat(List.of(l.value(), l.error())).containsExactly(0.5, 0.0);
        assertThat(l.errorKind()).isEqualTo("exact");
        assertThat(report.number("exponent g").value()).isEqualTo(-0.5);
        assertThat(report.number("exponent m").value()).isZero();
        Figure.Quantity prefactor = report.number("prefactor");
        assertThat(prefactor.unit()).isEmpty();
        assertThat(prefactor.value()).isCloseTo(2 * Math.PI, within(4 * prefactor.error()));
        assertThat(prefactor.error()).isBetween(1e-3, 5e-3);
        assertThat(report.text("verdict")).contains("l^(1/2)", "exactly so by its units", "a pure number, 6.28");
        Map<String, double[]> moon = Map.of("l [m]", new double[] {1}, "g", new double[] {1.62}, "m", new double[] {1});
        Report applied = asked.apply(Lab.quiet(), report, Data.of(Dataset.of(moon)));
        assertThat((double) applied.table("predictions").rows().getFirst().get(3))
                .isCloseTo(2 * Math.PI / Math.sqrt(1.62), within(0.02));
        Map<String, double[]> other =
                Map.of("l [cm]", new double[] {1}, "g", new double[] {1.62}, "m", new double[] {1});
        assertThatThrownBy(() -> asked.apply(Lab.quiet(), report, Data.of(Dataset.of(other))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("column \"l\" in cm");
    }

    /// Escape velocities, `v = sqrt(2 g R)`; mean and standard error of `ln (v / sqrt(g R))` in plain Python.
    @Test
    void theRootOfTwoFromThePlanets() {
        Report report = new DiscoverLaw(
                        Data.of(Path.of("../data/escape.csv")),
                        "escape",
                        List.of(),
                        Map.of(),
                        Map.of(),
                        Constants.DIMENSIONLESS)
                .run(Lab.quiet());
        Figure.Quantity prefactor = report.number("prefactor");
        assertThat(prefactor.value()).isCloseTo(1.4163307197008426, within(1e-12));
        assertThat(prefactor.error()).isCloseTo(0.002127145677011111, within(1e-12));
        assertThat(report.number("exponent radius").errorKind()).isEqualTo("exact");
        assertThat(report.formula("law").java()).contains("Math.pow(radius, 0.5)");
        assertThat(report.table("pi groups").rows().getFirst().getFirst()).isEqualTo("escape^2 / (radius gravity)");
    }

    /// Centimetres and milliseconds do not change the pure number; the formula is in the columns' own numbers.
    @Test
    void mixedUnitsKeepThePureNumber() {
        Map<String, String> units = Map.of("l", "cm", "g", "km/s2", "T", "ms");
        Dataset table = pendulums("l", "g", "T", false);
        double[] l = Arrays.stream(table.numbers("l")).map(x -> 100 * x).toArray();
        double[] g = Arrays.stream(table.numbers("g")).map(x -> 1e-3 * x).toArray();
        double[] t = Arrays.stream(table.numbers("T")).map(x -> 1e3 * x).toArray();
        Report mixed = fit(Dataset.of(Map.of("l", l, "g", g, "T", t)), "T", units, Constants.DIMENSIONLESS)
                .run(Lab.quiet());
        Report plain = fit(table, "T", Map.of("l", "m", "g", "m/s2", "T", "s"), Constants.DIMENSIONLESS)
                .run(Lab.quiet());
        double pure = plain.number("prefactor").value();
        assertThat(mixed.number("prefactor").value()).isCloseTo(pure, within(1e-9));
        // T / ms = 1000 * A * sqrt(l / 100 cm / (1000 g))
        assertThat(mixed.formula("law").constants().getFirst().value())
                .isCloseTo(pure * 1000 / Math.sqrt(1e5), within(1e-9));
    }

    @Test
    void impossibleUnitsAreRefusedInOneSentence() {
        Map<String, String> units = Map.of("T", "s", "l", "m", "g", "K");
        FitPower asked = fit(pendulums("l", "g", "T", false), "T", units, Constants.DIMENSIONLESS);
        assertThat(asked.check(Lab.quiet())).singleElement().satisfies(problem -> {
            assertThat(problem.knob()).isEqualTo("constants");
            assertThat(problem.found()).isEqualTo("no product of inputs with the unit of \"T\" (s): it needs s");
            assertThat(problem.todo()).contains("add an input");
        });
        assertThat(fit(pendulums("l", "g", "T", false), "T", units, Constants.ANY)
                        .check(Lab.quiet()))
                .isEmpty();
    }

    @Test
    void aMissingInputIsFoundOut() {
        Dataset table = pendulums("l [m]", "g [m/s2]", "T [s]", false);
        double[] wrong = table.numbers("T");
        double[] l = table.numbers("l");
        Arrays.setAll(wrong, i -> wrong[i] * Math.pow(l[i], 0.2));
        Dataset bent = Dataset.of(Map.of("l [m]", l, "g [m/s2]", table.numbers("g"), "T [s]", wrong));
        Report report = fit(bent, "T", Map.of(), Constants.DIMENSIONLESS).run(Lab.quiet());
        assertThat(report.text("verdict")).startsWith("not a power law with a pure number in front");
    }

    @Test
    void unitsThatCannotBeReadAreNamed() {
        assertThat(fit(pendulums("l [m]", "g [m/s2]", "T [foo]", false), "T", Map.of(), Constants.DIMENSIONLESS)
                        .check(Lab.quiet()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.found()).contains("\"foo\"", "column \"T\""));
        assertThat(fit(pendulums("l [m]", "g", "T [s]", false), "T", Map.of(), Constants.DIMENSIONLESS)
                        .check(Lab.quiet()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.found()).isEqualTo("no unit for \"g\""));
        Report warned = fit(pendulums("l [m]", "g [m/s2]", "T [foo]", false), "T", Map.of(), Constants.ANY)
                .run(Lab.quiet());
        assertThat(warned.warnings()).singleElement().asString().contains("foo");
        assertThat(warned.figures()).noneMatch(f -> f.name().equals("pi groups"));
    }
}
