package thalweg.array.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Special functions against 25 digits of mpmath (the script is in `src/test/python`).
class SpecialFunctionTest {
    /// Stated errors: units of the last place for arguments above 0; below 0, relative to the terms of the
    /// reflection, which for these arguments are at most 30 times `1 + |value|`.
    @ParameterizedTest
    @CsvSource({
        "erf, 1.2, 120",
        "lgamma, 2, 320",
        "polygamma0, 3, 240",
        "polygamma1, 3, 40",
        "polygamma2, 3, 40",
        "polygamma3, 3, 40",
        "polygamma5, 3, 40",
        "polygamma8, 3, 40",
        "pow, 1.1, 120",
        "atan2, 1.3, 80"
    })
    void errorInUnitsOfTheLastPlace(String name, double ulps, int count) throws IOException {
        List<String[]> lines = lines(name);
        assertThat(lines).hasSize(count);
        for (String[] line : lines) {
            BigDecimal exact = new BigDecimal(line[line.length - 1]);
            double error = new BigDecimal(value(line)).subtract(exact).abs().doubleValue();
            assertThat(error / Math.ulp(exact.doubleValue()))
                    .as(String.join(",", line))
                    .isLessThanOrEqualTo(ulps);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lgamma-, 1e-15",
        "polygamma0-, 2e-15",
        "polygamma1-, 2e-15",
        "polygamma2-, 2e-14",
        "polygamma3-, 2e-14",
        "polygamma5-, 2e-14",
        "polygamma8-, 2e-14"
    })
    void errorBelowZero(String name, double relative) throws IOException {
        List<String[]> lines = lines(name);
        assertThat(lines).hasSize(40);
        for (String[] line : lines) {
            BigDecimal exact = new BigDecimal(line[line.length - 1]);
            double error = new BigDecimal(value(line)).subtract(exact).abs().doubleValue();
            assertThat(error).as(String.join(",", line)).isLessThan(relative * (1 + Math.abs(exact.doubleValue())));
        }
    }

    @Test
    void specialValues() {
        double inf = Double.POSITIVE_INFINITY;
        double nan = Double.NaN;
        equal(ErrorFunction.erf(inf), 1);
        equal(ErrorFunction.erf(-inf), -1);
        equal(ErrorFunction.erf(-0.0), -0.0);
        equal(ErrorFunction.erf(nan), nan);
        equal(ErrorFunction.erf(Double.MIN_VALUE), Double.MIN_VALUE);
        equal(LogGamma.lgamma(1), 0);
        equal(LogGamma.lgamma(2), 0);
        equal(LogGamma.lgamma(0), inf);
        equal(LogGamma.lgamma(-3), inf);
        equal(LogGamma.lgamma(inf), inf);
        equal(LogGamma.lgamma(-inf), inf);
        equal(LogGamma.lgamma(nan), nan);
        equal(Polygamma.polygamma(0, -2), nan);
        equal(Polygamma.polygamma(1, -2), inf);
        equal(Polygamma.polygamma(0, inf), inf);
        equal(Polygamma.polygamma(1, inf), 0);
        equal(Polygamma.polygamma(2, nan), nan);
        equal(Polygamma.polygamma(-1, 1), nan);
        for (double x : new double[] {0.0, -0.0, 1, -1, -2.5, Double.MIN_VALUE, 1e300, inf, -inf, nan}) {
            for (double y : new double[] {0.0, -0.0, 1, -1, 2, -3, 0.5, 1e-300, -1e300, 1e300, inf, -inf, nan}) {
                equal(Power.pow(x, y), StrictMath.pow(x, y));
                double angle = StrictMath.atan2(y, x);
                assertThat(Math.abs(Angle.atan2(y, x) - angle) <= Math.ulp(angle) || Double.isNaN(angle))
                        .isTrue();
                assertThat(Math.copySign(1, Angle.atan2(y, x))).isEqualTo(Math.copySign(1, angle));
            }
        }
    }

    private static double value(String[] line) {
        double x = Double.parseDouble(line[1]);
        return switch (line[0].replace("-", "")) {
            case "erf" -> ErrorFunction.erf(x);
            case "lgamma" -> LogGamma.lgamma(x);
            case "pow" -> Power.pow(x, Double.parseDouble(line[2]));
            case "atan2" -> Angle.atan2(x, Double.parseDouble(line[2]));
            default -> Polygamma.polygamma(Character.digit(line[0].charAt(9), 10), x);
        };
    }

    private static List<String[]> lines(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SpecialFunctionTest.class.getResourceAsStream("special.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> line.split(",", -1))
                    .filter(line -> line[0].equals(name))
                    .toList();
        }
    }

    private static void equal(double found, double expected) {
        assertThat(found).isEqualTo(Double.valueOf(expected));
    }
}
