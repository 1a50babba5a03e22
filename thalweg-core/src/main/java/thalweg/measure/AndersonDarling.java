package thalweg.measure;

import java.util.function.DoubleUnaryOperator;

/// The squared distance of a sample's distribution function from a law's, weighted so that the tails count,
///
///     A^2 = n int (F_n - F)^2 / (F (1 - F)) dF = -n - (1 / n) sum_i (2 i - 1)(ln F(x_i) + ln(1 - F(x_{n+1-i}))),
///
/// as a test that independent numbers have the law `F`, given in full. Anderson and Darling, Annals of
/// Mathematical Statistics 23 (1952) 193; its law for few numbers by the corrections of Marsaglia and Marsaglia,
/// J. Stat. Software 9 (2004) 2, good to about 1e-5.
public final class AndersonDarling {
    private AndersonDarling() {}

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
        int n = sorted.length;
        double[] term = new double[n];
        for (int i = 0; i < n; i++) {
            double f = cdf.applyAsDouble(sorted[i]);
            if (!(f >= 0 && f <= 1)) {
                return Verdict.none("the distribution function at " + sorted[i] + " is " + f);
            }
            if (f == 0 || f == 1) {
                return new Verdict(Double.POSITIVE_INFINITY, 0, sorted[i] + " cannot be under that law");
            }
            term[i] = (2 * i + 1) * StrictMath.log(f) + (2 * (n - i) - 1) * StrictMath.log1p(-f);
        }
        double square = -n - Moments.sum(term, 0, n) / n;
        return Verdict.of(square, 1 - below(n, square));
    }

    /// `P(A^2 < z)` for `n` numbers.
    static double below(int n, double z) {
        if (z <= 0) {
            return 0;
        }
        if (n == 1) {
            return Math.sqrt(Math.max(1 - 4 * StrictMath.exp(-1 - z), 0));
        }
        double p = limit(z);
        return p + correction(n, p);
    }

    /// The law for many numbers, as Anderson and Darling's series,
    ///
    ///     P(z) = sqrt(2 pi) / z sum_j C(-1/2, j)(4 j + 1) exp(-t) int_0^inf exp(z / (8 (w^2 + 1)) - t w^2) dw
    ///
    /// with `t = (4 j + 1)^2 pi^2 / (8 z)`. The integrand is even and analytic, so that the trapezoid rule
    /// converges faster than any power of its step.
    static double limit(double z) {
        double sum = 0;
        double binomial = 1;
        for (int j = 0; j < 60; j++) {
            double root = (4 * j + 1) * Math.PI;
            double t = root * root / (8 * z);
            double term = binomial * (4 * j + 1) * StrictMath.exp(-t) * integral(z, t);
            sum += term;
            if (Math.abs(term) < 1e-17 * Math.abs(sum)) {
                break;
            }
            binomial *= -(0.5 + j) / (j + 1);
        }
        return Math.sqrt(2 * Math.PI) / z * sum;
    }

    private static double integral(double z, double t) {
        double reach = Math.min(Math.sqrt(40 / t), 40);
        int steps = (int) Math.ceil(reach / Math.min(0.05, 0.1 / Math.sqrt(t)));
        double h = reach / steps;
        double sum = 0.5 * StrictMath.exp(z / 8);
        for (int i = 1; i <= steps; i++) {
            double square = i * h * i * h;
            sum += StrictMath.exp(z / (8 * (square + 1)) - t * square);
        }
        return sum * h;
    }

    /// What Marsaglia and Marsaglia found by simulation that the law of `n` numbers lies above the limit `p`.
    private static double correction(int n, double p) {
        if (p > 0.8) {
            return horner(p, -130.2137, 745.2337, -1705.091, 1950.646, -1116.360, 255.7844) / n;
        }
        double c = 0.01265 + 0.1757 / n;
        if (p < c) {
            double s = Math.sqrt(p / c);
            return s * (1 - p / c) * (49 * (p / c) - 102) * ((0.0037 / n + 0.00078) / n + 0.00006) / n;
        }
        double s = (p - c) / (0.8 - c);
        return horner(s, -0.00022633, 6.54034, -14.6538, 14.458, -8.259, 1.91864) * (0.04213 + 0.01365 / n) / n;
    }

    private static double horner(double x, double... c) {
        double sum = 0;
        for (int i = c.length - 1; i >= 0; i--) {
            sum = sum * x + c[i];
        }
        return sum;
    }
}
