package thalweg.array;

/// Error function, log-gamma and polygamma, by series and recurrences, about 1e-15 relative away from zeros.
///
/// References: DLMF 7.6.2 and 7.9.2 (erf), 5.11.1 (log-gamma), 5.15.8 and 5.15.5 (polygamma).
final class Special {
    /// B_2, B_4, .., B_20.
    private static final double[] BERNOULLI = {
        1.0 / 6,
        -1.0 / 30,
        1.0 / 42,
        -1.0 / 30,
        5.0 / 66,
        -691.0 / 2730,
        7.0 / 6,
        -3617.0 / 510,
        43867.0 / 798,
        -174611.0 / 330
    };

    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

    private static final double[] ZETA = zetas();

    private Special() {}

    /// `2 / sqrt(pi) * integral of exp(-t^2) from 0 to x`.
    static double erf(double x) {
        double a = Math.abs(x);
        if (!(a < 6)) {
            return Double.isNaN(a) ? x : Math.copySign(1, x);
        }
        double value = a < 2.5 ? series(a) : 1 - tail(a);
        return Math.copySign(value, x);
    }

    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; term > sum * 1e-17; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / StrictMath.sqrt(Math.PI) * StrictMath.exp(-x * x) * sum;
    }

    private static double tail(double x) {
        double fraction = x;
        for (int n = 60; n > 0; n--) {
            fraction = x + n / 2.0 / fraction;
        }
        return StrictMath.exp(-x * x) / StrictMath.sqrt(Math.PI) / fraction;
    }

    /// `log |Gamma(x)|`.
    static double lgamma(double x) {
        if (Double.isNaN(x) || x == Double.NEGATIVE_INFINITY) {
            return x;
        }
        if (x <= 0) {
            if (x == Math.floor(x)) {
                return Double.POSITIVE_INFINITY;
            }
            double part = x - 2 * Math.floor(x / 2);
            return StrictMath.log(Math.PI / Math.abs(StrictMath.sin(Math.PI * part))) - lgamma(1 - x);
        }
        if (x == 1 || x == 2) {
            return 0;
        }
        if (x < 0.5) {
            return nearOne(x) - StrictMath.log(x);
        }
        if (x < 2.5) {
            return x < 1.5 ? nearOne(x - 1) : nearOne(x - 2) + StrictMath.log1p(x - 2);
        }
        double y = x;
        if (y < 12) {
            double product = 1;
            while (y >= 2.5) {
                y -= 1;
                product *= y;
            }
            return StrictMath.log(product) + lgamma(y);
        }
        double square = y * y;
        double power = y;
        double sum = 0;
        for (int k = 1; k <= BERNOULLI.length; k++) {
            sum += BERNOULLI[k - 1] / (2 * k * (2 * k - 1) * power);
            power *= square;
        }
        double main = Double.isInfinite(y) ? y : (y - 0.5) * StrictMath.log(y) - y + HALF_LOG_TWO_PI;
        return main + sum;
    }

    /// `log Gamma(1 + z)` by Taylor's series, whose coefficients are zeta values (DLMF 5.7.3).
    private static double nearOne(double z) {
        double sum = z * -0.5772156649015329;
        double power = -z;
        for (int k = 2; k < ZETA.length; k++) {
            power *= -z;
            sum += ZETA[k] * power / k;
        }
        return sum;
    }

    private static double[] zetas() {
        double[] zeta = new double[60];
        for (int s = 2; s < zeta.length; s++) {
            zeta[s] = hurwitz(s, 1);
        }
        return zeta;
    }

    /// `psi^(n)(x)`.
    static double polygamma(int n, double x) {
        if (x <= 0 && x == Math.floor(x)) {
            return Double.NaN;
        }
        if (n == 0) {
            return digamma(x);
        }
        double factorial = 1;
        for (int k = 2; k <= n; k++) {
            factorial *= k;
        }
        return (n % 2 == 0 ? -1 : 1) * factorial * hurwitz(n + 1, x);
    }

    private static double digamma(double x) {
        double shift = 0;
        double y = x;
        while (y < 12) {
            shift += 1 / y;
            y += 1;
        }
        double square = y * y;
        double power = square;
        double sum = 0;
        for (int k = 1; k <= BERNOULLI.length; k++) {
            sum += BERNOULLI[k - 1] / (2 * k * power);
            power *= square;
        }
        return StrictMath.log(y) - 0.5 / y - sum - shift;
    }

    /// `sum_k (x + k)^-s` by Euler and Maclaurin.
    private static double hurwitz(int s, double x) {
        double head = 0;
        double y = x;
        while (y < 12 + s) {
            head += StrictMath.pow(y, -s);
            y += 1;
        }
        double power = StrictMath.pow(y, -s);
        double sum = power * y / (s - 1) + 0.5 * power;
        double rising = s;
        double term = power / y;
        double factorial = 2;
        for (int k = 1; k <= BERNOULLI.length; k++) {
            sum += BERNOULLI[k - 1] * rising * term / factorial;
            rising *= (s + 2 * k - 1.0) * (s + 2 * k);
            factorial *= (2 * k + 1.0) * (2 * k + 2);
            term /= y * y;
        }
        return head + sum;
    }
}
