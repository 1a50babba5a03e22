package thalweg.measure;

import java.util.function.ToDoubleFunction;
import thalweg.array.Misuse;

/// The error of a function of means, from leaving out one block of draws after the other,
///
///     error^2 = (B - 1) / B sum_b (f_b - f_mean)^2,    bias = (B - 1)(f_mean - f).
///
/// Blocks must be longer than the memory of the series. Quenouille, Biometrika 43 (1956) 353; Miller, Biometrika
/// 61 (1974) 1.
///
/// @param value `f` of the means of all draws
/// @param bias of the value, to first order in `1 / n`
/// @param error standard error
/// @param remark why there is none; empty where there is
public record Jackknife(double value, double bias, double error, String remark) {
    /// @param observables one series each, all of one length
    /// @param blocks how many blocks; numbers that fill none are left out at the beginning
    /// @param f a function of the means, in the order of the observables
    /// @throws Misuse for no series, series of different lengths or a number of blocks that does not fit
    public static Jackknife of(double[][] observables, int blocks, ToDoubleFunction<double[]> f) {
        if (observables.length == 0) {
            throw new Misuse("no observable", "at least one series", "pass one array for each observable");
        }
        double[][] means = new double[observables.length][];
        double[] all = new double[observables.length];
        for (int k = 0; k < means.length; k++) {
            if (observables[k].length != observables[0].length) {
                throw new Misuse(
                        "series of " + observables[0].length + " and " + observables[k].length + " numbers",
                        "series of one length",
                        "measure all observables on the same draws");
            }
            String odd = Series.odd("number", observables[k]);
            if (!odd.isEmpty()) {
                String which = observables.length == 1 ? odd : odd + " in observable " + (k + 1);
                return new Jackknife(Double.NaN, Double.NaN, Double.NaN, which);
            }
            means[k] = Blocks.of(observables[k], blocks).means();
            all[k] = Moments.mean(means[k]);
        }
        double[] left = new double[blocks];
        for (int b = 0; b < blocks; b++) {
            double[] others = new double[means.length];
            for (int k = 0; k < means.length; k++) {
                others[k] = all[k] + (all[k] - means[k][b]) / (blocks - 1);
            }
            left[b] = f.applyAsDouble(others);
        }
        double value = f.applyAsDouble(all);
        double mean = Moments.mean(left);
        double square = Moments.squares(left, 0, blocks, mean) * (blocks - 1) / blocks;
        String odd =
                Double.isFinite(value) ? Series.odd("the function without block", left) : "the function is " + value;
        return new Jackknife(value, (blocks - 1) * (mean - value), Math.sqrt(square), odd);
    }

    /// The value less its bias, with its error.
    public Estimate estimate() {
        return remark.isEmpty() ? Estimate.of(value - bias, error, Double.NaN) : Estimate.none(remark);
    }
}
