package thalweg.measure;

import thalweg.array.Misuse;

/// The integrated autocorrelation time of a series: how many steps are worth one independent draw,
///
///     tau = 1 + 2 sum_{t=1}^{W} rho_t,    error of the mean = sd sqrt(tau / n).
///
/// One step is one element of the series. Lattice papers often give half of it, `tau / 2 = 1/2 + sum rho_t`. The
/// rules differ in how they choose the window `W`: too short a window cuts the memory off, too long a one sums
/// noise.
///
/// @param time with its standard error by Madras and Sokal, J. Stat. Phys. 50 (1988) 109, eq. 2.19:
///     `tau sqrt((4 W + 2) / n)`; its size is `n / tau`
/// @param window the last lag summed
public record IntegratedTime(Estimate time, int window) {
    private static final int FEWEST = 8;
    private static final String SHORT = "the series is shorter than its memory: no window closes";
    private static final String ALTERNATES =
            "the memory alternates in sign: take Geyer's window, which sums pairs of lags";

    /// Geyer's initial monotone sequence (Statistical Science 7 (1992) 473): right for reversible chains.
    public static IntegratedTime geyer(double[] series) {
        String flaw = Series.flaw(series, FEWEST);
        if (!flaw.isEmpty()) {
            return none(flaw);
        }
        Geyer cut = Geyer.of(Autocovariance.of(series));
        return of(cut.time(), cut.window(), series.length);
    }

    /// Sokal's window with the usual factor, 6.
    public static IntegratedTime sokal(double[] series) {
        return sokal(series, 6);
    }

    /// Sokal's window: the least `W >= factor tau(W) / 2` (*Monte Carlo Methods in Statistical Mechanics*, Cargèse
    /// lectures 1996, section 3).
    ///
    /// @param factor between 4 and 10; 6 for a nearly exponential decay
    /// @throws Misuse for a factor that is not positive
    public static IntegratedTime sokal(double[] series, double factor) {
        if (!(factor > 0)) {
            throw new Misuse("a window of " + factor + " times tau", "a positive factor", "take 6");
        }
        String flaw = Series.flaw(series, FEWEST);
        if (!flaw.isEmpty()) {
            return none(flaw);
        }
        Autocovariance g = Autocovariance.of(series);
        if (alternates(g)) {
            return none(ALTERNATES);
        }
        double tau = 1;
        for (int w = 1; w < series.length; w++) {
            tau += 2 * g.at(w) / g.at(0);
            if (w >= factor * tau / 2) {
                return of(tau, w, series.length);
            }
        }
        return none(SHORT);
    }

    /// Wolff's window, where the bias of cutting and the noise of summing balance for a decay `S` times slower
    /// than the integrated time says, and the bias of the estimated mean corrected (Computer Physics
    /// Communications 156 (2004) 143, eq. 49 to 52), with `S = 1.5`.
    public static IntegratedTime wolff(double[] series) {
        return wolff(series, 1.5);
    }

    /// Wolff's window.
    ///
    /// @param slower `S`, between 1 and 2
    /// @throws Misuse for an `S` that is not positive
    public static IntegratedTime wolff(double[] series, double slower) {
        if (!(slower > 0)) {
            throw new Misuse("a decay " + slower + " times slower", "a positive factor", "take 1.5");
        }
        String flaw = Series.flaw(series, FEWEST);
        if (!flaw.isEmpty()) {
            return none(flaw);
        }
        Autocovariance g = Autocovariance.of(series);
        if (alternates(g)) {
            return none(ALTERNATES);
        }
        int n = series.length;
        double half = 0.5;
        for (int w = 1; w < n / 2; w++) {
            half += g.at(w) / g.at(0) * n / (n - w);
            double decay = half <= 0.5 ? 1e-9 : slower / StrictMath.log((2 * half + 1) / (2 * half - 1));
            if (StrictMath.exp(-w / decay) - decay / Math.sqrt((double) w * n) < 0) {
                double corrected = half * (1 + (2.0 * w + 1) / n) / (1 + 2 * half / n);
                double error = 4 * corrected * Math.sqrt((w + 0.5 - corrected) / n);
                return new IntegratedTime(Estimate.of(2 * corrected, error, n / (2 * corrected)), w);
            }
        }
        return none(SHORT);
    }

    private static boolean alternates(Autocovariance g) {
        return g.at(1) / g.at(0) < -2 / Math.sqrt(g.length());
    }

    private static IntegratedTime of(double tau, int window, int n) {
        return new IntegratedTime(Estimate.of(tau, tau * Math.sqrt((4.0 * window + 2) / n), n / tau), window);
    }

    private static IntegratedTime none(String why) {
        return new IntegratedTime(Estimate.none(why), 0);
    }
}
