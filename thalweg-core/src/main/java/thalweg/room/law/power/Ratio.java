package thalweg.room.law.power;

/// A simple fraction near a measured number: `numerator / denominator`, denominator at most 12, shown beside the
/// number and never instead of it.
///
/// @param distance of the fraction from the number, in standard errors: `(fraction - value) / error`
/// @param consistent whether this fraction lies inside the interval `value +- quantile * error`, and no other
///     does
public record Ratio(int numerator, int denominator, double distance, boolean consistent) {
    /// The largest denominator considered.
    public static final int LARGEST = 12;

    /// Errors below this part of the number are rounding.
    private static final double ROUNDING = 1e-13;

    /// The fraction nearest to `value`.
    ///
    /// @param error standard error of the value, 0 or more
    /// @param quantile half the width of the interval of confidence in standard errors (99 %: 2.58 for a normal
    ///     law)
    public static Ratio nearest(double value, double error, double quantile) {
        double floor = Math.max(error, ROUNDING * Math.max(1, Math.abs(value)));
        double reach = quantile * floor;
        int numerator = 0;
        int denominator = 1;
        double least = Double.POSITIVE_INFINITY;
        int inside = 0;
        for (int q = 1; q <= LARGEST; q++) {
            int low = (int) Math.floor(value * q) - 1;
            for (int p = low; p <= low + 3; p++) {
                double off = Math.abs((double) p / q - value);
                if (coprime(p, q) && off < least) {
                    least = off;
                    numerator = p;
                    denominator = q;
                }
                inside += coprime(p, q) && off <= reach ? 1 : 0;
            }
        }
        double distance = ((double) numerator / denominator - value) / floor;
        return new Ratio(numerator, denominator, distance, inside == 1 && least <= reach);
    }

    private static boolean coprime(int p, int q) {
        int a = Math.abs(p);
        int b = q;
        while (b != 0) {
            int rest = a % b;
            a = b;
            b = rest;
        }
        return a == 1;
    }

    public double value() {
        return (double) numerator / denominator;
    }

    @Override
    public String toString() {
        return denominator == 1 ? String.valueOf(numerator) : numerator + "/" + denominator;
    }
}
