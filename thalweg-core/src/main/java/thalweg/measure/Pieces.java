package thalweg.measure;

/// Stretches of equal length of one array: chains, or halves of chains.
///
/// @param x the numbers
/// @param starts where each stretch begins
/// @param length how long each is
record Pieces(double[] x, int[] starts, int length) {
    int count() {
        return starts.length;
    }

    /// The mean of each stretch.
    double[] means() {
        double[] means = new double[starts.length];
        for (int k = 0; k < means.length; k++) {
            means[k] = Moments.mean(x, starts[k], length);
        }
        return means;
    }

    /// The mean over stretches of their variances (divided by `length - 1`).
    double within(double[] means) {
        double sum = 0;
        for (int k = 0; k < means.length; k++) {
            sum += Moments.squares(x, starts[k], length, means[k]) / (length - 1);
        }
        return sum / starts.length;
    }
}
