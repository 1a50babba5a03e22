package thalweg.flow.chain;

/// Means and variances of coordinates seen so far. Welford, Technometrics 4 (1962) 419.
///
/// @param count how many were seen, one number
/// @param mean of each coordinate
/// @param square sum of squared deviations of each coordinate
record Spread(double[] count, double[] mean, double[] square) {
    static Spread of(int d) {
        return new Spread(new double[1], new double[d], new double[d]);
    }

    void add(double[] x) {
        count[0]++;
        for (int i = 0; i < mean.length; i++) {
            double gap = x[i] - mean[i];
            mean[i] += gap / count[0];
            square[i] += gap * (x[i] - mean[i]);
        }
    }

    double variance(int i) {
        return square[i] / (count[0] - 1);
    }
}
