package thalweg.array.kernel;

/// The logarithm of the absolute value of Euler's gamma function, the same bits everywhere.
///
/// Minimax polynomials through the zeros at 1 and 2, the recurrence `Gamma(x + 1) = x Gamma(x)` from there to 8,
/// Stirling's series beyond, and Euler's reflection `Gamma(x) Gamma(1 - x) = pi / sin(pi x)` below 0. Abramowitz and
/// Stegun, *Handbook of Mathematical Functions* (1964), 6.1. Largest error found for `x > 0`: 2 units of the last
/// place; for `x < 0`, where the function has zeros between the poles, 1e-15 of `1 + |lgamma x|`.
public final class LogGamma {
    private static final double STIRLING = 8;
    /// log(2 pi) / 2 - 1 / 2
    private static final double CONSTANT = 0.4189385332046727;

    private static final double LOG_PI = 1.1447298858494002;

    private static final double[] NEAR_TWO = {
        0.42278433509846713,
        0.3224670334241133,
        -0.06735230105319576,
        0.02058080842776596,
        -0.0073855510289252005,
        0.0028905103318417626,
        -0.0011927539013288698,
        0.0005096694951100305,
        -0.00022315497227342067,
        9.945794422818356e-05,
        -4.492377181694515e-05,
        2.0503543623407032e-05,
        -9.456079430349568e-06,
        4.393522375598164e-06,
        -1.974825150816159e-06,
        8.998983187072228e-07,
        -5.806134800895991e-07,
        2.9770898509254445e-07
    };
    private static final double[] NEAR_ONE = {
        -0.5772156649015329,
        0.822467033424113,
        -0.40068563438654436,
        0.27058080842796256,
        -0.20738555102529746,
        0.16955717696035144,
        -0.14404989707509797,
        0.12550967304514452,
        -0.1113342552382228,
        0.10009928359033032,
        -0.09095402483071335,
        0.08335841104158075,
        -0.07694158077478036,
        0.07137585924892606,
        -0.06643261228823744,
        0.0626170181061375,
        -0.06104130125670497,
        0.059438767524525135,
        -0.049511391372491526,
        0.027977324097877326,
        -0.00750296049035069
    };
    private static final double[] FAR = {
        0.08333333333333333,
        -0.0027777777777689516,
        0.0007936507870278313,
        -0.0005952359697226208,
        0.0008414034070978787,
        -0.0018869314796175244,
        0.004997412049972656
    };

    private LogGamma() {}

    /// `log |Gamma(x)|`; infinite at the poles 0, -1, -2, ...
    public static double lgamma(double x) {
        if (x >= STIRLING) {
            return x == Double.POSITIVE_INFINITY ? x : stirling(x);
        }
        if (x >= 2.5) {
            double product = 1;
            double y = x;
            while (y >= 2.5) {
                y -= 1;
                product *= y;
            }
            return positive(y) + Logarithm.log(product);
        }
        if (x > 0) {
            return positive(x);
        }
        if (Double.isNaN(x)) {
            return x;
        }
        if (x == Math.rint(x)) {
            return Double.POSITIVE_INFINITY;
        }
        double sine = sineOfPi(-x);
        return LOG_PI - Logarithm.log(Math.abs(x * sine)) - lgamma(-x);
    }

    static void lgamma(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = lgamma(x[xAt + i]);
        }
    }

    /// `sin(pi x)` for `x > 0`, the nearest integer taken off exactly.
    static double sineOfPi(double x) {
        double part = x - Math.rint(x);
        double sine = Trigonometric.sin(Math.PI * part);
        return Math.rint(x) % 2 == 0 ? sine : -sine;
    }

    /// On 0 .. 2.5.
    private static double positive(double x) {
        if (x >= 1.5) {
            return (x - 2) * horner(NEAR_TWO, x - 2);
        }
        if (x >= 0.75) {
            return (x - 1) * horner(NEAR_ONE, x - 1) + 0.0; // 0, not -0, at 1
        }
        double above = x >= 0.5 ? (x - 1) * horner(NEAR_TWO, x - 1) : x * horner(NEAR_ONE, x);
        return above - Logarithm.log(x);
    }

    private static double stirling(double x) {
        double inverse = 1 / x;
        double series = inverse * horner(FAR, inverse * inverse) + CONSTANT;
        return Math.fma(x - 0.5, Logarithm.log(x) - 1, series);
    }

    static double horner(double[] c, double x) {
        double sum = c[c.length - 1];
        for (int i = c.length - 2; i >= 0; i--) {
            sum = Math.fma(sum, x, c[i]);
        }
        return sum;
    }
}
