package thalweg.array.kernel;

/// The angle `atan2(y, x)` of a point, in `-pi .. pi`, in scalar form, the same bits everywhere.
///
/// `j pi / 4 + atan t` with `|t| <= tan(pi / 8)`, one division and a minimax polynomial of degree 10 in `t^2`. Points
/// with a coordinate of 0 or outside of `2^-500 .. 2^500` go to [StrictMath]. Largest error found: 1.3 units of the
/// last place.
public final class Angle {
    static final double LEAST = 0x1p-500;
    static final double MOST = 0x1p500;
    /// tan(pi / 8)
    static final double EIGHTH = 0.41421356237309503;

    static final double QUARTER_PI_HIGH = 0.7853981633974483;
    static final double QUARTER_PI_LOW = 3.061616997868383e-17;

    static final double Q0 = -0.3333333333333332;
    static final double Q1 = 0.19999999999987886;
    static final double Q2 = -0.14285714283349932;
    static final double Q3 = 0.11111110927224298;
    static final double Q4 = -0.09090901549245244;
    static final double Q5 = 0.07692122497332719;
    static final double Q6 = -0.0666376212885777;
    static final double Q7 = 0.058523664096132674;
    static final double Q8 = -0.0505826425031092;
    static final double Q9 = 0.038519345914106676;
    static final double Q10 = -0.018379293673382657;

    private Angle() {}

    /// The angle from the x axis to `(x, y)`.
    public static double atan2(double y, double x) {
        double high = Math.abs(y);
        double wide = Math.abs(x);
        boolean up = high > wide;
        double large = up ? high : wide;
        double small = up ? wide : high;
        if (!(small >= LEAST && large <= MOST)) {
            return StrictMath.atan2(y, x);
        }
        boolean steep = small > EIGHTH * large;
        double t = (steep ? small - large : small) / (steep ? small + large : large);
        double z = t * t;
        double a = Math.fma(t * z, q(z), t);
        double quarters = steep ? 1 : 0;
        quarters = up ? 2 - quarters : quarters;
        quarters = x < 0 ? 4 - quarters : quarters;
        double turned = up == x < 0 ? a : -a;
        double angle = Math.fma(quarters, QUARTER_PI_HIGH, Math.fma(quarters, QUARTER_PI_LOW, turned));
        return Math.copySign(angle, y);
    }

    static void atan2(double[] y, int yAt, double[] x, int xAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = atan2(y[yAt + i], x[xAt + i]);
        }
    }

    private static double q(double z) {
        double z2 = z * z;
        double z4 = z2 * z2;
        double a = Math.fma(Math.fma(Q3, z, Q2), z2, Math.fma(Q1, z, Q0));
        double b = Math.fma(Math.fma(Q7, z, Q6), z2, Math.fma(Q5, z, Q4));
        double c = Math.fma(Q10, z2, Math.fma(Q9, z, Q8));
        return Math.fma(Math.fma(c, z4, b), z4, a);
    }
}
