package thalweg.measure;

import java.util.Arrays;
import org.hipparchus.util.CombinatoricsUtils;

/// The law of the distance D of `n` numbers from their distribution function.
///
/// As Simard and L'Ecuyer sort them (J. Stat. Software 39 (2011) 11): in the tail twice the one-sided probability
/// of Smirnov; else Durbin's matrix power for `n <= 500` (Marsaglia, Tsang and Wang, J. Stat. Software 8 (2003)
/// 18), exact to rounding, and the series of Pelz and Good (J. R. Stat. Soc. B 38 (1976) 152) above, good to
/// about 1e-7.
final class KolmogorovLaw {
    private static final int MATRIX = 500;
    private static final double TAIL = 4;
    private static final double HUGE = 0x1p400;

    private KolmogorovLaw() {}

    /// `P(D >= d)`.
    static double beyond(int n, double d) {
        double nd = n * d;
        if (nd <= 0.5) {
            return 1;
        }
        if (d >= 1) {
            return 0;
        }
        if (nd * d >= TAIL || nd >= n - 1) {
            return 2 * oneSided(n, d);
        }
        return 1 - (n <= MATRIX ? matrix(n, d) : series(n, d));
    }

    /// `P(D sqrt(n) >= z)` for many numbers: `2 sum_k (-1)^(k-1) exp(-2 k^2 z^2)` (Kolmogorov 1933).
    static double limit(double z) {
        if (z < 1) {
            return 1 - theta(z);
        }
        double sum = 0;
        for (int k = 1; k < 8; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * StrictMath.exp(-2.0 * k * k * z * z);
        }
        return sum;
    }

    /// `P(sup (F_n - F) >= d)`, a sum of positive terms (Smirnov 1944).
    private static double oneSided(int n, double d) {
        int last = (int) (n * (1 - d));
        double sum = 0;
        for (int j = 0; j <= last; j++) {
            double below = d + (double) j / n;
            double above = 1 - below;
            if (above <= 0) {
                continue;
            }
            double log = CombinatoricsUtils.binomialCoefficientLog(n, j)
                    + (j - 1) * StrictMath.log(below)
                    + (n - j) * StrictMath.log(above);
            sum += StrictMath.exp(log);
        }
        return d * sum;
    }

    /// `P(D < d) = n! / n^n (H^n)_kk` with Durbin's matrix H of order `2 k - 1`, `k = ceil(n d)`.
    private static double matrix(int n, double d) {
        int k = (int) Math.ceil(n * d);
        int m = 2 * k - 1;
        double h = k - n * d;
        double[][] power = durbin(m, h);
        double[][] product = identity(m);
        int exponent = 0;
        int scale = 0;
        for (int bits = n; bits > 0; bits >>= 1) {
            if ((bits & 1) == 1) {
                product = times(product, power);
                exponent += scale + shrink(product);
            }
            if (bits > 1) {
                power = times(power, power);
                scale = 2 * scale + shrink(power);
            }
        }
        double p = product[k - 1][k - 1];
        for (int i = 1; i <= n; i++) {
            p *= (double) i / n;
            if (p < 1 / HUGE) {
                p *= HUGE;
                exponent -= 400;
            }
        }
        return Math.scalb(p, exponent);
    }

    private static double[][] durbin(int m, double h) {
        double[] factorial = new double[m + 1];
        factorial[0] = 1;
        for (int i = 1; i <= m; i++) {
            factorial[i] = factorial[i - 1] / i;
        }
        double[][] a = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= Math.min(i + 1, m - 1); j++) {
                double top = 1;
                top -= j == 0 ? StrictMath.pow(h, i + 1) : 0;
                top -= i == m - 1 ? StrictMath.pow(h, m - j) : 0;
                top += i == m - 1 && j == 0 && 2 * h > 1 ? StrictMath.pow(2 * h - 1, m) : 0;
                a[i][j] = top * factorial[i - j + 1];
            }
        }
        return a;
    }

    private static double[][] identity(int m) {
        double[][] a = new double[m][m];
        for (int i = 0; i < m; i++) {
            a[i][i] = 1;
        }
        return a;
    }

    private static double[][] times(double[][] a, double[][] b) {
        int m = a.length;
        double[][] c = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < m; k++) {
                double f = a[i][k];
                for (int j = 0; j < m; j++) {
                    c[i][j] += f * b[k][j];
                }
            }
        }
        return c;
    }

    /// Divides by the power of two that is returned, where the numbers grow large.
    private static int shrink(double[][] a) {
        double greatest = 0;
        for (double[] row : a) {
            greatest = Math.max(greatest, Arrays.stream(row).max().orElse(0));
        }
        if (greatest < HUGE) {
            return 0;
        }
        int exponent = Math.getExponent(greatest);
        for (double[] row : a) {
            for (int j = 0; j < row.length; j++) {
                row[j] = Math.scalb(row[j], -exponent);
            }
        }
        return exponent;
    }

    /// Kolmogorov's limit with its corrections in `n^(-1/2)`, up to the third.
    private static double series(int n, double d) {
        double z = Math.sqrt(n) * d;
        double pi2 = Math.PI * Math.PI;
        double z2 = z * z;
        double z4 = z2 * z2;
        double z6 = z4 * z2;
        double first = 0;
        double second = 0;
        double third = 0;
        for (int k = 0; k < 20; k++) {
            double c = (k + 0.5) * (k + 0.5) * pi2;
            double e = StrictMath.exp(-c / (2 * z2));
            first += (c - z2) * e;
            second += ((6 * z6 + 2 * z4) + (2 * z4 - 5 * z2) * c + (1 - 2 * z2) * c * c) * e;
            third += (-30 * z6
                            - 90 * z6 * z2
                            + (135 * z4 - 96 * z6) * c
                            + (212 * z4 - 60 * z2) * c * c
                            + (5 - 30 * z2) * c * c * c)
                    * e;
        }
        double secondWhole = 0;
        double thirdWhole = 0;
        for (int k = 1; k < 20; k++) {
            double c = k * (double) k * pi2;
            double e = StrictMath.exp(-c / (2 * z2));
            secondWhole += c * e;
            thirdWhole += (3 * z2 * c - c * c) * e;
        }
        double root = Math.sqrt(Math.PI / 2);
        double k1 = root / (3 * z4) * first;
        double k2 = root / (36 * z6 * z) * second - root / (18 * z2 * z) * secondWhole;
        double k3 = root / (3240 * z6 * z4) * third + root / (108 * z6) * thirdWhole;
        return theta(z) + k1 / Math.sqrt(n) + k2 / n + k3 / (n * Math.sqrt(n));
    }

    /// `sqrt(2 pi) / z sum_k exp(-(k + 1/2)^2 pi^2 / (2 z^2))`, Kolmogorov's limit in its form for small `z`.
    private static double theta(double z) {
        double sum = 0;
        for (int k = 0; k < 20; k++) {
            sum += StrictMath.exp(-(k + 0.5) * (k + 0.5) * Math.PI * Math.PI / (2 * z * z));
        }
        return Math.sqrt(2 * Math.PI) / z * sum;
    }
}
