package thalweg.measure;

import java.util.Arrays;

/// The integrated autocorrelation time of several chains at once, cut by Geyer's initial monotone sequence.
///
/// With `W' = g(0) n / (n - 1)` and `V = W' (n - 1) / n + variance of the means of the chains`:
///
///     rho_t = 1 - (W' - g(t)) / V,    tau = -1 + 2 sum_{t < T} rho_t + max(rho_T, 0),    size = S / tau,
///
/// over pairs (even, odd) of lags while their sum is positive, each pair lowered to the mean of the one before;
/// tau is at least `1 / log10 S`. Geyer, Statistical Science 7 (1992) 473; Vehtari et al., Bayesian Analysis 16
/// (2021) 667, section 3; Stan reference manual, section on effective sample size.
///
/// @param time tau
/// @param window the lag T at which the sum ends
record Geyer(double time, int window) {
    /// Below this length there is no pair of lags to look at.
    static final int SHORTEST = 6;

    static Geyer of(Lags lags) {
        int n = lags.length();
        double g0 = lags.at(0);
        double within = g0 * n / (n - 1);
        double total = within * (n - 1) / n + (lags.count() > 1 ? Moments.variance(lags.means()) : 0);
        double[] rho = new double[64];
        rho[0] = 1;
        rho[1] = 1 - (within - lags.at(1)) / total;
        double even = rho[0];
        double odd = rho[1];
        int t = 0;
        while (t < n - 5 && even + odd > 0) {
            t += 2;
            even = 1 - (within - lags.at(t)) / total;
            odd = 1 - (within - lags.at(t + 1)) / total;
            if (t + 1 >= rho.length) {
                rho = Arrays.copyOf(rho, 2 * rho.length);
            }
            if (even + odd >= 0) {
                rho[t] = even;
                rho[t + 1] = odd;
            }
        }
        if (even > 0) {
            rho[t] = even;
        }
        for (int s = 2; s < t; s += 2) {
            double before = rho[s - 2] + rho[s - 1];
            if (rho[s] + rho[s + 1] > before) {
                rho[s] = before / 2;
                rho[s + 1] = rho[s];
            }
        }
        double sum = Moments.sum(rho, 0, t);
        double shortest = 1 / StrictMath.log10((double) lags.count() * n);
        return new Geyer(Math.max(-1 + 2 * sum + rho[t], shortest), t);
    }

    /// The effective size of numbers that need not be worth judging.
    static Outcome size(Lags lags) {
        if (lags.length() < SHORTEST) {
            return Outcome.none("pieces of " + lags.length() + " draws: at least " + SHORTEST
                    + " are needed to see how draws depend on each other");
        }
        if (!(lags.at(0) > 0) && !(Moments.variance(lags.means()) > 0)) {
            return Outcome.none("all values are equal");
        }
        return Outcome.of((double) lags.count() * lags.length() / of(lags).time());
    }
}
