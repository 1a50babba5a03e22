package thalweg.measure;

import java.util.ArrayList;
import java.util.List;

/// The error of a mean from means of bins that double in length, until it no longer grows: the bins are then
/// longer than the memory of the series.
///
/// Flyvbjerg and Petersen, J. Chem. Phys. 91 (1989) 461. The level is chosen by the balance of cutting and
/// scatter, the first with `length^3 > 2 n tau^2`, `tau = (error / error of level 0)^2`: Wolff, Computer Physics
/// Communications 156 (2004) 143; Lee, Mueller, Mezzacapo and Alfe, Phys. Rev. E 83 (2011) 066706.
public final class Binning {
    private final double mean;
    private final List<Level> levels;
    private final String flaw;

    private Binning(double mean, List<Level> levels, String flaw) {
        this.mean = mean;
        this.levels = List.copyOf(levels);
        this.flaw = flaw;
    }

    /// The error at one length of bins.
    ///
    /// @param length numbers in a bin
    /// @param bins how many bins
    /// @param error of the mean, from the scatter of bins
    /// @param uncertainty of that error, `error / sqrt(2 (bins - 1))`
    public record Level(int length, int bins, double error, double uncertainty) {}

    public static Binning of(double[] series) {
        String flaw = Series.flaw(series, 16);
        List<Level> levels = new ArrayList<>();
        if (!flaw.isEmpty()) {
            return new Binning(Double.NaN, levels, flaw);
        }
        double[] bin = series.clone();
        for (int length = 1; bin.length >= 4; length *= 2) {
            double error = Math.sqrt(Moments.variance(bin) / bin.length);
            levels.add(new Level(length, bin.length, error, error / Math.sqrt(2.0 * (bin.length - 1))));
            double[] wider = new double[bin.length / 2];
            int odd = bin.length % 2;
            for (int i = 0; i < wider.length; i++) {
                wider[i] = 0.5 * (bin[odd + 2 * i] + bin[odd + 2 * i + 1]);
            }
            bin = wider;
        }
        return new Binning(Moments.mean(series), levels, "");
    }

    /// All levels, bins of 1, 2, 4, ... numbers; empty where nothing can be said.
    public List<Level> levels() {
        return levels;
    }

    /// The mean with the error of the chosen level; its size is the number of independent draws of the same error.
    public Estimate mean() {
        if (!flaw.isEmpty()) {
            return Estimate.none(flaw);
        }
        Level single = levels.getFirst();
        for (Level level : levels) {
            double tau = Moments.square(level.error() / single.error());
            double cube = (double) level.length() * level.length() * level.length();
            if (cube > 2.0 * single.bins() * tau * tau) {
                return Estimate.of(mean, level.error(), single.bins() / tau);
            }
        }
        Level last = levels.getLast();
        double tau = Moments.square(last.error() / single.error());
        return Estimate.of(mean, last.error(), single.bins() / tau)
                .with("the series is too short: the error still grows with the length of bins");
    }
}
