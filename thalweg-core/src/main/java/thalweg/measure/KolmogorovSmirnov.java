package thalweg.measure;

import java.util.function.DoubleUnaryOperator;

/// The greatest distance of two distribution functions, `D = sup_x |F_n(x) - F(x)|`, as a test that independent
/// numbers have the law `F`, or that two samples have one law.
///
/// Numbers of a chain know each other: thin them by their autocorrelation time first, or the test rejects too
/// often.
public final class KolmogorovSmirnov {
    /// Up to so many pairs of numbers the law of D for two samples is exact.
    private static final long EXACT = 4_000_000;

    private KolmogorovSmirnov() {}

    /// Tests numbers against a continuous law.
    ///
    /// @param cdf its distribution function
    public static Verdict of(double[] x, DoubleUnaryOperator cdf) {
        if (x.length == 0) {
            return Verdict.none("no numbers");
        }
        String odd = Series.odd("number", x);
        if (!odd.isEmpty()) {
            return Verdict.none(odd);
        }
        double[] sorted = RadixSort.of(x).sorted();
        double n = sorted.length;
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            double f = cdf.applyAsDouble(sorted[i]);
            if (!(f >= 0 && f <= 1)) {
                return Verdict.none("the distribution function at " + sorted[i] + " is " + f);
            }
            distance = Math.max(distance, Math.max((i + 1) / n - f, f - i / n));
        }
        return Verdict.of(distance, KolmogorovLaw.beyond(sorted.length, distance));
    }

    /// Tests whether two samples have one law; equal numbers are allowed.
    ///
    /// The p-value is exact, given which numbers are equal, for up to 4 million pairs; beyond that Kolmogorov's
    /// limit.
    public static Verdict of(double[] x, double[] y) {
        if (x.length == 0 || y.length == 0) {
            return Verdict.none("no numbers in one of the samples");
        }
        String odd = Series.odd("number", x) + Series.odd("in the other sample, number", y);
        if (!odd.isEmpty()) {
            return Verdict.none(odd);
        }
        int n = x.length;
        int m = y.length;
        double[] a = RadixSort.of(x).sorted();
        double[] b = RadixSort.of(y).sorted();
        boolean[] step = new boolean[n + m + 1];
        long greatest = 0;
        for (int i = 0, j = 0; i < n || j < m; ) {
            double at = j == m || i < n && a[i] <= b[j] ? a[i] : b[j];
            while (i < n && a[i] == at) {
                i++;
            }
            while (j < m && b[j] == at) {
                j++;
            }
            step[i + j] = true;
            greatest = Math.max(greatest, Math.abs((long) i * m - (long) j * n));
        }
        double distance = (double) greatest / n / m;
        double p = (long) n * m <= EXACT
                ? paths(n, m, greatest, step)
                : KolmogorovLaw.limit(distance * Math.sqrt((double) n / (n + m) * m));
        return Verdict.of(distance, p);
    }

    /// The probability that a random order of `n` and `m` numbers has `|i m - j n| >= greatest` somewhere between
    /// two different values: the flow into the forbidden region, so that small probabilities keep their digits.
    private static double paths(int n, int m, long greatest, boolean[] step) {
        if (greatest == 0) {
            return 1;
        }
        double[] at = new double[m + 1];
        double beyond = 0;
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= m; j++) {
                double left = n - i + (double) (m - j) + 1;
                double flow = i == 0 && j == 0 ? 1 : 0;
                flow += i == 0 ? 0 : at[j] * (n - i + 1) / left;
                flow += j == 0 ? 0 : at[j - 1] * (m - j + 1) / left;
                if (step[i + j] && Math.abs((long) i * m - (long) j * n) >= greatest) {
                    beyond += flow;
                    flow = 0;
                }
                at[j] = flow;
            }
        }
        return beyond;
    }
}
