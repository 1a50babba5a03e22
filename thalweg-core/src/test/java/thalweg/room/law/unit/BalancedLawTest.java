package thalweg.room.law.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.data.Dataset;
import thalweg.room.law.power.Exponent;
import thalweg.room.law.power.Goodness;
import thalweg.room.law.power.PowerLaw;
import thalweg.room.law.power.Prediction;

/// Drag on spheres in mixed units, `F = 0.7 rho v^2 D^2 (mu / (rho v D))^0.3`, and the blast wave of 1945.
class BalancedLawTest {
    private static final Balance DRAG = Balance.of(
            Variable.of("F", "mN"),
            List.of(
                    Variable.of("rho", "kg/m3"),
                    Variable.of("v", "km/h"),
                    Variable.of("D", "cm"),
                    Variable.of("mu", "Pa s")));
    private static final Balance BLAST = Balance.of(
            Variable.of("R", "m"), List.of(Variable.of("E", "J"), Variable.of("t", "ms"), Variable.of("rho", "kg/m3")));

    private static double[] sizes(Key key, int n, double middle, double spread) {
        return Arrays.stream(key.normals(n))
                .map(z -> middle * StrictMath.exp(spread * z))
                .toArray();
    }

    private static double[] times(double[] values, double[] others) {
        double[] product = new double[values.length];
        Arrays.setAll(product, i -> values[i] * others[i]);
        return product;
    }

    /// @param noise standard deviation of the logarithm of every measured quantity
    private static Dataset drag(Key key, int n, double noise) {
        double[][] exact = new double[5][];
        exact[0] = sizes(key.fold(1), n, 1000, 1);
        exact[1] = sizes(key.fold(2), n, 2, 1);
        exact[2] = sizes(key.fold(3), n, 3, 1);
        exact[3] = sizes(key.fold(4), n, 1e-3, 1);
        exact[4] = new double[n];
        Arrays.setAll(exact[4], i -> {
            double rho = exact[0][i];
            double v = exact[1][i] / 3.6;
            double d = exact[2][i] / 100;
            return 1e3 * 0.7 * rho * v * v * d * d * StrictMath.pow(exact[3][i] / (rho * v * d), 0.3);
        });
        Map<String, double[]> columns = new LinkedHashMap<>();
        List<String> names = List.of("rho", "v", "D", "mu", "F");
        for (int c = 0; c < 5; c++) {
            double[] measured = times(exact[c], sizes(key.fold(5 + c), n, 1, noise));
            columns.put(names.get(c), measured);
            double spread = c == 1 ? 2 * noise : noise;
            double[] errors = sizes(key.fold(10 + c), n, spread, c == 1 ? 0.5 : 0);
            columns.put(names.get(c) + "_error", times(measured, errors));
        }
        return Dataset.of(columns);
    }

    private static final Map<String, String> ERRORS =
            Map.of("F", "F_error", "rho", "rho_error", "v", "v_error", "D", "D_error", "mu", "mu_error");

    /// `exponents = (0.7, 1.7, 1.7, 0.3)` hang on one power of one group, so they share one error.
    @Test
    void exponentsShareTheErrorOfTheirGroup() {
        Dataset table = drag(Key.of(1), 60, 0.02);
        for (PowerLaw law : List.of(
                BalancedLaw.plain(table, DRAG),
                BalancedLaw.weighted(table, DRAG, ERRORS),
                BalancedLaw.robust(table, DRAG, thalweg.room.law.power.Loss.HUBER))) {
            List<Exponent> found = law.exponents();
            double[] truth = {0.7, 1.7, 1.7, 0.3};
            for (int k = 0; k < 4; k++) {
                assertThat(found.get(k).value())
                        .isCloseTo(truth[k], within(4 * found.get(k).error()));
                assertThat(found.get(k).error())
                        .isCloseTo(found.getFirst().error(), within(1e-12))
                        .isBetween(1e-4, 0.02);
                assertThat(found.get(k).exact()).isFalse();
            }
            assertThat(law.prefactor().value())
                    .isCloseTo(0.7, within(4 * law.prefactor().error()));
            assertThat(law.goodness().explains()).isTrue();
            assertThat(law.degreesOfFreedom()).isEqualTo(58);
        }
    }

    /// The law in the numbers of the columns is the law in coherent units.
    @Test
    void predictsInTheUnitsOfTheColumns() {
        Dataset table = drag(Key.of(2), 40, 0);
        PowerLaw law = BalancedLaw.plain(table, DRAG);
        double[] x = {table.numbers("rho")[3], table.numbers("v")[3], table.numbers("D")[3], table.numbers("mu")[3]};
        assertThat(law.at(x).value() / table.numbers("F")[3]).isCloseTo(1, within(1e-10));
        double product = law.columnPrefactor().value();
        for (int k = 0; k < 4; k++) {
            product *= StrictMath.pow(x[k], law.exponents().get(k).value());
        }
        assertThat(product / table.numbers("F")[3]).isCloseTo(1, within(1e-10));
        assertThat(law.prefactor().value()).isCloseTo(0.7, within(1e-9));
        assertThat(law.goodness()).isInstanceOf(Goodness.Untested.class);
    }

