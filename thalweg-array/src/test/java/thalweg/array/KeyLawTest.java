package thalweg.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;

/// A small battery. Each statistic is compared with its exact expectation; the tolerance is 5 standard errors, or for
/// a chi-square of `k` degrees of freedom `5 sqrt(2 k)`, so a right generator fails a line with probability below
/// 1e-6 — and, as the seeds are fixed, never.
class KeyLawTest {
    private static final int N = 200_000;

    @Test
    void uniformFillsTheInterval() {
        double[] u = Key.of(1).uniforms(N);
        assertThat(Arrays.stream(u)).allMatch(x -> x > 0 && x < 1);
        moment(u, x -> x - 0.5, 0, Math.sqrt(1 / 12.0));
        moment(u, x -> (x - 0.5) * (x - 0.5), 1 / 12.0, Math.sqrt(1 / 180.0));
        chiSquare(counts(u, 1000));
        assertThat(kolmogorov(u, x -> x)).isLessThan(2.7);
    }

    /// The lowest of the 53 bits must be as random as the highest.
    @Test
    void lowBitsOfUniformAreUniform() {
        chiSquare(counts(
                Arrays.stream(Key.of(2).uniforms(N)).map(u -> u * 0x1p45 % 1).toArray(), 256));
    }

    @Test
    void normalHasItsMomentsAndShape() {
        double[] z = Key.of(3).normals(N);
        moment(z, x -> x, 0, 1);
        moment(z, x -> x * x, 1, Math.sqrt(2));
        moment(z, x -> x * x * x, 0, Math.sqrt(15));
        moment(z, x -> x * x * x * x, 3, Math.sqrt(96));
        assertThat(kolmogorov(z, x -> 0.5 * Erf.erfc(-x / Math.sqrt(2)))).isLessThan(2.7);
    }

    @Test
    void exponentialHasItsMomentsAndShape() {
        double[] e = Key.of(4).exponentials(N);
        assertThat(Arrays.stream(e)).allMatch(x -> x > 0);
        moment(e, x -> x, 1, 1);
        moment(e, x -> x * x, 2, Math.sqrt(20));
        assertThat(kolmogorov(e, x -> -Math.expm1(-x))).isLessThan(2.7);
    }

    @Test
    void integersAreUniform() {
        double[] counts = new double[997];
        for (long k : Key.of(5).integers(N, 997)) {
            counts[(int) k]++;
        }
        chiSquare(counts);
    }

    /// With bound 3 * 2^61 a draw without rejection would fall into the lower two thirds of a third too often (5/8
    /// against 2/3 of the draws, 40 standard errors).
    @Test
    void integersOfALargeBoundAreUnbiased() {
        long bound = 3L << 61;
        double[] thirds = new double[24];
        for (long k : Key.of(6).integers(N, bound)) {
            assertThat(k).isBetween(0L, bound - 1);
            thirds[(int) (k >>> 58)]++;
        }
        chiSquare(thirds);
        double[] residues = new double[3];
        for (long k : Key.of(6).integers(N, bound)) {
            residues[(int) (k % 3)]++;
        }
        chiSquare(residues);
    }

    @Test
    void permutationsAreEquallyLikely() {
        double[] counts = new double[120];
        for (int i = 0; i < N; i++) {
            counts[rank(Key.of(7).fold(i).permutation(5))]++;
        }
        chiSquare(counts);
    }

    @Test
    void neighboursAndKeysAreUncorrelated() {
        double[] a = Key.of(8).normals(N);
        uncorrelated(a, Key.of(9).normals(N));
        uncorrelated(a, Key.of(8).fold(0).normals(N));
        uncorrelated(Key.of(8).fold(0).normals(N), Key.of(8).fold(1).normals(N));
        uncorrelated(Key.of(8).split(1)[0].normals(N), Key.of(8).fold(0).normals(N));
        for (int lag = 1; lag <= 8; lag++) {
            uncorrelated(Arrays.copyOf(a, N - lag), Arrays.copyOfRange(a, lag, N));
        }
    }

    /// The first element of many sibling keys is itself a good stream (what one draw a step looks like).
    @Test
    void siblingsMakeAStream() {
        for (boolean fold : new boolean[] {true, false}) {
            double[] first = new double[N];
            for (int i = 0; i < N; i++) {
                first[i] = fold ? Key.of(10).fold(i).uniform(0) : Key.of(i).uniform(0);
            }
            chiSquare(counts(first, 1000));
            double[] z =
                    Arrays.stream(first).map(x -> (x - 0.5) * Math.sqrt(12)).toArray();
            uncorrelated(Arrays.copyOf(z, N - 1), Arrays.copyOfRange(z, 1, N));
        }
    }

    private static void moment(double[] x, DoubleUnaryOperator f, double expected, double deviation) {
        assertThat(Arrays.stream(x).map(f).average().orElseThrow())
                .isEqualTo(expected, within(5 * deviation / Math.sqrt(x.length)));
    }

    private static double[] counts(double[] u, int bins) {
        double[] counts = new double[bins];
        for (double x : u) {
            counts[(int) (x * bins)]++;
        }
        return counts;
    }

    private static void chiSquare(double[] counts) {
        double mean = Arrays.stream(counts).average().orElseThrow();
        double chi2 =
                Arrays.stream(counts).map(c -> (c - mean) * (c - mean) / mean).sum();
        double k = counts.length - 1;
        assertThat(chi2).isEqualTo(k, within(Math.max(5 * Math.sqrt(2 * k), 27)));
    }

    /// `sqrt(n) sup |F_n - F|`; beyond 2.7 with probability 1e-6.
    private static double kolmogorov(double[] x, DoubleUnaryOperator f) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double sup = 0;
        for (int i = 0; i < sorted.length; i++) {
            double at = f.applyAsDouble(sorted[i]) * sorted.length;
            sup = Math.max(sup, Math.max(at - i, i + 1 - at));
        }
        return sup / Math.sqrt(sorted.length);
    }

    private static void uncorrelated(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        assertThat(sum / Math.sqrt(a.length)).isEqualTo(0, within(5.0));
    }

    private static int rank(int[] order) {
        int rank = 0;
        for (int i = 0; i < order.length; i++) {
            int smaller = 0;
            for (int j = i + 1; j < order.length; j++) {
                smaller += order[j] < order[i] ? 1 : 0;
            }
            rank = rank * (order.length - i) + smaller;
        }
        return rank;
    }
}
