package thalweg.room.law.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thalweg.array.Key;

class BootstrapTest {
    private static final int REPLICATES = 1000;

    private static double[] distances(Bootstrap bootstrap, int count) {
        return IntStream.range(0, count).mapToDouble(bootstrap::distance).toArray();
    }

    /// An independent program (NumPy, 600 replicates, the same two-sided distance) finds p = 0.79 with a
    /// standard error of 0.017. Clauset, Shalizi and Newman state 0.62 with the distance at one limit of each
    /// step, which that program gives as 0.65.
    @Test
    void blackouts() {
        Sample sample = Sample.continuous(Tails.blackouts());
        Bootstrap bootstrap = new Bootstrap(sample, Tail.fit(sample), Key.of(1));
        double p = bootstrap.pValue(distances(bootstrap, REPLICATES));
        double error = Math.sqrt(0.79 * 0.21 * (1.0 / 600 + 1.0 / REPLICATES));
        assertThat(p).isCloseTo(0.7917, within(4 * error));
    }

    /// R poweRlaw 0.70.6, `bootstrap_p`, 150 replicates: 0.64 with a standard error of 0.039.
    @Test
    void words() {
        Sample sample = Sample.discrete(Tails.words());
        Bootstrap bootstrap = new Bootstrap(sample, Tail.fit(sample), Key.of(1));
        double p = bootstrap.pValue(distances(bootstrap, 400));
        assertThat(p).isCloseTo(0.64, within(4 * Math.sqrt(0.64 * 0.36 * (1.0 / 150 + 1.0 / 400))));
    }

    /// The spread of alpha and `x_min` that Clauset, Shalizi and Newman state: 2.3(3) and 230(90) thousand.
    @Test
    void spreadOfTheBlackouts() {
        Sample sample = Sample.continuous(Tails.blackouts());
        Bootstrap bootstrap = new Bootstrap(sample, Tail.fit(sample), Key.of(5));
        Tail[] fits = IntStream.range(0, 500).mapToObj(bootstrap::resample).toArray(Tail[]::new);
        assertThat(deviation(Arrays.stream(fits).mapToDouble(Tail::alpha).toArray()))
                .isBetween(0.2, 0.35);
        assertThat(deviation(Arrays.stream(fits).mapToDouble(Tail::min).toArray()))
                .isBetween(60e3, 95e3);
    }

    private static double deviation(double[] x) {
        double mean = Arrays.stream(x).average().orElseThrow();
        return Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (x.length - 1));
    }

    /// A true power law is refused at 10 % in 10 % of samples, one that is none nearly always.
    @Test
    void refusesAsOftenAsItShould() {
        int refused = 0;
        int samples = 200;
        for (int s = 0; s < samples; s++) {
            double[] u = Key.of(100 + s).uniforms(150);
            Sample sample = Sample.continuous(
                    Arrays.stream(u).map(v -> Math.pow(v, -1 / 1.5)).toArray());
            Bootstrap bootstrap = new Bootstrap(sample, Tail.fit(sample), Key.of(-s));
            refused += bootstrap.pValue(distances(bootstrap, 100)) < 0.1 ? 1 : 0;
        }
        assertThat((double) refused / samples).isCloseTo(0.1, within(4 * Math.sqrt(0.1 * 0.9 / samples)));

        double[] e = Key.of(3).exponentials(3000);
        Sample none = Sample.continuous(Arrays.stream(e).map(v -> 1 + v).toArray());
        Tail given = Tail.fit(none, 1.5);
        Bootstrap bootstrap = new Bootstrap(none, given, Key.of(4));
        assertThat(bootstrap.pValue(distances(bootstrap, 100))).isZero();
    }

    @Test
    void replicatesDoNotDependOnThreads() {
        Sample sample = Sample.discrete(Tails.words());
        Bootstrap bootstrap = new Bootstrap(sample, Tail.fit(sample), Key.of(9));
        double[] one = distances(bootstrap, 24);
        double[] many = IntStream.range(0, 24)
                .parallel()
                .mapToDouble(bootstrap::distance)
                .toArray();
        assertThat(many).isEqualTo(one);
    }

    /// Draws follow the law: shares of the first integers against their probabilities.
    @Test
    void discreteDraws() {
        Zeta law = new Zeta(1.8, 3, Double.POSITIVE_INFINITY);
        Draw draw = new Draw(law);
        int n = 200_000;
        double[] u = Key.of(8).uniforms(n);
        double[] x = Arrays.stream(u).map(draw::at).toArray();
        for (int k = 3; k < 12; k++) {
            double wanted = k;
            double share = (double) Arrays.stream(x).filter(v -> v == wanted).count() / n;
            double p = Math.exp(law.log(k));
            assertThat(share).isCloseTo(p, within(4.5 * Math.sqrt(p * (1 - p) / n)));
        }
        // far out, where the table has ended: the quantile solves the survival
        for (double v : new double[] {1e-3, 1e-6, 1e-9, 1e-12}) {
            double k = draw.at(v);
            assertThat(law.survival(k, Math.log(k))).isGreaterThanOrEqualTo(v * (1 - 1e-12));
            assertThat(law.survival(k + 1, Math.log(k + 1))).isLessThan(v * (1 + 1e-12));
        }
    }
}
