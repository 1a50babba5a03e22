package thalweg.flow.motion;

/// Steps of high order made of a symmetric step of second order, repeated with sizes `w_i h`: one table a scheme.
///
/// A palindrome of weights with `sum w = 1`, `sum w^3 = 0`, .. raises the order: Yoshida, Phys. Lett. A 150
/// (1990) 262. Constants to the last digit of a double, since the 14 digits of textbooks stop converging at
/// 1e-13.
public final class Composition {
    private Composition() {}

    /// Order 4 in 3 stages, `w = 1 / (2 - 2^(1/3))`: Yoshida (1990).
    public static Splitting yoshida4(double step) {
        return half(step, 4, 1.3512071919596575, -1.7024143839193153);
    }

    /// Order 4 in 5 stages, `w = 1 / (4 - 4^(1/3))`: Suzuki, Phys. Lett. A 146 (1990) 319.
    public static Splitting suzuki4(double step) {
        return half(step, 4, 0.4144907717943757, 0.4144907717943757, -0.657963087177503);
    }

    /// Order 6 in 7 stages: Yoshida (1990), solution A.
    public static Splitting yoshida6(double step) {
        return half(step, 6, 0.7845136104775573, 0.23557321335935813, -1.177679984178871, 1.3151863206839112);
    }

    /// Order 8 in 15 stages: Suzuki and Umeno (1993).
    public static Splitting suzukiUmeno8(double step) {
        return half(
                step,
                8,
                0.741670364350613,
                -0.4091008258000316,
                0.1907547102962384,
                -0.5738624711160822,
                0.2990641813036559,
                0.33462491824529816,
                0.3152930923967666,
                -0.7968879393529164);
    }

    /// Order 8 in 17 stages: Kahan and Li, Math. Comp. 66 (1997) 1089.
    public static Splitting kahanLi8(double step) {
        return half(
                step,
                8,
                0.13020248308889007,
                0.5611629817751084,
                -0.38947496264484727,
                0.1588419065551556,
                -0.39590389413323757,
                0.1845396409783157,
                0.25837438768632204,
                0.2950117236093103,
                -0.6055085338300346);
    }

    /// Order 4 in 4 slopes with a small error constant: Omelyan, Mryglod and Folk, Comput. Phys. Commun. 146
    /// (2002) 188.
    public static Splitting pefrl(double step) {
        double xi = 0.1786178958448091;
        double lambda = -0.2123418310626054;
        double chi = -0.0662645826698185;
        double outer = 0.5 * (1 - 2 * lambda);
        return new Splitting(
                step,
                new double[] {xi, chi, 1 - 2 * (chi + xi), chi, xi},
                new double[] {outer, lambda, lambda, outer},
                4,
                false);
    }

    /// Any palindromic scheme.
    ///
    /// @param half the weights from the outside to the centre, which occurs once
    public static Splitting half(double step, int order, double... half) {
        double[] weights = new double[2 * half.length - 1];
        for (int i = 0; i < half.length; i++) {
            weights[i] = half[i];
            weights[weights.length - 1 - i] = half[i];
        }
        return Verlet.composed(step, weights, order);
    }
}
