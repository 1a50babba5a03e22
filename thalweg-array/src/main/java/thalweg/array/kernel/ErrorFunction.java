package thalweg.array.kernel;

/// The error function `erf x = 2 / sqrt(pi) * integral of e^(-t^2) from 0 to x`, the same bits everywhere.
///
/// `x + x p(x^2)` up to 1; beyond, `1 - e^(-x^2) q(u)` with `u = (x - 2) / (x + 2)`; 1 from 6 on. Minimax `p` of
/// degree 12 and `q` of degree 14, after the division of the line in Cody, *Rational Chebyshev approximations for the
/// error function*, Math. Comp. 23 (1969) 631. Largest error found: 1.2 units of the last place.
public final class ErrorFunction {
    /// From here on the function is 1.
    static final double SATURATED = 6;

    static final double P0 = 0.1283791670955126;
    static final double P1 = -0.3761263890318375;
    static final double P2 = 0.11283791670954857;
    static final double P3 = -0.026866170645072882;
    static final double P4 = 0.0052239776247807665;
    static final double P5 = -0.0008548326978737337;
    static final double P6 = 0.00012055331036744366;
    static final double P7 = -1.4925593503543697e-05;
    static final double P8 = 1.6460972767970773e-06;
    static final double P9 = -1.635002474092266e-07;
    static final double P10 = 1.4657876809650157e-08;
    static final double P11 = -1.136565490265826e-09;
    static final double P12 = 5.945243985397756e-11;

    static final double Q0 = 0.2553956763105057;
    static final double Q1 = -0.427185847413957;
    static final double Q2 = 0.24165819424248713;
    static final double Q3 = -0.07897858101600322;
    static final double Q4 = 0.0037328924019781637;
    static final double Q5 = 0.006997461756231163;
    static final double Q6 = -0.0008471431497748988;
    static final double Q7 = -0.0009819775480584012;
    static final double Q8 = 4.355353989982378e-05;
    static final double Q9 = 0.00017437014948317315;
    static final double Q10 = 2.7546541563267115e-05;
    static final double Q11 = -2.7669529273846175e-05;
    static final double Q12 = -1.4064724620893846e-05;
    static final double Q13 = 1.8812693070603865e-06;
    static final double Q14 = 3.8616486552428244e-06;

    private ErrorFunction() {}

    /// The error function of `x`.
    public static double erf(double x) {
        double size = Math.abs(x);
        if (size < 1) {
            return Math.copySign(Math.fma(size, p(x * x), size), x);
        }
        double held = size > SATURATED ? SATURATED : size;
        double u = (held - 2) / (held + 2);
        return Math.copySign(Math.fma(-Exponential.exp(-(held * held)), q(u), 1), x);
    }

    static void erf(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = erf(x[xAt + i]);
        }
    }

    private static double p(double z) {
        double z2 = z * z;
        double z4 = z2 * z2;
        double z8 = z4 * z4;
        double a = Math.fma(Math.fma(P3, z, P2), z2, Math.fma(P1, z, P0));
        double b = Math.fma(Math.fma(P7, z, P6), z2, Math.fma(P5, z, P4));
        double c = Math.fma(Math.fma(P11, z, P10), z2, Math.fma(P9, z, P8));
        return Math.fma(Math.fma(P12, z4, c), z8, Math.fma(b, z4, a));
    }

    private static double q(double u) {
        double u2 = u * u;
        double u4 = u2 * u2;
        double u8 = u4 * u4;
        double a = Math.fma(Math.fma(Q3, u, Q2), u2, Math.fma(Q1, u, Q0));
        double b = Math.fma(Math.fma(Q7, u, Q6), u2, Math.fma(Q5, u, Q4));
        double c = Math.fma(Math.fma(Q11, u, Q10), u2, Math.fma(Q9, u, Q8));
        double d = Math.fma(Q14, u2, Math.fma(Q13, u, Q12));
        return Math.fma(Math.fma(d, u4, c), u8, Math.fma(b, u4, a));
    }
}