    /// The covariance, which `apply` uses, gives the errors that the law itself states.
    @Test
    void covarianceAgreesWithPredictions() {
        Dataset table = drag(Key.of(3), 40, 0.05);
        PowerLaw law = BalancedLaw.weighted(table, DRAG, ERRORS);
        double[] x = {900, 3, 2, 2e-3};
        double[] at = {1, Math.log(900), Math.log(3), Math.log(2), Math.log(2e-3)};
        double[] covariance = law.covariance();
        double variance = 0;
        for (int i = 0; i < 25; i++) {
            variance += at[i / 5] * covariance[i] * at[i % 5];
        }
        Prediction prediction = law.at(x);
        assertThat(prediction.error() / prediction.value()).isCloseTo(Math.sqrt(variance), within(1e-9));
        assertThat(law.columnPrefactor().logError()).isCloseTo(Math.sqrt(covariance[0]), within(1e-12));
    }

    /// At the minimum of `sum (ln F - ln A - sum n_k ln x_k)^2 / (s_F^2 + sum (n_k s_k)^2)` with
    /// `n = (1 - q, 2 - q, 2 - q, q)`, written out anew, no small step in `ln A` or `q` leads down.
    @Test
    void errorsOfAllColumnsAreWeighed() {
        Dataset table = drag(Key.of(4), 30, 0.1);
        PowerLaw law = BalancedLaw.weighted(table, DRAG, ERRORS);
        double q = law.exponents().getLast().value();
        double log = law.columnPrefactor().log();
        double least = squares(table, log, q);
        assertThat(law.scatter() * law.scatter() * 28).isCloseTo(least, within(1e-9));
        for (double step : new double[] {-1e-3, 1e-3}) {
            assertThat(squares(table, log + step, q)).isGreaterThan(least);
            assertThat(squares(table, log, q + step)).isGreaterThan(least);
        }
    }

    private static double squares(Dataset table, double log, double q) {
        double[] n = {1 - q, 2 - q, 2 - q, q};
        double sum = 0;
        for (int i = 0; i < table.numbers("F").length; i++) {
            double residual = Math.log(table.numbers("F")[i]) - log;
            double variance = square(table.numbers("F_error")[i] / table.numbers("F")[i]);
            int k = 0;
            for (String name : List.of("rho", "v", "D", "mu")) {
                residual -= n[k] * Math.log(table.numbers(name)[i]);
                variance += square(n[k] * table.numbers(name + "_error")[i] / table.numbers(name)[i]);
                k++;
            }
            sum += residual * residual / variance;
        }
        return sum;
    }

    private static double square(double x) {
        return x * x;
    }

    /// G. I. Taylor, Proc. R. Soc. A 201 (1950) 159: units alone give the exponents, data the number in front.
    @Test
    void unitsAloneGiveExactExponents() {
        int n = 20;
        double[] energy = sizes(Key.of(6), n, 8e13, 1);
        double[] t = sizes(Key.of(7), n, 10, 1);
        double[] rho = sizes(Key.of(8), n, 1.25, 0.1);
        double[] noise = Key.of(9).normals(n);
        double[] radius = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            radius[i] = 1.033 * Math.pow(energy[i] * t[i] * t[i] * 1e-6 / rho[i], 0.2) * Math.exp(0.01 * noise[i]);
            mean += 0.01 * noise[i] / n;
        }
        PowerLaw law = BalancedLaw.plain(Dataset.of(Map.of("R", radius, "E", energy, "t", t, "rho", rho)), BLAST);
        assertThat(law.exponents()).extracting(Exponent::value).containsExactly(0.2, 0.4, -0.2);
        assertThat(law.exponents()).allMatch(Exponent::exact).allMatch(e -> e.error() == 0);
        assertThat(law.exponents().get(1).ratio().toString()).isEqualTo("2/5");
        assertThat(law.prefactor().value()).isCloseTo(1.033 * Math.exp(mean), within(1e-12));
        assertThat(law.goodness()).isInstanceOf(Goodness.Curvature.class);
        assertThat(law.goodness().explains()).isTrue();
    }

    /// A law that hides a constant with units is found out.
    @Test
    void aHiddenConstantIsFoundOut() {
        int n = 20;
        double[] energy = sizes(Key.of(6), n, 8e13, 1);
        double[] t = sizes(Key.of(7), n, 10, 1);
        double[] rho = sizes(Key.of(8), n, 1.25, 0.1);
        double[] noise = Key.of(9).normals(n);
        double[] radius = new double[n];
        Arrays.setAll(radius, i -> 3 * Math.pow(energy[i], 0.25) * Math.pow(t[i], 0.4) * Math.exp(0.01 * noise[i]));
        PowerLaw law = BalancedLaw.plain(Dataset.of(Map.of("R", radius, "E", energy, "t", t, "rho", rho)), BLAST);
        assertThat(law.goodness()).isInstanceOf(Goodness.Restriction.class);
        assertThat(law.goodness().explains()).isFalse();
    }
}
