package thalweg.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Function;
import java.util.stream.Stream;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.array.Key;

/// Every test rejects a true hypothesis as often as it says, and a false one nearly always.
class VerdictLawTest {
    private static final int REPEATS = 1500;

    /// Each on numbers that are N(0, 1) where the hypothesis is true.
    static Stream<Named<Function<double[], Verdict>>> tests() {
        return Stream.of(
                Named.of("ks 20", x -> KolmogorovSmirnov.of(first(x, 20), VerdictLawTest::phi)),
                Named.of("ks 600", x -> KolmogorovSmirnov.of(x, VerdictLawTest::phi)),
                Named.of("ks two", x -> KolmogorovSmirnov.of(first(x, 120), partner(x))),
                Named.of("anderson 2", x -> AndersonDarling.of(first(x, 2), VerdictLawTest::phi)),
                Named.of("anderson 8", x -> AndersonDarling.of(first(x, 8), VerdictLawTest::phi)),
                Named.of("anderson 600", x -> AndersonDarling.of(x, VerdictLawTest::phi)),
                Named.of("chi square", VerdictLawTest::cells));
    }

    static Stream<Named<Function<double[], Verdict>>> permuted() {
        return Stream.of(
                Named.of("energy", x -> EnergyDistance.test(points(x, 0, 15), other(x), 49, Key.of(7))),
                Named.of("mmd", x -> Mmd.test(points(x, 0, 15), other(x), 1, 49, Key.of(7))));
    }

    @ParameterizedTest
    @MethodSource("tests")
    void rejectsAsOftenAsItSays(Function<double[], Verdict> test) {
        hold(test, REPEATS);
    }

    @ParameterizedTest
    @MethodSource("permuted")
    void permutationsRejectAsOftenAsTheySay(Function<double[], Verdict> test) {
        hold(test, 300);
    }

    @ParameterizedTest
    @MethodSource("tests")
    void seesWhatIsWrong(Function<double[], Verdict> test) {
        double[] x = Key.of(4).normals(600);
        for (int i = 0; i < x.length; i++) {
            x[i] = 8 * x[i] + 6;
        }
        assertThat(test.apply(x).p()).isLessThan(0.01);
    }

    private static void hold(Function<double[], Verdict> test, int repeats) {
        double[] level = {0.02, 0.06, 0.2, 0.5, 0.9};
        int[] rejected = new int[level.length];
        for (int r = 0; r < repeats; r++) {
            double p = test.apply(Key.of(77).fold(r).normals(600)).p();
            for (int i = 0; i < level.length; i++) {
                rejected[i] += p <= level[i] ? 1 : 0;
            }
        }
        for (int i = 0; i < level.length; i++) {
            double scatter = Math.sqrt(level[i] * (1 - level[i]) / repeats);
            // The two-sample law is discrete, in small steps.
            assertThat((double) rejected[i] / repeats).isCloseTo(level[i], within(3.5 * scatter + 0.005));
        }
    }

    private static double phi(double x) {
        return 0.5 * Erf.erfc(-x / Math.sqrt(2));
    }

    private static double[] first(double[] x, int n) {
        return java.util.Arrays.copyOf(x, n);
    }

    private static Verdict cells(double[] x) {
        long[] counts = new long[12];
        double[] probability = new double[12];
        for (double v : x) {
            counts[(int) Math.min(Math.max(Math.floor(2 * v) + 6, 0), 11)]++;
        }
        for (int i = 0; i < 12; i++) {
            double low = i == 0 ? 0 : phi((i - 6) / 2.0);
            double high = i == 11 ? 1 : phi((i - 5) / 2.0);
            probability[i] = high - low;
        }
        return ChiSquare.of(counts, probability);
    }

    private static double[] partner(double[] x) {
        return Key.of(Double.doubleToLongBits(x[0])).normals(97);
    }

    private static double[][] points(double[] x, int from, int n) {
        double[][] points = new double[n][];
        for (int i = 0; i < n; i++) {
            points[i] = new double[] {x[from + 2 * i], x[from + 2 * i + 1]};
        }
        return points;
    }

    private static double[][] other(double[] x) {
        return points(x, 100, 20);
    }
}
