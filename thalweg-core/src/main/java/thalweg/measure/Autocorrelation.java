package thalweg.measure;

import java.util.Arrays;
import thalweg.array.Misuse;

/// How much a series remembers of itself,
///
///     rho_t = g(t) / g(0),    g(t) = (1 / n) sum_i (x_i - m)(x_{i+t} - m).
///
/// Divided by `n`, not by `n - t`: then the sequence is positive definite (Priestley, *Spectral Analysis and Time
/// Series*, 1981, section 5.3).
public final class Autocorrelation {
    private final double[] rho;
    private final String remark;

    private Autocorrelation(double[] rho, String remark) {
        this.rho = rho;
        this.remark = remark;
    }

    /// The lags 0 to `last` of one series, by FFT where they are many.
    ///
    /// @throws Misuse for a lag that the series does not have
    public static Autocorrelation of(double[] series, int last) {
        if (last < 0 || last >= Math.max(series.length, 1)) {
            throw new Misuse(
                    "lag " + last + " of a series of " + series.length + " numbers",
                    "a lag from 0 to the length less 1",
                    "ask for fewer lags");
        }
        double[] rho = new double[last + 1];
        String flaw = Series.flaw(series, 2);
        if (!flaw.isEmpty()) {
            Arrays.fill(rho, Double.NaN);
            return new Autocorrelation(rho, flaw);
        }
        Autocovariance g = Autocovariance.of(series);
        g.at(last);
        for (int t = 0; t <= last; t++) {
            rho[t] = g.at(t) / g.at(0);
        }
        return new Autocorrelation(rho, "");
    }

    /// `rho_lag`; NaN where there is a [#remark].
    public double at(int lag) {
        return rho[lag];
    }

    /// The greatest lag.
    public int last() {
        return rho.length - 1;
    }

    /// All lags from 0.
    public double[] values() {
        return rho.clone();
    }

    /// Why there is no autocorrelation; empty where there is one.
    public String remark() {
        return remark;
    }
}
