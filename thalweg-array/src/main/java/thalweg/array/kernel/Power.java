package thalweg.array.kernel;

/// The power `x^y = e^(y log x)` in scalar form, the same bits everywhere.
///
/// The logarithm is kept as a sum of two numbers, good to 2^-63: with `s = (m - 1) / (m + 1)`, `log m = 2 (s + s^3 /
/// 3 + s^5 q(s^2))`, the first two terms in twice the precision and a minimax `q` of degree 6. Negative and zero
/// bases, and results outside of the normal range, go to [StrictMath]. Largest error found: 1.1 units of the last
/// place.
public final class Power {
    static final double THIRD_HIGH = 0.3333333333333333;
    static final double THIRD_LOW = 1.850371707708594e-17;

    static final double Q0 = 0.20000000000000334;
    static final double Q1 = 0.14285714285041595;
    static final double Q2 = 0.11111111333564289;
    static final double Q3 = 0.09090881039007553;
    static final double Q4 = 0.07694029049441528;
    static final double Q5 = 0.0661156304112365;
    static final double Q6 = 0.0676042447481587;

    private Power() {}

    /// `x^y`
    public static double pow(double x, double y) {
        if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
            return StrictMath.pow(x, y);
        }
        long bits = Double.doubleToRawLongBits(x);
        long above = bits - Logarithm.TWO_THIRDS;
        double k = above >> 52;
        double m = Double.longBitsToDouble(bits - (above & Logarithm.EXPONENT));
        double d = m + 1;
        double dLow = m - (d - 1);
        double inverse = 1 / d;
        double f = m - 1;
        double s = f * inverse;
        double sLow = (Math.fma(-s, d, f) - s * dLow) * inverse;
        double z = s * s;
        double zLow = Math.fma(s, s, -z) + 2 * s * sLow;
        double cube = s * z;
        double cubeLow = Math.fma(s, z, -cube) + Math.fma(s, zLow, sLow * z);
        double third = cube * THIRD_HIGH;
        double thirdLow = Math.fma(cube, THIRD_HIGH, -third) + Math.fma(cube, THIRD_LOW, cubeLow * THIRD_HIGH);
        double rest = Math.fma(cube * z, q(z), thirdLow + sLow);
        double half = s + third;
        double halfLow = (s - half + third) + rest;
        double whole = k * Exponential.LN2_HIGH;
        double wholeLow = Math.fma(k, Exponential.LN2_LOW, Math.fma(k, Exponential.LN2_HIGH, -whole));
        double log = Math.fma(2, half, whole);
        double logLow = Math.fma(2, half, whole - log) + Math.fma(2, halfLow, wholeLow);
        double p = y * log;
        if (!(Math.abs(p) <= Exponential.NORMAL)) {
            return StrictMath.pow(x, y);
        }
        double pLow = Math.fma(y, logLow, Math.fma(y, log, -p));
        return grow(p, pLow);
    }

    static void pow(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = pow(x[xAt + i], y[yAt + i]);
        }
    }

    /// `e^(p + pLow)`, as [Exponential#exp].
    private static double grow(double p, double pLow) {
        double shifted = Math.fma(p, Exponential.INVERSE_LN2, Exponential.SHIFT);
        double k = shifted - Exponential.SHIFT;
        double r = Math.fma(k, -Exponential.LN2_HIGH, p) + Math.fma(k, -Exponential.LN2_LOW, pLow);
        double y = Math.fma(r * r, Exponential.q(r), r) + 1;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(y) + (Double.doubleToRawLongBits(shifted) << 52));
    }

    private static double q(double z) {
        double z2 = z * z;
        double low = Math.fma(Math.fma(Q3, z, Q2), z2, Math.fma(Q1, z, Q0));
        double high = Math.fma(Q6, z2, Math.fma(Q5, z, Q4));
        return Math.fma(high, z2 * z2, low);
    }
}
