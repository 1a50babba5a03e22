package thalweg.room.law.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thalweg.array.Misuse;
import thalweg.data.Dataset;
import thalweg.room.law.Reference;

/// Kepler's third law; references: sheet of the room, section 4 (own computations outside this project from
/// reference/kepler_planets.csv).
class PowerLawTest {
    private static final Reference PLANETS = Reference.read("kepler_planets.csv");

    static Dataset table(Object... nameAndNumbers) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int i = 0; i < nameAndNumbers.length; i += 2) {
            columns.put((String) nameAndNumbers[i], (double[]) nameAndNumbers[i + 1]);
        }
        return Dataset.of(columns);
    }

    private static Dataset planets(int axis, int period, int rows) {
        return table(
                "axis", column(axis, rows),
                "axis_error", column(2, rows),
                "period", column(period, rows),
                "period_error", column(4, rows));
    }

    private static double[] column(int j, int rows) {
        return PLANETS.rows().stream()
                .limit(rows)
                .mapToDouble(row -> Reference.number(row.get(j)))
                .toArray();
    }

    private static PowerLaw plain(Dataset table) {
        return PowerLaw.plain(table, "period", List.of("axis"));
    }

    @Test
    void eightPlanets() {
        PowerLaw law = plain(planets(1, 3, 8));
        Exponent axis = law.exponents().getFirst();
        assertThat(axis.value()).isCloseTo(1.49986623313, within(1e-11));
        assertThat(axis.error()).isCloseTo(0.0000611637, within(1e-10));
        assertThat(law.prefactor().log()).isCloseTo(5.90056329567, within(1e-11));
        assertThat(law.prefactor().logError()).isCloseTo(0.000117054, within(1e-9));
        assertThat(axis.ratio().toString()).isEqualTo("3/2");
        assertThat(axis.ratio().distance()).isCloseTo(2.19, within(0.005));
        assertThat(axis.ratio().consistent()).isTrue();
        assertThat(law.goodness().explains()).isTrue();
        assertThat(axis.scaled()).isNaN();
        // t(6 degrees of freedom, 95 %) = 2.446912 (tables)
        assertThat(axis.high() - axis.value()).isCloseTo(2.446912 * axis.error(), within(1e-10));
    }

    @Test
    void sixPlanetsOf1618() {
        PowerLaw law = plain(planets(8, 9, 6));
        Exponent axis = law.exponents().getFirst();
        assertThat(axis.value()).isCloseTo(1.50313534778, within(1e-11));
        assertThat(axis.error()).isCloseTo(0.00106875, within(1e-8));
        assertThat(law.prefactor().log()).isCloseTo(5.89789881198, within(1e-11));
        assertThat(axis.ratio().distance()).isCloseTo(-2.93, within(0.005));
        assertThat(axis.ratio().consistent()).isTrue();
    }

    @Test
    void fourInnerPlanets() {
        Exponent axis = plain(planets(1, 3, 4)).exponents().getFirst();
        assertThat(axis.value()).isCloseTo(1.49999176599, within(1e-11));
        assertThat(axis.error()).isCloseTo(0.00000454621, within(1e-11));
    }

    @Test
    void periodsFromMeanMotions() {
        double[] period =
                Arrays.stream(column(6, 8)).map(rate -> 360 * 36525 / rate).toArray();
        Exponent axis =
                plain(table("axis", column(1, 8), "period", period)).exponents().getFirst();
        assertThat(axis.value()).isCloseTo(1.49985663286, within(1e-11));
        assertThat(axis.error()).isCloseTo(0.000033698, within(1e-9));
    }

    @Test
    void errorsInBothAxes() {
        PowerLaw law = PowerLaw.weighted(
                planets(1, 3, 8), "period", List.of("axis"), Map.of("axis", "axis_error", "period", "period_error"));
        Exponent axis = law.exponents().getFirst();
        assertThat(axis.value()).isCloseTo(1.4998790822, within(1e-10));
        assertThat(axis.error()).isCloseTo(4.14e-6, within(5e-9));
        Goodness.ChiSquare chi2 = (Goodness.ChiSquare) law.goodness();
        assertThat(chi2.chi2()).isCloseTo(228.7226, within(1e-4));
        assertThat(chi2.degreesOfFreedom()).isEqualTo(6);
        assertThat(chi2.explains()).isFalse();
        assertThat(axis.scaled()).isCloseTo(axis.error() * Math.sqrt(228.7226 / 6), within(1e-11));
        assertThat(axis.ratio().distance()).isCloseTo(4.7, within(0.05));
        assertThat(axis.ratio().consistent()).isFalse();
    }

    /// With one factor the several-factor fit is York's line in logarithms: two implementations, one answer.
    @Test
    void oneFactorIsYorksLine() {
        double[] x = Reference.read("york_pearson.csv").column(0);
        double[] y = Reference.read("york_pearson.csv").column(2);
        double[] sx = Arrays.stream(Reference.read("york_pearson.csv").column(1))
                .map(w -> 1 / Math.sqrt(w))
                .toArray();
        double[] sy = Arrays.stream(Reference.read("york_pearson.csv").column(3))
                .map(w -> 1 / Math.sqrt(w))
                .toArray();
        double[] ex = Arrays.stream(x).map(Math::exp).toArray();
        double[] ey = Arrays.stream(y).map(Math::exp).toArray();
        double[] dx = new double[x.length];
        double[] dy = new double[y.length];
        Arrays.setAll(dx, i -> ex[i] * sx[i]);
        Arrays.setAll(dy, i -> ey[i] * sy[i]);
        PowerLaw law = PowerLaw.weighted(
                table("x", ex, "y", ey, "dx", dx, "dy", dy), "y", List.of("x"), Map.of("x", "dx", "y", "dy"));
        Exponent n = law.exponents().getFirst();
        assertThat(n.value()).isCloseTo(-0.480533407446202, within(1e-11));
        assertThat(n.error()).isCloseTo(0.0579850090007744, within(1e-11));
        assertThat(law.prefactor().log()).isCloseTo(5.479910224032865, within(1e-10));
        assertThat(law.prefactor().logError()).isCloseTo(0.294970735493109, within(1e-10));
        assertThat(((Goodness.ChiSquare) law.goodness()).chi2()).isCloseTo(11.8663531940614, within(1e-9));
        double[] covariance = law.covariance();
        assertThat(covariance[1]).isCloseTo(Line.fit(x, y, sx, sy).covariance(), within(1e-11));
    }

    @Test
    void refusesWhatHasNoLogarithm() {
        assertThatThrownBy(() -> plain(table("axis", new double[] {1, 2, 0, 4}, "period", new double[] {1, 2, 3, 4})))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("\"axis\", row 3");
        assertThatThrownBy(() -> plain(table("axis", new double[] {1, 2}, "period", new double[] {1, 2})))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("at least 3 rows");
    }
}
