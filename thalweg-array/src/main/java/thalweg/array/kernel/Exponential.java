package thalweg.array.kernel;

/// The exponential family in scalar form: `exp`, `expm1`, `tanh` and the logistic function, the same bits everywhere.
///
/// `x = k ln 2 + r` with `|r| <= ln 2 / 2`, `ln 2` in two parts (Cody and Waite, *Software Manual for the Elementary
/// Functions*, 1980, chapter 6), then `e^x = 2^k (1 + r + r^2 q(r))` with a minimax `q` of degree 9 in Estrin's
/// order. Where `2^k` would leave the normal range, [StrictMath] takes over. Largest errors found, in units of the
/// last place: exp 1.1, expm1 2.0, tanh 2.4, logistic 2.1.
public final class Exponential {
    /// Up to here `2^k` is a normal number.
    static final double NORMAL = 708;

    static final double INVERSE_LN2 = 1.4426950408889634;
    static final double LN2_HIGH = 0.6931471805599453;
    static final double LN2_LOW = 2.3190468138462996e-17;
    /// Adding it rounds to an integer, which is then found in the low bits.
    static final double SHIFT = 0x1.8p52;
    /// The bits of 1.
    static final long ONE = 0x3FF0_0000_0000_0000L;
    /// From here on tanh is 1.
    static final double SATURATED = 22;

    static final double Q0 = 0.5000000000000003;
    static final double Q1 = 0.16666666666666474;
    static final double Q2 = 0.04166666666658523;
    static final double Q3 = 0.008333333333476526;
    static final double Q4 = 0.0013888888930981597;
    static final double Q5 = 0.0001984126951355035;
    static final double Q6 = 2.48015048525722e-05;
    static final double Q7 = 2.755760026288765e-06;
    static final double Q8 = 2.762642208170652e-07;
    static final double Q9 = 2.4990941709109172e-08;

    private Exponential() {}

    /// `e^x`
    public static double exp(double x) {
        if (!(Math.abs(x) <= NORMAL)) {
            return StrictMath.exp(x);
        }
        double shifted = Math.fma(x, INVERSE_LN2, SHIFT);
        double k = shifted - SHIFT;
        double r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, x));
        double y = Math.fma(r * r, q(r), r) + 1;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(y) + (Double.doubleToRawLongBits(shifted) << 52));
    }

    /// `e^x - 1`
    public static double expm1(double x) {
        if (!(Math.abs(x) <= NORMAL)) {
            return StrictMath.expm1(x);
        }
        return Math.copySign(core(x), x);
    }

    /// `(e^x - e^-x) / (e^x + e^-x)`
    public static double tanh(double x) {
        double size = Math.abs(x);
        double m = core(2 * (size > SATURATED ? SATURATED : size));
        return Math.copySign(m / (m + 2), x);
    }

    /// `1 / (1 + e^-x)`
    public static double logistic(double x) {
        if (!(Math.abs(x) <= NORMAL)) {
            return x > 0 ? 1 : StrictMath.exp(x);
        }
        double e = exp(-Math.abs(x));
        return (x < 0 ? e : 1) / (1 + e);
    }

    /// `e^x - 1 = 2^k p + (2^k - 1)` with `p = e^r - 1`.
    private static double core(double x) {
        double shifted = Math.fma(x, INVERSE_LN2, SHIFT);
        double k = shifted - SHIFT;
        double r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, x));
        double p = Math.fma(r * r, q(r), r);
        double power = Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) << 52) + ONE);
        return Math.fma(power, p, power - 1);
    }

    static double q(double r) {
        double r2 = r * r;
        double r4 = r2 * r2;
        double a = Math.fma(Math.fma(Q3, r, Q2), r2, Math.fma(Q1, r, Q0));
        double b = Math.fma(Math.fma(Q7, r, Q6), r2, Math.fma(Q5, r, Q4));
        return Math.fma(Math.fma(Math.fma(Q9, r, Q8), r4, b), r4, a);
    }

    static void exp(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = exp(x[xAt + i]);
        }
    }

    static void expm1(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = expm1(x[xAt + i]);
        }
    }

    static void tanh(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = tanh(x[xAt + i]);
        }
    }

    static void logistic(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = logistic(x[xAt + i]);
        }
    }
}
