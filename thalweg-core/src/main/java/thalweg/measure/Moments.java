package thalweg.measure;

/// Means and sums of squares in two passes, so that a large mean does not eat the digits of a small variance.
final class Moments {
    private Moments() {}

    static double mean(double[] x) {
        return mean(x, 0, x.length);
    }

    static double mean(double[] x, int from, int n) {
        double mean = sum(x, from, n, 0) / n;
        return mean + sum(x, from, n, mean) / n;
    }

    /// The variance, divided by `n - 1`.
    static double variance(double[] x) {
        return squares(x, 0, x.length, mean(x)) / (x.length - 1);
    }

    /// `sum (x_i - about)^2`.
    static double squares(double[] x, int from, int n, double about) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int end = from + n;
        int i = from;
        for (; i + 3 < end; i += 4) {
            s0 += square(x[i] - about);
            s1 += square(x[i + 1] - about);
            s2 += square(x[i + 2] - about);
            s3 += square(x[i + 3] - about);
        }
        for (; i < end; i++) {
            s0 += square(x[i] - about);
        }
        return s0 + s1 + (s2 + s3);
    }

    static double square(double x) {
        return x * x;
    }

    /// The sum, compensated (Neumaier, ZAMM 54 (1974) 39).
    static double sum(double[] x, int from, int n) {
        double sum = 0;
        double lost = 0;
        for (int i = from; i < from + n; i++) {
            double next = sum + x[i];
            lost += Math.abs(sum) >= Math.abs(x[i]) ? sum - next + x[i] : x[i] - next + sum;
            sum = next;
        }
        return sum + lost;
    }

    private static double sum(double[] x, int from, int n, double about) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int end = from + n;
        int i = from;
        for (; i + 3 < end; i += 4) {
            s0 += x[i] - about;
            s1 += x[i + 1] - about;
            s2 += x[i + 2] - about;
            s3 += x[i + 3] - about;
        }
        for (; i < end; i++) {
            s0 += x[i] - about;
        }
        return s0 + s1 + (s2 + s3);
    }
}
