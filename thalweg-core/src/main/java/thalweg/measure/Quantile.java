package thalweg.measure;

/// Quantiles of sorted numbers.
final class Quantile {
    private Quantile() {}

    /// Linear between the order statistics around `1 + (n - 1) p`: type 7 of Hyndman and Fan (The American
    /// Statistician 50 (1996) 361). Between two equal numbers it is that number, to the last bit.
    static double of(double[] sorted, double p) {
        double place = (sorted.length - 1) * p;
        int below = (int) place;
        double part = place - below;
        if (part == 0 || sorted[below] == sorted[below + 1]) {
            return sorted[below];
        }
        return (1 - part) * sorted[below] + part * sorted[below + 1];
    }
}
