package thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.array.Key;
import thalweg.array.Misuse;

/// Certified values: NIST Statistical Reference Datasets, www.itl.nist.gov/div898/strd, linear regression.
class LeastSquaresTest {
    @Test
    void longley() {
        double[][] rows = read("longley.csv");
        double[] a = new double[16 * 7];
        for (int i = 0; i < 16; i++) {
            System.arraycopy(rows[i], 0, a, i * 7, 7);
            a[i * 7] = 1;
        }
        LeastSquares fit = LeastSquares.of(a, 16, 7, column(rows, 0));
        double[] certified = {
            -3482258.63459582,
            15.0618722713733,
            -0.358191792925910E-01,
            -2.02022980381683,
            -1.03322686717359,
            -0.511041056535807E-01,
            1829.15146461355
        };
        double[] errors = {
            890420.383607373,
            84.9149257747669,
            0.334910077722432E-01,
            0.488399681651699,
            0.214274163161675,
            0.226073200069370,
            455.478499142212
        };
        agree(fit.coefficients(), certified, 1e-14);
        agree(errors(fit), errors, 1e-11);
        assertThat(fit.residualSumOfSquares()).isEqualTo(836424.055505915, within(836424 * 2e-15));
        assertThat(fit.degreesOfFreedom()).isEqualTo(9);
        assertThat(fit.rank()).isEqualTo(7);
    }

    /// Polynomial of degree 10. The powers of x are rounded to 53 bits before we see them, which at this condition
    /// moves the exact solution by about 1e-7; the certified values come from exact powers.
    @Test
    void filip() {
        double[][] rows = read("filip.csv");
        double[] a = powers(column(rows, 1), 11);
        LeastSquares fit = LeastSquares.of(a, 82, 11, column(rows, 0));
        double[] certified = {
            -1467.48961422980,
            -2772.17959193342,
            -2316.37108160893,
            -1127.97394098372,
            -354.478233703349,
            -75.1242017393757,
            -10.8753180355343,
            -1.06221498588947,
            -0.670191154593408E-01,
            -0.246781078275479E-02,
            -0.402962525080404E-04
        };
        assertThat(fit.rank()).isEqualTo(11);
        agree(fit.coefficients(), certified, 1e-6);
        assertThat(fit.residualSumOfSquares()).isEqualTo(0.795851382172941E-03, within(0.000796 * 1e-7));
        assertThat(errors(fit)[0]).isEqualTo(298.084530995537, within(1e-3));
    }

