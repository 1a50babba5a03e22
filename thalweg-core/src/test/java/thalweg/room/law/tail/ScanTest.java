package thalweg.room.law.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;

/// The scan that skips nearly everything equals the scan that looks at every point for every `x_min`.
class ScanTest {
    private static final DoubleUnaryOperator[] QUANTILES = {
        u -> Math.pow(u, -1 / 1.5),
        u -> Math.pow(u, -1 / 0.4),
        u -> 5 - Math.log(u),
        u -> 1 + 3 * u,
        u -> u < 0.3 ? 10 * Math.pow(u / 0.3, -1 / 1.2) : 10 * (1 - u) / 0.7 + 1e-3,
        u -> Math.exp(1e-7 * u + 20),
    };

    @Test
    void equalsTheFullScan() {
        Key key = Key.of(3);
        for (int n : new int[] {2, 3, 10, 100, 500}) {
            for (int q = 0; q < QUANTILES.length; q++) {
                double[] u = key.fold(n).fold(q).uniforms(n);
                double[] x = Arrays.stream(u).map(QUANTILES[q]).toArray();
                double[] tied =
                        Arrays.stream(x).map(v -> Math.rint(v * 4) / 4 + 0.25).toArray();
                double[] whole =
                        Arrays.stream(x).map(v -> Math.min(1e12, Math.ceil(v))).toArray();
                compare(Sample.continuous(x));
                compare(Sample.continuous(tied));
                compare(Sample.discrete(whole));
                double bound = Arrays.stream(x).max().orElseThrow() * 1.1;
                compare(Sample.continuous(x).upTo(bound));
                compare(Sample.discrete(whole).upTo(Math.max(whole[0] + 100, Math.min(1e4, bound))));
            }
        }
    }

    private static void compare(Sample sample) {
        if (sample.distinct() < 2) {
            return;
        }
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        double second = Double.POSITIVE_INFINITY;
        for (int i = 0; i < sample.distinct() - 1; i++) {
            double d = full(sample, i, PowerTail.fit(sample, i, sample.value(i), 0));
            if (d < least) {
                second = least;
                least = d;
                best = i;
            } else {
                second = Math.min(second, d);
            }
        }
        Tail tail = Tail.fit(sample);
        assertThat(tail.ks()).isBetween(least - 1e-12, least + 1e-12);
        if (second - least > 1e-12) {
            assertThat(tail.min()).isEqualTo(sample.value(best));
        }
    }

    private static double full(Sample sample, int i, PowerTail law) {
        double distance = 0;
        double n = sample.above(i);
        for (int j = i; j < sample.distinct(); j++) {
            double x = sample.value(j);
            double at = law.survival(x, StrictMath.log(x));
            double beyond = sample.discrete() ? law.survival(x + 1, StrictMath.log(x + 1)) : at;
            distance = Math.max(distance, Math.abs(sample.above(j) / n - at));
            distance = Math.max(distance, Math.abs(sample.above(j + 1) / n - beyond));
        }
        return distance;
    }
}
