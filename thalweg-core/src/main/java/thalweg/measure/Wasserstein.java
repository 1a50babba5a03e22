package thalweg.measure;

/// The 1-Wasserstein distance of two samples on a line: the least mean way to carry one onto the other,
///
///     W = int |F - G| dx = int_0^1 |F^-1 - G^-1| dp,
///
/// in the unit of the numbers. Vallender, Theory of Probability and its Applications 18 (1974) 784.
public final class Wasserstein {
    private Wasserstein() {}

    public static Outcome of(double[] x, double[] y) {
        return Gap.between(x, y, Math::abs);
    }
}
