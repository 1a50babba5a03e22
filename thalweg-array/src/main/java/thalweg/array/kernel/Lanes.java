package thalweg.array.kernel;

import java.util.List;

/// Elementary functions over ranges of arrays: `y[yAt + i] = f(x[xAt + i])` for `i` in `0 .. n - 1`; the result may
/// overwrite an argument in its place.
///
/// A value has the bits of the scalar function whichever twin computes it ([Gate]); formula and error stand there:
/// [Exponential], [Logarithm], [Trigonometric], [ErrorFunction], [Power], [Angle], [LogGamma], [Polygamma]. The last
/// two have no vector twin.
public final class Lanes {
    private static final boolean VECTORS = Gate.vectors();
    private static final Twin EXP =
            new Twin("exp", Exponential::exp, VECTORS ? ExponentialLanes::exp : Exponential::exp);
    private static final Twin EXPM1 =
            new Twin("expm1", Exponential::expm1, VECTORS ? ExponentialLanes::expm1 : Exponential::expm1);
    private static final Twin TANH =
            new Twin("tanh", Exponential::tanh, VECTORS ? ExponentialLanes::tanh : Exponential::tanh);
    private static final Twin LOGISTIC =
            new Twin("logistic", Exponential::logistic, VECTORS ? ExponentialLanes::logistic : Exponential::logistic);
    private static final Twin LOG = new Twin("log", Logarithm::log, VECTORS ? LogarithmLanes::log : Logarithm::log);
    private static final Twin LOG1P =
            new Twin("log1p", Logarithm::log1p, VECTORS ? LogarithmLanes::log1p : Logarithm::log1p);
    private static final Twin SIN =
            new Twin("sin", Trigonometric::sin, VECTORS ? TrigonometricLanes::sin : Trigonometric::sin);
    private static final Twin COS =
            new Twin("cos", Trigonometric::cos, VECTORS ? TrigonometricLanes::cos : Trigonometric::cos);
    private static final Twin ERF =
            new Twin("erf", ErrorFunction::erf, VECTORS ? ErrorFunctionLanes::erf : ErrorFunction::erf);
    private static final BinaryTwin POW = new BinaryTwin("pow", Power::pow, VECTORS ? PowerLanes::pow : Power::pow);
    private static final BinaryTwin ATAN2 =
            new BinaryTwin("atan2", Angle::atan2, VECTORS ? AngleLanes::atan2 : Angle::atan2);

    private Lanes() {}

    /// Every function of one argument with both its twins, for the laws that hold for all of them.
    static List<Twin> all() {
        return List.of(EXP, EXPM1, TANH, LOGISTIC, LOG, LOG1P, SIN, COS, ERF);
    }

    /// Every function of two arguments.
    static List<BinaryTwin> binary() {
        return List.of(POW, ATAN2);
    }

    /// `e^x`
    public static void exp(double[] x, int xAt, double[] y, int yAt, int n) {
        EXP.apply(x, xAt, y, yAt, n);
    }

    /// `e^x - 1`
    public static void expm1(double[] x, int xAt, double[] y, int yAt, int n) {
        EXPM1.apply(x, xAt, y, yAt, n);
    }

    /// The hyperbolic tangent.
    public static void tanh(double[] x, int xAt, double[] y, int yAt, int n) {
        TANH.apply(x, xAt, y, yAt, n);
    }

    /// `1 / (1 + e^-x)`
    public static void logistic(double[] x, int xAt, double[] y, int yAt, int n) {
        LOGISTIC.apply(x, xAt, y, yAt, n);
    }

    /// The natural logarithm.
    public static void log(double[] x, int xAt, double[] y, int yAt, int n) {
        LOG.apply(x, xAt, y, yAt, n);
    }

    /// `log(1 + x)`
    public static void log1p(double[] x, int xAt, double[] y, int yAt, int n) {
        LOG1P.apply(x, xAt, y, yAt, n);
    }

    /// The sine of radians.
    public static void sin(double[] x, int xAt, double[] y, int yAt, int n) {
        SIN.apply(x, xAt, y, yAt, n);
    }

    /// The cosine of radians.
    public static void cos(double[] x, int xAt, double[] y, int yAt, int n) {
        COS.apply(x, xAt, y, yAt, n);
    }

    /// The error function.
    public static void erf(double[] x, int xAt, double[] y, int yAt, int n) {
        ERF.apply(x, xAt, y, yAt, n);
    }

    /// `x^y`
    public static void pow(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        POW.apply(x, xAt, y, yAt, z, zAt, n);
    }

    /// The angle from the x axis to `(x, y)`.
    public static void atan2(double[] y, int yAt, double[] x, int xAt, double[] z, int zAt, int n) {
        ATAN2.apply(y, yAt, x, xAt, z, zAt, n);
    }

    /// `log |Gamma(x)|`
    public static void lgamma(double[] x, int xAt, double[] y, int yAt, int n) {
        LogGamma.lgamma(x, xAt, y, yAt, n);
    }

    /// The derivative of digamma of order `order`; 0 is digamma itself.
    public static void polygamma(int order, double[] x, int xAt, double[] y, int yAt, int n) {
        Polygamma.polygamma(order, x, xAt, y, yAt, n);
    }
}
