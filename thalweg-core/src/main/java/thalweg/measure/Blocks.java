package thalweg.measure;

import thalweg.array.Misuse;

/// A series cut into blocks so long that their means hardly know each other: the error of the mean is
/// `sd(means) / sqrt(blocks)`.
///
/// Numbers that fill no block are left out at the beginning, where a chain is least to be trusted.
public final class Blocks {
    private final double[] means;
    private final int length;
    private final double variance;
    private final String flaw;

    private Blocks(double[] means, int length, double variance, String flaw) {
        this.means = means;
        this.length = length;
        this.variance = variance;
        this.flaw = flaw;
    }

    /// @param blocks how many, from 2 to the length of the series
    /// @throws Misuse for another number of blocks
    public static Blocks of(double[] series, int blocks) {
        if (blocks < 2 || blocks > series.length) {
            throw new Misuse(
                    blocks + " blocks of " + series.length + " numbers",
                    "from 2 to " + series.length + " blocks",
                    "take 20, so that each is many autocorrelation times long");
        }
        int length = series.length / blocks;
        int first = series.length - blocks * length;
        double[] means = new double[blocks];
        for (int b = 0; b < blocks; b++) {
            means[b] = Moments.mean(series, first + b * length, length);
        }
        return new Blocks(means, length, Moments.variance(series), Series.odd("number", series));
    }

    /// The mean of each block.
    public double[] means() {
        return means.clone();
    }

    /// Numbers in one block.
    public int length() {
        return length;
    }

    /// The mean with its error; its size is the number of independent draws of the same error.
    public Estimate mean() {
        if (!flaw.isEmpty()) {
            return Estimate.none(flaw);
        }
        double square = Moments.variance(means) / means.length;
        return Estimate.of(Moments.mean(means), Math.sqrt(square), variance / square);
    }
}
