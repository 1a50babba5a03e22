package thalweg.array.kernel;

/// The polygamma functions `psi_n(x) = d^(n+1)/dx^(n+1) log Gamma(x)`, the same bits everywhere.
///
/// `psi_0` (digamma): a minimax polynomial through its zero on 1 .. 2, recurrence to 8, its asymptotic series beyond.
/// `n >= 1`: `(-1)^(n+1) psi_n(x) = n! sum_k (x + k)^-(n+1)`, summed to the asymptotic range. Below 0 the reflection
/// `psi_n(1 - x) (-1)^n - psi_n(x) = pi d^n/dx^n cot(pi x)`. Abramowitz and Stegun (1964), 6.3 and 6.4. Largest
/// errors found for `x > 0`, up to order 8: 3 units of the last place; below 0, 2e-14 of the larger of the two terms.
public final class Polygamma {
    private static final double ROOT_HIGH = 1.4616321449683622;
    private static final double ROOT_LOW = 9.549995429965697e-17;
    private static final double FAR_FROM = 8;

    private static final double[] NEAR = {
        0.951055876031833,
        -0.4236274212814606,
        0.24054248424077398,
        -0.14840492305389008,
        0.09498872445497258,
        -0.06192213327469546,
        0.040760833810806564,
        -0.02697579669126121,
        0.01790725248156888,
        -0.011908219419308905,
        0.007926944015626674,
        -0.005279946258631813,
        0.003519012150362294,
        -0.00234542076456555,
        0.0015565993280974174,
        -0.0010368422183521704,
        0.0007234370857193745,
        -0.00048473013087141787,
        0.000227024840821862,
        -0.00014697788570183548,
        0.0002598517824868548,
        -0.00017656299561966566
    };
    private static final double[] FAR = {
        0.0833333333333333,
        -0.008333333333202032,
        0.003968253863479713,
        -0.004166633145397159,
        0.007570379928355562,
        -0.02062887920157083,
        0.062233800903248225
    };
    /// B_2, B_4, ...: the Bernoulli numbers.
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
        -174611.0 / 330,
        854513.0 / 138,
        -236364091.0 / 2730
    };

    private Polygamma() {}

    /// The derivative of order `n` of digamma; `n = 0` is digamma itself. Infinite or NaN at the poles 0, -1, -2, ...
    public static double polygamma(int n, double x) {
        if (n < 0) {
            return Double.NaN;
        }
        if (n == 0) {
            return digamma(x);
        }
        if (x <= 0) {
            return reflected(n, x);
        }
        double size = n % 2 == 1 ? 1 : -1;
        return size * zeta(n, x);
    }

    /// `d/dx log Gamma(x)`; NaN at the poles.
    public static double digamma(double x) {
        if (x <= 0) {
            return x == Math.rint(x) ? Double.NaN : digamma(1 - x) - Math.PI / tangentOfPi(x);
        }
        if (x < 1) {
            return near(x + 1) - 1 / x;
        }
        if (x < FAR_FROM) {
            double sum = 0;
            double y = x;
            while (y > 2) {
                y -= 1;
                sum += 1 / y;
            }
            return near(y) + sum;
        }
        double inverse = 1 / x;
        double z = inverse * inverse;
        return Logarithm.log(x) - Math.fma(z, LogGamma.horner(FAR, z), 0.5 * inverse);
    }

    static void polygamma(int order, double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = polygamma(order, x[xAt + i]);
        }
    }

    private static double near(double x) {
        return ((x - ROOT_HIGH) - ROOT_LOW) * LogGamma.horner(NEAR, x - 1.5);
    }

    private static double tangentOfPi(double x) {
        double turn = Math.PI * (x - Math.rint(x));
        return Trigonometric.sin(turn) / Trigonometric.cos(turn);
    }

    /// `n! sum_k (x + k)^-(n+1)`: the terms up to the asymptotic range, smallest first, and Euler and Maclaurin's
    /// rest.
    private static double zeta(int n, double x) {
        int steps = (int) Math.max(0, Math.ceil(12 + n - x));
        double y = x + steps;
        double z = 1 / (y * y);
        double series = 0;
        for (int j = BERNOULLI.length; j > 0; j--) {
            double ways = 1;
            for (int i = 1; i < n; i++) {
                ways *= (2.0 * j + i) / i;
            }
            series = Math.fma(BERNOULLI[j - 1], ways, series) * z;
        }
        double sum = (1 + (0.5 * n / y + series)) * power(y, n) / n;
        for (int k = steps - 1; k >= 0; k--) {
            sum += power(x + k, n + 1);
        }
        double factorial = 1;
        for (int i = 2; i <= n; i++) {
            factorial *= i;
        }
        return factorial * sum;
    }

    private static double power(double x, int n) {
        return n == 1 ? 1 / x : n == 2 ? 1 / (x * x) : Power.pow(x, -n);
    }

    private static double reflected(int n, double x) {
        if (x == Math.rint(x)) {
            return n % 2 == 1 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        double[] p = {0, 1};
        double scale = Math.PI;
        for (int i = 0; i < n; i++) {
            double[] next = new double[p.length + 1];
            for (int j = 1; j < p.length; j++) {
                next[j - 1] -= j * p[j];
                next[j + 1] -= j * p[j];
            }
            p = next;
            scale *= Math.PI;
        }
        double cotangent = 1 / tangentOfPi(x);
        return -zeta(n, 1 - x) - scale * LogGamma.horner(p, cotangent);
    }
}
