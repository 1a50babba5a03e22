package thalweg.measure;

/// The generalised Pareto law `P(X > x) = (1 + k x / sigma)^(-1 / k)` fitted to exceedances, in its empirical
/// Bayes form.
///
/// Zhang and Stephens, Technometrics 51 (2009) 316; `k` is then drawn towards 1/2 with the weight of ten
/// observations: Vehtari, Simpson, Gelman, Yao and Gabry, JMLR 25 (2024) 72, appendix G.
///
/// @param k the shape, after that: moments up to `1 / k` exist
/// @param sigma the scale
record ParetoTail(double k, double sigma) {
    /// @param x exceedances over the threshold, ascending, at least 5, not all equal
    static ParetoTail fit(double[] x) {
        int n = x.length;
        int m = 30 + (int) Math.sqrt(n);
        double quartile = x[(int) (n / 4.0 + 0.5) - 1];
        double[] theta = new double[m];
        double[] likelihood = new double[m];
        for (int j = 0; j < m; j++) {
            theta[j] = 1 / x[n - 1] + (1 - Math.sqrt(m / (j + 0.5))) / (3 * quartile);
            double k = shape(theta[j], x);
            likelihood[j] = n * (StrictMath.log(-theta[j] / k) - k - 1);
        }
        double total = LogSum.of(likelihood);
        double mean = 0;
        for (int j = 0; j < m; j++) {
            mean += theta[j] * StrictMath.exp(likelihood[j] - total);
        }
        double k = shape(mean, x);
        return new ParetoTail((k * n + 5) / (n + 10), -k / mean);
    }

    /// The exceedance with probability `p` below it.
    double quantile(double p) {
        double log = -StrictMath.log1p(-p);
        return k == 0 ? sigma * log : sigma * StrictMath.expm1(k * log) / k;
    }

    private static double shape(double theta, double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += StrictMath.log1p(-theta * v);
        }
        return sum / x.length;
    }
}
