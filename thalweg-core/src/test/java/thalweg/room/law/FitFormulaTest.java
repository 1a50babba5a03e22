package thalweg.room.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thalweg.data.Dataset;
import thalweg.flow.Ending;
import thalweg.formula.Formula;
import thalweg.room.law.curve.Strd;
import thalweg.study.Data;
import thalweg.study.Lab;
import thalweg.study.Report;
import thalweg.study.page.ReportJson;

class FitFormulaTest {
    private static final Map<String, String> NONE = Map.of();
    private static final String MISRA = "y = b1*(1 - exp(-b2*x))";

    private static FitFormula asked(Dataset table, String formula) {
        return new FitFormula(Data.of(table), formula, Map.of());
    }

    private static FitFormula weighted(Dataset table, String formula, String sigma) {
        return new FitFormula(
                Data.of(table), formula, null, Map.of(), Map.of(), Map.of(), Map.of(), Map.of("*", sigma), 3000);
    }

    private static FitFormula bounded(
            Dataset table,
            String formula,
            Map<String, Double> lower,
            Map<String, Double> upper,
            Map<String, Double> fixed) {
        return new FitFormula(Data.of(table), formula, null, Map.of(), lower, upper, fixed, NONE, 3000);
    }

    /// Pearson's line with York's weights in y alone, and plain: ODRPACK's and a 40-digit computation's numbers, in the
    /// specification of the room.
    @Test
    void aLineWithAndWithoutErrors() {
        Dataset york = Dataset.ours("york.csv");
        double[] sigma = Arrays.stream(york.numbers("weight_y"))
                .map(w -> 1 / Math.sqrt(w))
                .toArray();
        Dataset table = Dataset.of(Map.of("x", york.numbers("x"), "y", york.numbers("y"), "y_error", sigma));
        Report plain = asked(table, "y = a + b*x").run(Lab.quiet());
        assertThat(plain.number("b").value()).isCloseTo(-0.539577274984041, within(1e-14));
        assertThat(plain.number("a").value()).isCloseTo(5.76118519043904, within(1e-13));
        assertThat(plain.warnings())
                .singleElement()
                .asString()
                .contains("y_error")
                .contains("--sigma auto");
        Report weighted = weighted(table, "y = a + b*x", "auto").run(Lab.quiet());
        assertThat(weighted.number("b").value()).isCloseTo(-0.610812956583934, within(1e-14));
        assertThat(weighted.number("a").value()).isCloseTo(6.10010931666576, within(1e-13));
        assertThat(weighted.number("chi2/dof").value())
                .isEqualTo(weighted.number("chi2").value() / 8);
        assertThat(weighted.text("verdict")).contains("chi2/dof");
    }

    /// The errors of a weighted line in closed form: `var b = W / D`, `var a = sum w x^2 / D`, `D = W sum w x^2 - (sum
    /// w x)^2`.
    @Test
    void statedErrorsAreNotScaled() {
        double[] x = {1, 2, 3, 4, 5, 6};
        double[] y = {2.1, 3.9, 6.2, 7.8, 10.1, 12.2};
        double[] s = {0.5, 1, 0.5, 1, 0.5, 1};
        double w = 0;
        double wx = 0;
        double wxx = 0;
        for (int i = 0; i < 6; i++) {
            w += 1 / (s[i] * s[i]);
            wx += x[i] / (s[i] * s[i]);
            wxx += x[i] * x[i] / (s[i] * s[i]);
        }
        double d = w * wxx - wx * wx;
        Report report = weighted(Dataset.of(Map.of("x", x, "y", y, "s", s)), "y = a + b*x", "s")
                .run(Lab.quiet());
        assertThat(report.number("b").error()).isCloseTo(Math.sqrt(w / d), within(1e-15));
        assertThat(report.number("a").error()).isCloseTo(Math.sqrt(wxx / d), within(1e-15));
        assertThat((double) report.table("covariance").rows().get(0).get(2)).isCloseTo(-wx / d, within(1e-15));
        assertThat(report.text("verdict")).contains("explains the data within the stated errors");
        Report tight = weighted(Dataset.of(Map.of("x", x, "y", y)), "y = a + b*x", "0.01")
                .run(Lab.quiet());
        assertThat(tight.text("verdict")).contains("does not explain the data within the stated errors");
        double scaled = (double) tight.table("parameters").rows().get(1).get(3);
        assertThat(scaled)
                .isCloseTo(
                        tight.number("b").error()
                                * Math.sqrt(tight.number("chi2/dof").value()),
                        within(1e-15));
    }

