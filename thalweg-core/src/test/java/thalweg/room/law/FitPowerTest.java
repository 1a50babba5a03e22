package thalweg.room.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.data.Dataset;
import thalweg.study.Card;
import thalweg.study.Data;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Report;
import thalweg.study.page.ReportJson;

class FitPowerTest {
    private static final Data PLANETS = Data.of(Path.of("../data/planets.csv"));
    private static final Data KEPLER = Data.of(Path.of("../data/planets-1618.csv"));

    private static Report ask(Class<? extends thalweg.study.Experiment> type, Map<String, ?> knobs) {
        return Card.of(type).bind(knobs).run(Lab.quiet());
    }

    // Own 40-digit computation, in the specification of the room.
    @Test
    void eightPlanets() {
        Report report = new FitPower(PLANETS, "period").run(Lab.quiet());
        assertThat(report.number("exponent axis").value()).isCloseTo(1.49986623313, within(5e-12));
        assertThat(report.number("exponent axis").error()).isCloseTo(6.11637e-5, within(5e-11));
        assertThat(Math.log(report.number("prefactor").value())).isCloseTo(5.90056329567, within(1e-11));
        assertThat(report.text("verdict"))
                .contains("1.49987 +- 0.00006")
                .contains("2.2 standard errors from 3/2")
                .contains("consistent");
        assertThat(report.warnings())
                .singleElement()
                .asString()
                .contains("axis_error")
                .contains("--sigma auto");
        assertThat(report.text("about the data")).contains("planets have mass");
    }

    @Test
    void sixPlanetsOf1618() {
        Report report = new FitPower(KEPLER, "period").run(Lab.quiet());
        assertThat(report.number("exponent axis").value()).isCloseTo(1.50313534778, within(5e-12));
        assertThat(report.number("exponent axis").error()).isCloseTo(0.00106875, within(5e-9));
        assertThat((double) report.table("exponents").rows().getFirst().get(7)).isCloseTo(-2.93, within(0.005));
        assertThat(report.text("verdict")).contains("3/2 and so consistent");
    }

    @Test
    void errorsInBothAxes() {
        Report report =
                ask(DiscoverLaw.class, Map.of("data", "../data/planets.csv", "target", "period", "sigma", "auto"));
        assertThat(report.number("exponent axis").value()).isCloseTo(1.4998790822, within(5e-11));
        assertThat(report.number("exponent axis").error()).isCloseTo(4.14e-6, within(5e-9));
        assertThat(report.number("chi2").value()).isCloseTo(228.7226, within(5e-5));
        assertThat((double) report.table("exponents").rows().getFirst().get(7)).isCloseTo(4.7, within(0.05));
        assertThat(report.text("verdict"))
                .contains("not a power law")
                .contains("not exactly")
                .contains("4.7");
    }

    @Test
    void severalFactorsAndACurvedLaw() {
        Key key = Key.of(1);
        double[] r = key.fold(1).uniforms(200);
        double[] m = key.fold(2).uniforms(200);
        double[] noise = key.fold(3).normals(200);
        double[] force = new double[200];
        double[] bent = new double[200];
        for (int i = 0; i < 200; i++) {
            r[i] += 0.5;
            m[i] += 0.5;
            force[i] = 6.674 * m[i] / (r[i] * r[i]) * (1 + 0.01 * noise[i]);
            bent[i] = 1 + r[i] * r[i];
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("r [m]", r);
        columns.put("m [kg]", m);
        columns.put("F [N]", force);
        columns.put("bent", bent);
        Dataset table = Dataset.of(columns);
        Report report = ask(FitPower.class, Map.of("data", write(table), "target", "F", "inputs", "r,m"));
        Figure.Quantity square = report.number("exponent r");
        assertThat(square.value()).isCloseTo(-2, within(4 * square.error()));
        assertThat(report.number("prefactor").unit()).isEqualTo("N m^2 kg^-1");
        assertThat(report.formula("law").java()).contains("Math.pow(r, -");
        Report curved = ask(DiscoverLaw.class, Map.of("data", write(table), "target", "bent", "inputs", "r"));
        assertThat(curved.text("verdict")).startsWith("not a power law").contains("first rung");
    }

    private static String write(Dataset table) {
        try {
            Path file = java.nio.file.Files.createTempFile("power", ".csv");
            file.toFile().deleteOnExit();
            Lab.write(table, file);
            return file.toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whatWasFoundAppliesToNewRows() {
        FitPower fit = new FitPower(PLANETS, "period");
        Report found = fit.run(Lab.quiet());
        Map<String, double[]> rows = Map.of("axis", new double[] {1, 2.77, 67.78, 0.38709927, 30.06992276});
        Report applied = fit.apply(Lab.quiet(), found, Data.of(Dataset.of(rows)));
        List<?> ceres = applied.table("predictions").rows().get(1);
        // Ceres: sidereal period 1680.5 d at 2.7658 au (NASA/JPL small-body database)
        assertThat((double) ceres.get(1)).isCloseTo(1680.5 * Math.pow(2.77 / 2.7658, 1.5), within(1.0));
        assertThat(applied.number("outside").value()).isEqualTo(1);
        assertThat(applied.warnings()).hasSize(1);
    }

    @Test
    void equalQuestionsGiveEqualBytes() {
        String first = ReportJson.text(new FitPower(PLANETS, "period").run(Lab.quiet()));
        String second =
                ReportJson.text(new FitPower(PLANETS, "period").run(Lab.quiet().threads(2)));
        assertThat(first).isEqualTo(second).doesNotContain("..");
    }
}
