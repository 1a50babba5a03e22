package thalweg.room.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.flow.Ending;
import thalweg.room.law.curve.Strd;
import thalweg.study.Data;
import thalweg.study.Lab;
import thalweg.study.Report;

/// NIST/ITL Statistical Reference Datasets through the experiment: certified values of 11 digits, both starts, and no
/// start at all.
class FitFormulaStrdTest {
    static Stream<String> sets() {
        return Strd.names().stream();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void certifiedDigitsFromBothStarts(String name) {
        for (String start : new String[] {"start1", "start2"}) {
            Report report = fit(name, starts(Strd.numbers(name, start)));
            assertThat(report.ending()).isInstanceOf(Ending.Converged.class);
            certified(name, report);
        }
    }

    private static void certified(String name, Report report) {
        double[] certified = Strd.numbers(name, "certified");
        double[] value = new double[certified.length];
        double[] error = new double[certified.length];
        for (int j = 0; j < value.length; j++) {
            value[j] = report.number("b" + (j + 1)).value();
            error[j] = report.number("b" + (j + 1)).error();
        }
        assertThat(Strd.digits(value, certified)).isGreaterThanOrEqualTo(9);
        // Lanczos1: the certified sum of squares is below the rounding of its data, so its errors have few digits
        boolean exact = name.equals("Lanczos1");
        assertThat(Strd.digits(error, Strd.numbers(name, "certified_sd"))).isGreaterThanOrEqualTo(exact ? 2 : 9);
        double rss = Strd.number(name, "rss");
        assertThat(report.number("RSS").value()).isCloseTo(rss, within(rss * (exact ? 1e-2 : 1e-9)));
    }

    private static Report fit(String name, Map<String, Double> start) {
        return new FitFormula(Data.of(Strd.table(name)), Strd.formula(name), start).run(Lab.quiet());
    }

    private static Map<String, Double> starts(double[] numbers) {
        Map<String, Double> start = new LinkedHashMap<>();
        for (int j = 0; j < numbers.length; j++) {
            start.put("b" + (j + 1), numbers[j]);
        }
        return start;
    }

    /// No start at all: the lowest minimum, the terms of sums of like terms in any order.
    @ParameterizedTest
    @MethodSource("sets")
    void withoutAStart(String name) {
        Report report = fit(name, Map.of());
        assertThat(report.ending()).isInstanceOf(Ending.Converged.class);
        double rss = Strd.number(name, "rss");
        assertThat(report.number("RSS").value()).isCloseTo(rss, within(rss * (name.equals("Lanczos1") ? 1e-2 : 1e-8)));
    }
}