    @Test
    void aBoundThatHoldsIsAKnownValue() {
        Dataset table = Strd.table("Misra1a");
        Report held =
                bounded(table, MISRA, Map.of(), Map.of("b1", 200.0), Map.of()).run(Lab.quiet());
        Report fixed =
                bounded(table, MISRA, Map.of(), Map.of(), Map.of("b1", 200.0)).run(Lab.quiet());
        assertThat(held.number("b1").value()).isEqualTo(200);
        assertThat(held.number("b1").error()).isNaN();
        assertThat(held.number("b2").value()).isCloseTo(fixed.number("b2").value(), within(1e-16));
        assertThat(held.number("b2").error()).isCloseTo(fixed.number("b2").error(), within(1e-16));
        assertThat(held.warnings()).anyMatch(w -> w.startsWith("On a bound") && w.contains("b1"));
        assertThat(fixed.formula("formula").text()).startsWith("y = 200*(1 - exp(-");
    }

    /// With `b2` known, `b1 = sum phi y / sum phi^2`, `phi = 1 - exp(-b2*x)`.
    @Test
    void linearParametersNeedNoStart() {
        Dataset table = Strd.table("Misra1a");
        double[] x = table.numbers("x");
        double[] y = table.numbers("y");
        double top = 0;
        double bottom = 0;
        for (int i = 0; i < x.length; i++) {
            double phi = -Math.expm1(-5e-4 * x[i]);
            top += phi * y[i];
            bottom += phi * phi;
        }
        Report report =
                bounded(table, MISRA, Map.of(), Map.of(), Map.of("b2", 5e-4)).run(Lab.quiet());
        assertThat(report.number("b1").value()).isCloseTo(top / bottom, within(1e-12 * top / bottom));
        assertThat(report.figures()).noneMatch(figure -> figure.name().equals("about the start"));
        FitFormula partial = new FitFormula(Data.of(table), MISRA, Map.of("b2", 1e-4));
        assertThat(partial.run(Lab.quiet()).number("b1").value()).isCloseTo(238.94212918, within(1e-8));
    }

    @Test
    void whatTheDataDoNotDetermineIsSaid() {
        double[] x = {1, 2, 3, 4, 5};
        double[] y = {2.1, 3.9, 6.1, 8, 9.9};
        Dataset table = Dataset.of(Map.of("x", x, "y", y));
        Report report = asked(table, "y = a*b*x").run(Lab.quiet());
        assertThat(report.warnings()).anyMatch(w -> w.contains("do not determine a, b separately"));
        assertThat(report.number("a").value() * report.number("b").value()).isCloseTo(109.7 / 55, within(1e-12));
        assertThat(report.number("a").error()).isNaN();
        assertThat(report.number("degrees of freedom").value()).isEqualTo(4);
    }

    @Test
    void aFormulaThatMissesSomethingLeavesWaves() {
        double[] x = new double[60];
        double[] y = new double[60];
        for (int i = 0; i < 60; i++) {
            x[i] = i / 10.0;
            y[i] = 1 + x[i] + Math.sin(x[i]);
        }
        Dataset table = Dataset.of(Map.of("x", x, "y", y));
        assertThat(asked(table, "y = a + b*x").run(Lab.quiet()).warnings())
                .singleElement()
                .asString()
                .contains("waves along x");
        Report whole = asked(table, "y = a + b*x + c*sin(w*x)").run(Lab.quiet());
        assertThat(whole.number("w").value()).isCloseTo(1, within(1e-12));
    }

    @Test
    void theReportSpeaksFourTongues() {
        Report report = asked(Strd.table("Misra1a"), MISRA).run(Lab.quiet());
        assertThat(report.formula("formula").text()).isEqualTo("y = 238.942*(1 - exp(-5.5016e-4*x))");
        assertThat(report.formula("formula").latex())
                .startsWith("y = 238.942 \\, \\left(1 - \\mathrm{e}^{-5.5016 \\cdot");
        assertThat(report.formula("formula").java())
                .contains("* (1.0 - Math.exp(-")
                .endsWith("* x))");
        double exact = Formula.parse(report.formula("formula").sympy().replace("**", "^"))
                .value(Map.of("x", 77.6));
        assertThat(exact).isCloseTo(238.94212918 * -Math.expm1(-5.5015643181E-04 * 77.6), within(1e-8));
        assertThat(report.number("R2").value()).isCloseTo(0.99998, within(1e-5));
        assertThat(report.number("residual sd").value()).isCloseTo(0.10187876330, within(1e-10));
        assertThat(report.picture("plot").layers()).hasSize(3);
        assertThat(report.picture("residuals").layers()).hasSize(2);
    }

