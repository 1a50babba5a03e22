package thalweg.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.array.Key;

/// Against the definition, summed as it is written.
class AutocovarianceTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6, 31, 32, 33, 63, 100, 511, 512, 513, 1000, 2049})
    void everyLagOfStretches(int n) {
        double[] x = Key.of(n).normals(3 * n + 5);
        Pieces pieces = new Pieces(x, new int[] {1, n + 2, 2 * n + 3}, n);
        Autocovariance g = new Autocovariance(pieces);
        for (int t = 0; t < n; t = t < 40 ? t + 1 : t + 7) {
            assertThat(g.at(t)).isCloseTo(defined(pieces, t, x), within(1e-14));
        }
        // Asked for the last lag at once.
        assertThat(new Autocovariance(pieces).at(n - 1)).isCloseTo(defined(pieces, n - 1, x), within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 63, 64, 65, 128, 1000, 1500})
    void everyLagOfHits(int n) {
        double[] x = Key.of(n).uniforms(2 * n + 3);
        Pieces pieces = new Pieces(x, new int[] {1, n + 3}, n);
        for (double level : new double[] {0.05, 0.5, 0.95}) {
            Hits hits = new Hits(pieces, level);
            double[] hit = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                hit[i] = x[i] <= level ? 1 : 0;
            }
            for (int t = 0; t < n; t++) {
                assertThat(hits.at(t)).isCloseTo(defined(pieces, t, hit), within(1e-14));
            }
        }
    }

    @Test
    void transformThereAndBack() {
        for (int size = 4; size <= 4096; size *= 2) {
            double[] re = Key.of(size).normals(size);
            double[] im = Key.of(-size).normals(size);
            double[] x = re.clone();
            double[] y = im.clone();
            Fourier fourier = new Fourier(size);
            fourier.forward(x, y);
            double power = 0;
            for (int i = 0; i < size; i++) {
                power += x[i] * x[i] + y[i] * y[i];
            }
            double norm = Moments.squares(re, 0, size, 0) + Moments.squares(im, 0, size, 0);
            assertThat(power).isCloseTo(size * norm, within(1e-12 * power));
            fourier.backward(x, y);
            for (int i = 0; i < size; i++) {
                assertThat(x[i] / size).isCloseTo(re[i], within(1e-14));
                assertThat(y[i] / size).isCloseTo(im[i], within(1e-14));
            }
        }
    }

    /// A wave has all its power in one place, wherever that is kept.
    @Test
    void transformOfWave() {
        int size = 64;
        for (int k = 0; k < size; k++) {
            double[] re = new double[size];
            double[] im = new double[size];
            for (int i = 0; i < size; i++) {
                re[i] = Math.cos(2 * Math.PI * k * i / size);
                im[i] = Math.sin(2 * Math.PI * k * i / size);
            }
            new Fourier(size).forward(re, im);
            int places = 0;
            for (int i = 0; i < size; i++) {
                double power = Math.hypot(re[i], im[i]);
                assertThat(Math.min(power, Math.abs(power - size))).isLessThan(1e-12);
                places += power > 1 ? 1 : 0;
            }
            assertThat(places).isEqualTo(1);
        }
    }

    private static double defined(Pieces pieces, int lag, double[] x) {
        int n = pieces.length();
        double sum = 0;
        for (int start : pieces.starts()) {
            double mean = 0;
            for (int i = 0; i < n; i++) {
                mean += x[start + i] / n;
            }
            for (int i = 0; i + lag < n; i++) {
                sum += (x[start + i] - mean) * (x[start + i + lag] - mean);
            }
        }
        return sum / n / pieces.count();
    }
}
