package thalweg.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import thalweg.array.Key;
import thalweg.array.Misuse;

class DensityTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void normal() {
        Density density = Density.of(Key.of(1).normals(100_000));
        assertThat(integral(density)).isCloseTo(1, within(1e-3));
        // The best width for a normal law: (4 / 3)^(1/5) n^(-1/5).
        double best = Math.pow(4.0 / 3, 0.2) * Math.pow(100_000, -0.2);
        assertThat(density.bandwidth()).isBetween(0.8 * best, 1.2 * best);
        for (int i = 0; i < density.x().length; i += 16) {
            double x = density.x()[i];
            assertThat(density.value()[i]).isCloseTo(Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI), within(0.012));
        }
    }

    /// Peaks of width 1/20 at -1 and 1: the valley is empty and the peaks stand at their height, 1 / (2 sqrt(2
    /// pi) / 20).
    @Test
    void twoNarrowPeaks() {
        double[] x = Key.of(2).normals(50_000);
        for (int i = 0; i < x.length; i++) {
            x[i] = 0.05 * x[i] + (i % 2 == 0 ? 1 : -1);
        }
        Density density = Density.of(x);
        double highest = 0;
        double valley = INF;
        for (int i = 0; i < density.x().length; i++) {
            highest = Math.max(highest, density.value()[i]);
            valley = Math.abs(density.x()[i]) < 0.2 ? Math.min(valley, density.value()[i]) : valley;
        }
        assertThat(highest).isCloseTo(10 / Math.sqrt(2 * Math.PI), within(0.15));
        assertThat(valley).isLessThan(1e-6);
    }

    /// An exponential law ends at its peak: folded back it stays there, not folded it loses half.
    @Test
    void boundedLaw() {
        double[] x = Key.of(3).exponentials(100_000);
        Density folded = Density.of(x, 0, INF);
        assertThat(folded.x()[0]).isEqualTo(0);
        assertThat(folded.value()[0]).isCloseTo(1, within(0.08));
        assertThat(integral(folded)).isCloseTo(1, within(5e-3));
        double[] up = java.util.Arrays.stream(x).map(v -> 5 - v).toArray();
        Density mirrored = Density.of(up, -INF, 5);
        assertThat(mirrored.value()[mirrored.value().length - 1]).isCloseTo(1, within(0.08));
        assertThatThrownBy(() -> Density.of(x, 1, INF)).isInstanceOf(Misuse.class);
        assertThatThrownBy(() -> Density.of(x, -INF, INF, 0)).isInstanceOf(Misuse.class);
    }

    @Test
    void drawsFarOut() {
        double[] x = Key.of(4).normals(1000);
        x[0] = 1e9;
        assertThat(Density.of(x, -INF, INF, 0.1).remark()).contains("far out");
    }

    /// Of 0, 1, ..., 100: the middle 90 %; of squares the shortest is at the beginning.
    @Test
    void intervals() {
        double[] line = new double[101];
        double[] square = new double[101];
        for (int i = 0; i <= 100; i++) {
            line[i] = 100 - i;
            square[i] = i * i;
        }
        Interval middle = Interval.equalTailed(line, 0.9);
        assertThat(middle.low()).isCloseTo(5, within(1e-12));
        assertThat(middle.high()).isCloseTo(95, within(1e-12));
        Interval shortest = Interval.shortest(square, 0.5);
        assertThat(shortest.low()).isEqualTo(0);
        assertThat(shortest.high()).isEqualTo(2500);
        assertThatThrownBy(() -> Interval.shortest(line, 90)).isInstanceOf(Misuse.class);
    }

    private static double integral(Density density) {
        double sum = 0;
        for (int i = 1; i < density.x().length; i++) {
            sum += 0.5 * (density.value()[i] + density.value()[i - 1]) * (density.x()[i] - density.x()[i - 1]);
        }
        return sum;
    }
}