    @Test
    void newRowsArePredictedWithErrors() {
        double[] x = {1, 2, 3, 4, 5};
        double[] y = {2.1, 3.9, 6.1, 8, 9.9};
        FitFormula line = asked(Dataset.of(Map.of("x", x, "y", y)), "y = a + b*x");
        Report found = line.run(Lab.quiet());
        Data rows = Data.of(Dataset.of(Map.of("x", new double[] {3, 6})));
        Report applied = line.apply(Lab.quiet(), found, rows);
        List<?> middle = applied.table("predictions").rows().getFirst();
        assertThat((double) middle.get(1)).isCloseTo(6, within(1e-13));
        double deviation = found.number("residual sd").value();
        assertThat((double) middle.get(2)).isCloseTo(deviation / Math.sqrt(5), within(1e-14));
        // Student's t of 3 degrees of freedom: 3.182446305 at 97.5 %
        assertThat((double) middle.get(4) - 6).isCloseTo(3.182446305284263 * deviation / Math.sqrt(5), within(1e-12));
        assertThat(applied.number("outside").value()).isEqualTo(1);
        assertThat(applied.warnings()).singleElement().asString().contains("outside");
    }

    @Test
    void aTransformedTargetComesBack() {
        FitFormula nelson = asked(Strd.table("Nelson"), Strd.formula("Nelson"));
        Report found = nelson.run(Lab.quiet());
        Data rows = Data.of(Dataset.of(Map.of("x", new double[] {10}, "x2", new double[] {180})));
        Report applied = nelson.apply(Lab.quiet(), found, rows);
        List<?> row = applied.table("predictions").rows().getFirst();
        assertThat((double) row.get(6)).isCloseTo(Math.exp((double) row.get(2)), within(1e-12));
    }

    /// Errors of the target are errors of its logarithm, `sigma / y`.
    @Test
    void errorsGoThroughTheLeftSide() {
        double[] x = {1, 2, 3, 4};
        double[] y = {2, 5, 9, 30};
        double[] relative = new double[4];
        double[] log = new double[4];
        for (int i = 0; i < 4; i++) {
            relative[i] = 0.1 / y[i];
            log[i] = Math.log(y[i]);
        }
        Dataset table = Dataset.of(Map.of("x", x, "y", y, "log", log, "s", relative));
        Report through = weighted(table, "log(y) = a + b*x", "0.1").run(Lab.quiet());
        FitFormula direct = new FitFormula(
                Data.of(table), "a + b*x", "log", Map.of(), Map.of(), Map.of(), Map.of(), Map.of("log", "s"), 3000);
        Report plain = direct.run(Lab.quiet());
        assertThat(through.number("b").value()).isCloseTo(plain.number("b").value(), within(1e-13));
        assertThat(through.number("b").error()).isCloseTo(plain.number("b").error(), within(1e-13));
    }

    @Test
    void equalSeedsGiveEqualBytesOnAnyNumberOfThreads() {
        FitFormula fit = asked(Strd.table("MGH17"), Strd.formula("MGH17"));
        String one = ReportJson.text(fit.run(Lab.quiet().seed(5)));
        for (int threads : new int[] {2, 4}) {
            assertThat(ReportJson.text(fit.run(Lab.quiet().seed(5).threads(threads))))
                    .isEqualTo(one);
        }
    }

    @Test
    void stoppedEarlyItSaysSo() {
        Lab lab = Lab.quiet();
        FitFormula fit = new FitFormula(Data.of(Strd.table("Hahn1")), Strd.formula("Hahn1"), starts("Hahn1"));
        lab.stop();
        assertThat(fit.run(lab).ending()).isInstanceOf(Ending.Stopped.class);
    }

    private static Map<String, Double> starts(String name) {
        Map<String, Double> start = new LinkedHashMap<>();
        double[] numbers = Strd.numbers(name, "start1");
        for (int j = 0; j < numbers.length; j++) {
            start.put("b" + (j + 1), numbers[j]);
        }
        return start;
    }
}
