package thalweg.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Misuse;

/// Mostly on the second difference of `n` points with fixed ends: eigenvalues `2 - 2 cos(k pi / (n + 1))`,
/// determinant `n + 1`.
class SpectrumTest {
    private static final int N = 300;

    private static double[] difference(double[] v) {
        double[] w = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            w[i] = 2 * v[i] - (i > 0 ? v[i - 1] : 0) - (i + 1 < v.length ? v[i + 1] : 0);
        }
        return w;
    }

    private static double eigenvalue(int k, int n) {
        return 2 - 2 * Math.cos(k * Math.PI / (n + 1));
    }

    @Test
    void tridiagonalEigenvalues() {
        double[] diagonal = new double[N];
        double[] beside = new double[N - 1];
        Arrays.fill(diagonal, 2);
        Arrays.fill(beside, -1);
        Tridiagonal solved = Tridiagonal.solve(diagonal, beside);
        double[] value = solved.value().clone();
        Arrays.sort(value);
        double firsts = 0;
        for (int k = 1; k <= N; k++) {
            assertThat(value[k - 1]).isCloseTo(eigenvalue(k, N), within(1e-13));
            // Components are sqrt(2 / (n + 1)) sin(j k pi / (n + 1)): equal in size at both ends.
            assertThat(Math.abs(solved.last()[k - 1])).isCloseTo(Math.abs(solved.first()[k - 1]), within(1e-11));
            firsts += Moments.square(solved.first()[k - 1]);
        }
        assertThat(firsts).isCloseTo(1, within(1e-13));
    }

    @Test
    void edgesAndTraces() {
        Spectrum spectrum = Spectrum.lanczos(N, SpectrumTest::difference, 150, 10, Key.of(1));
        assertThat(spectrum.largest().value())
                .isCloseTo(eigenvalue(N, N), within(spectrum.largest().error() + 1e-12));
        assertThat(spectrum.smallest().value())
                .isCloseTo(eigenvalue(1, N), within(spectrum.smallest().error() + 1e-12));
        assertThat(spectrum.largest().errorKind()).isEqualTo("bound");
        assertThat(spectrum.trace().deviation(2.0 * N)).isBetween(-3.0, 3.0);
        // tr A^2 = 4 n + 2 (n - 1)
        assertThat(spectrum.trace(x -> x * x).deviation(6.0 * N - 2)).isBetween(-3.0, 3.0);
        assertThat(spectrum.trace(StrictMath::log).deviation(Math.log(N + 1))).isBetween(-3.0, 3.0);
        // Random signs scatter by twice the squares off the diagonal; log A has (nearly) nothing on it.
        double squares = 0;
        for (int k = 1; k <= N; k++) {
            squares += Moments.square(Math.log(eigenvalue(k, N)));
        }
        double scatter = Math.sqrt(2 * squares / 10);
        assertThat(spectrum.trace(StrictMath::log).error()).isBetween(0.5 * scatter, 1.6 * scatter);
    }

    /// Every eigenvalue known, the density spread by the same bells lies within the band.
    @Test
    void densityWithinItsBand() {
        Spectrum spectrum = Spectrum.lanczos(N, SpectrumTest::difference, 100, 20, Key.of(2));
        double width = 0.15;
        double[] x = new double[41];
        for (int i = 0; i <= 40; i++) {
            x[i] = i / 10.0;
        }
        Spectrum.Band band = spectrum.density(x, width);
        int within = 0;
        for (int i = 0; i <= 40; i++) {
            double exact = 0;
            for (int k = 1; k <= N; k++) {
                double z = (x[i] - eigenvalue(k, N)) / width;
                exact += Math.exp(-z * z / 2) / (N * width * Math.sqrt(2 * Math.PI));
            }
            assertThat(band.value()[i]).isCloseTo(exact, within(4.5 * band.error()[i] + 1e-6));
            within += Math.abs(band.value()[i] - exact) < 2.1 * band.error()[i] ? 1 : 0;
        }
        assertThat(within).isGreaterThan(34);
    }

    /// Three eigenvalues of a large matrix: Lanczos ends after three steps and is exact.
    @Test
    void invariantSpace() {
        int n = 500;
        Operator three = v -> {
            double[] w = new double[n];
            for (int i = 0; i < n; i++) {
                w[i] = (i % 10 == 0 ? -3 : i % 10 < 5 ? 1 : 4) * v[i];
            }
            return w;
        };
        Spectrum spectrum = Spectrum.lanczos(n, three, 50, 3, Key.of(3));
        assertThat(spectrum.smallest().value()).isCloseTo(-3, within(1e-12));
        assertThat(spectrum.largest().value()).isCloseTo(4, within(1e-12));
        assertThat(spectrum.largest().error()).isEqualTo(0);
        // Signs see a diagonal matrix exactly.
        assertThat(spectrum.trace().value()).isCloseTo(-3 * 50 + 200 + 4 * 250, within(1e-9));
        assertThat(spectrum.trace(x -> x < 0 ? 1 : 0).value()).isCloseTo(50, within(1e-9));
    }

    @Test
    void smallest() {
        Spectrum one = Spectrum.lanczos(1, v -> new double[] {-7 * v[0]}, 5, 1, Key.of(1));
        assertThat(one.smallest().value()).isEqualTo(-7);
        assertThat(one.trace().error()).isNaN();
        assertThat(Spectrum.lanczos(9, v -> new double[9], 5, 2, Key.of(1))
                        .trace()
                        .value())
                .isEqualTo(0);
    }

    @Test
    void operatorThatFails() {
        Spectrum none = Spectrum.lanczos(5, v -> new double[] {0, 0, 0, 0, Double.NaN}, 5, 2, Key.of(1));
        assertThat(none.trace().remark()).contains("not finite in step 1");
        assertThat(none.largest().known()).isFalse();
        assertThatThrownBy(() -> Spectrum.lanczos(5, v -> v, 0, 2, Key.of(1))).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> none.density(new double[1], 0)).isInstanceOf(Misuse.class);
    }
}
