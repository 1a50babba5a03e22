package thalweg.array.kernel;

/// Sine and cosine in scalar form, the same bits everywhere.
///
/// `|x| = k pi / 2 + r + s` with `|r| <= pi / 4`, `pi / 2` in three parts: the first difference is exact, the others
/// keep their rounding errors in `s`. Then `sin r = r + r^3 p(r^2)` and `cos r = 1 - r^2 / 2 + r^4 q(r^2)` with
/// minimax `p` and `q` of degree 5. Beyond `2^29` the reduction of [StrictMath] (Payne and Hanek) is used. Largest
/// errors found, in units of the last place: 0.9.
public final class Trigonometric {
    static final double FAR = 0x1p29;

    static final double TWO_OVER_PI = 0.6366197723675814;
    static final double HALF_PI_HIGH = 1.5707963267948966;
    static final double HALF_PI_MIDDLE = 6.123233995736766e-17;
    static final double HALF_PI_LOW = -1.4973849048591698e-33;

    static final double P0 = -0.1666666666666666;
    static final double P1 = 0.008333333333327458;
    static final double P2 = -0.00019841269833057587;
    static final double P3 = 2.7557314643689675e-06;
    static final double P4 = -2.505088791432789e-08;
    static final double P5 = 1.590349426103957e-10;

    static final double Q0 = 0.041666666666666664;
    static final double Q1 = -0.0013888888888885828;
    static final double Q2 = 2.4801587296780027e-05;
    static final double Q3 = -2.755731641211073e-07;
    static final double Q4 = 2.087599433330912e-09;
    static final double Q5 = -1.1373185286288042e-11;

    private Trigonometric() {}

    /// The sine of `x` radians.
    public static double sin(double x) {
        double size = Math.abs(x);
        if (!(size <= FAR)) {
            return StrictMath.sin(x);
        }
        double y = turned(size, 0);
        return Double.longBitsToDouble(
                Double.doubleToRawLongBits(y) ^ (Double.doubleToRawLongBits(x) & Long.MIN_VALUE));
    }

    /// The cosine of `x` radians.
    public static double cos(double x) {
        double size = Math.abs(x);
        if (!(size <= FAR)) {
            return StrictMath.cos(x);
        }
        return turned(size, 1);
    }

    /// The sine of `x` plus `quarters` right angles.
    private static double turned(double x, int quarters) {
        double shifted = Math.fma(x, TWO_OVER_PI, Exponential.SHIFT);
        double k = shifted - Exponential.SHIFT;
        double near = Math.fma(k, -HALF_PI_HIGH, x);
        double step = k * HALF_PI_MIDDLE;
        double r = near - step;
        double lost = (near - r) - step - Math.fma(k, HALF_PI_MIDDLE, -step);
        double s = Math.fma(k, -HALF_PI_LOW, lost);
        double z = r * r;
        double z2 = z * z;
        double half = 0.5 * z;
        long turns = Double.doubleToRawLongBits(shifted) + quarters;
        double y;
        if ((turns & 1) == 0) {
            double p = Math.fma(Math.fma(P5, z, P4), z2 * z2, Math.fma(Math.fma(P3, z, P2), z2, Math.fma(P1, z, P0)));
            y = r + Math.fma(r * z, p, Math.fma(-half, s, s));
        } else {
            double q = Math.fma(Math.fma(Q5, z, Q4), z2 * z2, Math.fma(Math.fma(Q3, z, Q2), z2, Math.fma(Q1, z, Q0)));
            double w = 1 - half;
            y = w + (((1 - w) - half) + Math.fma(z2, q, -(r * s)));
        }
        return Double.longBitsToDouble(Double.doubleToRawLongBits(y) ^ ((turns & 2) << 62));
    }

    static void sin(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = sin(x[xAt + i]);
        }
    }

    static void cos(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = cos(x[xAt + i]);
        }
    }
}