    /// Polynomials of degree 5 on x = 0 .. 20: all coefficients 1 (Wampler2: 10^-j), the noise growing by 100 from
    /// set to set.
    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "3, 2152.32624678170", "4, 215232.624678170", "5, 21523262.4678170"})
    void wampler(int set, double firstError) {
        double[][] rows = read("wampler.csv");
        LeastSquares fit = LeastSquares.of(powers(column(rows, 0), 6), 21, 6, column(rows, set));
        for (int j = 0; j < 6; j++) {
            double exact = set == 2 ? Math.pow(10, -j) : 1;
            assertThat(fit.coefficients()[j]).isEqualTo(exact, within(exact * (set == 2 ? 1e-13 : 1e-15)));
        }
        assertThat(errors(fit)[0]).isEqualTo(firstError, within(1e-9 + firstError * 1e-11));
    }

    /// `y = a + b x` on x = 1 .. n in closed form, weights w: the normal equations in exact integer sums.
    @Test
    void weightedLineInClosedForm() {
        double[] a = {1, 1, 1, 2, 1, 3, 1, 4, 1, 5};
        double[] y = {1, 3, 2, 5, 7};
        double[] w = {1, 2, 1, 4, 0};
        LeastSquares fit = LeastSquares.weighted(a, 5, 2, y, w);
        // sums of w, wx, wxx, wy, wxy: 8 24 82 29 99
        double determinant = 8 * 82 - 24 * 24;
        agree(
                fit.coefficients(),
                new double[] {(82 * 29 - 24 * 99) / determinant, (8 * 99 - 24 * 29) / determinant},
                2e-16);
        agree(
                fit.covariance(),
                new double[] {82 / determinant, -24 / determinant, -24 / determinant, 8 / determinant},
                1e-15);
        assertThat(fit.degreesOfFreedom()).isEqualTo(2);
        assertThat(fit.residuals()).hasSize(5);
        assertThat(fit.residualSumOfSquares()).isEqualTo(123 - (0.025 * 29 + 1.2 * 99), within(1e-14));
    }

    @Test
    void dependentColumnsAreNamed() {
        double[] x = Key.of(1).normals(20);
        double[] z = Key.of(2).normals(20);
        double[] a = new double[80];
        double[] b = new double[20];
        for (int i = 0; i < 20; i++) {
            a[i * 4] = 1;
            a[i * 4 + 1] = 1e6 * x[i];
            a[i * 4 + 2] = 2e6 * x[i] - 3;
            a[i * 4 + 3] = z[i];
            b[i] = 1 + x[i] + 2 * z[i];
        }
        LeastSquares fit = LeastSquares.of(a, 20, 4, b);
        assertThat(fit.rank()).isEqualTo(3);
        assertThat(fit.degreesOfFreedom()).isEqualTo(17);
        assertThat(fit.dropped()).hasSize(1);
        assertThat(fit.coefficients()[fit.dropped()[0]]).isZero();
        double[] c = fit.dependencies().get(0);
        double scale = c[2];
        agree(Arrays.stream(c).map(v -> v / scale).toArray(), new double[] {3, -2, 1, 0}, 1e-8);
        assertThat(c[3]).isZero();
        assertThat(fit.identifiable(new double[] {0, 0, 0, 1})).isTrue();
        assertThat(fit.identifiable(new double[] {0, 1, 2, 0})).isTrue();
        assertThat(fit.identifiable(new double[] {0, 1, 0, 0})).isFalse();
        assertThat(fit.coefficients()[3]).isEqualTo(2, within(1e-13));
        assertThat(fit.residualSumOfSquares()).isEqualTo(0, within(1e-20));
    }

    @Test
    void badInputIsNamed() {
        double[] a = {1, 2, 3};
        assertThatThrownBy(() -> LeastSquares.of(a, 3, 1, new double[] {1, Double.NaN, 3}))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("NaN in the values at element 1");
        assertThatThrownBy(() -> LeastSquares.weighted(a, 3, 1, a, new double[] {1, -1, 1}))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining("weight -1.0 at element 1");
        assertThatThrownBy(() -> LeastSquares.of(a, 3, 1, new double[2])).isInstanceOf(Misuse.class);
    }

    private static double[] errors(LeastSquares fit) {
        int n = fit.coefficients().length;
        double variance = fit.residualSumOfSquares() / fit.degreesOfFreedom();
        double[] covariance = fit.covariance();
        double[] errors = new double[n];
        Arrays.setAll(errors, j -> Math.sqrt(variance * covariance[j * n + j]));
        return errors;
    }

    private static void agree(double[] found, double[] expected, double relative) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i])
                    .as("element %d", i)
                    .isEqualTo(expected[i], within(Math.abs(expected[i]) * relative + 1e-300));
        }
    }

    private static double[] powers(double[] x, int columns) {
        double[] a = new double[x.length * columns];
        for (int i = 0; i < a.length; i++) {
            a[i] = i % columns == 0 ? 1 : a[i - 1] * x[i / columns];
        }
        return a;
    }

    private static double[] column(double[][] rows, int j) {
        return Arrays.stream(rows).mapToDouble(row -> row[j]).toArray();
    }

    private static double[][] read(String name) {
        try (InputStream in = Objects.requireNonNull(LeastSquaresTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
