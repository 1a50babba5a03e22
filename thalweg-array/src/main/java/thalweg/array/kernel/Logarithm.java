package thalweg.array.kernel;

/// The logarithms `log` and `log1p` in scalar form, the same bits everywhere.
///
/// `x = 2^k (1 + f)` with `1 + f` in [2/3, 4/3), then `log x = k ln 2 + (f - f^2 / 2 + f^3 q(f))` with a minimax `q`
/// of degree 18 in Estrin's order and no division. Zero, negative, subnormal and infinite arguments go to
/// [StrictMath]. Largest errors found, in units of the last place: 0.9.
public final class Logarithm {
    /// The bits of 2/3.
    static final long TWO_THIRDS = 0x3FE5_5555_5555_5555L;
    /// Sign and exponent of a double.
    static final long EXPONENT = 0xFFF0_0000_0000_0000L;
    /// Above it `log1p` is the business of [StrictMath].
    static final double HUGE = 0x1p1000;

    static final double Q0 = 0.33333333333333315;
    static final double Q1 = -0.2500000000000446;
    static final double Q2 = 0.20000000000022583;
    static final double Q3 = -0.1666666666473726;
    static final double Q4 = 0.1428571428050916;
    static final double Q5 = -0.1250000024991027;
    static final double Q6 = 0.11111111603495644;
    static final double Q7 = -0.09999984803861955;
    static final double Q8 = 0.09090884544772722;
    static final double Q9 = -0.08333846390818281;
    static final double Q10 = 0.07693027786308478;
    static final double Q11 = -0.07132515095413808;
    static final double Q12 = 0.06653615506038546;
    static final double Q13 = -0.06376914218972228;
    static final double Q14 = 0.06029559996957638;
    static final double Q15 = -0.046355626310089194;
    static final double Q16 = 0.0426776659054358;
    static final double Q17 = -0.08508980370240565;
    static final double Q18 = 0.08336237229101423;

    private Logarithm() {}

    /// The natural logarithm.
    public static double log(double x) {
        if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
            return StrictMath.log(x);
        }
        long bits = Double.doubleToRawLongBits(x);
        long above = bits - TWO_THIRDS;
        double k = above >> 52;
        double f = Double.longBitsToDouble(bits - (above & EXPONENT)) - 1;
        double f2 = f * f;
        double rest = Math.fma(f2 * f, q(f, f2), k * Exponential.LN2_LOW);
        return Math.fma(k, Exponential.LN2_HIGH, f - (0.5 * f2 - rest));
    }

    /// `log(1 + x)`
    public static double log1p(double x) {
        if (!(x > -1 && x <= HUGE)) {
            return StrictMath.log1p(x);
        }
        double u = 1 + x;
        double part = u - 1;
        double low = (1 - (u - part)) + (x - part);
        long bits = Double.doubleToRawLongBits(u);
        long above = bits - TWO_THIRDS;
        double k = above >> 52;
        double f = Double.longBitsToDouble(bits - (above & EXPONENT)) - 1;
        double g = low * Double.longBitsToDouble(Exponential.ONE - (above & EXPONENT));
        double f2 = f * f;
        double slope = Math.fma(f, f - 1, 1);
        double rest = Math.fma(f2 * f, q(f, f2), Math.fma(g, slope, k * Exponential.LN2_LOW));
        return Math.copySign(Math.fma(k, Exponential.LN2_HIGH, f - (0.5 * f2 - rest)), x);
    }

    private static double q(double f, double f2) {
        double f4 = f2 * f2;
        double f8 = f4 * f4;
        double a = Math.fma(Math.fma(Q3, f, Q2), f2, Math.fma(Q1, f, Q0));
        double b = Math.fma(Math.fma(Q7, f, Q6), f2, Math.fma(Q5, f, Q4));
        double c = Math.fma(Math.fma(Q11, f, Q10), f2, Math.fma(Q9, f, Q8));
        double d = Math.fma(Math.fma(Q15, f, Q14), f2, Math.fma(Q13, f, Q12));
        double e = Math.fma(Q18, f2, Math.fma(Q17, f, Q16));
        double low = Math.fma(b, f4, a);
        double high = Math.fma(d, f4, c);
        return Math.fma(Math.fma(e, f8, high), f8, low);
    }

    static void log(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = log(x[xAt + i]);
        }
    }

    static void log1p(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = log1p(x[xAt + i]);
        }
    }
}
