package thalweg.measure;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import thalweg.array.Key;
import thalweg.array.Misuse;

/// The law of a statistic, as it comes out when the rows of the data are drawn again with replacement.
///
/// Efron, Annals of Statistics 7 (1979) 1; in blocks, for series with a memory: Politis and Romano in *Exploring
/// the Limits of Bootstrap* (1992) 263.
public final class Bootstrap {
    private final double value;
    private final double[] replicas;
    private final String remark;

    private Bootstrap(double value, double[] replicas) {
        this.value = value;
        this.remark = Double.isFinite(value) ? Series.odd("replica", replicas) : "the statistic is " + value;
        this.replicas = replicas.clone();
        Arrays.sort(this.replicas);
    }

    /// Of independent numbers.
    ///
    /// @throws Misuse for no numbers or fewer than 2 replicas
    public static Bootstrap of(double[] x, ToDoubleFunction<double[]> statistic, int replicas, Key key) {
        return of(x, statistic, 1, replicas, key);
    }

    /// Of a series, in blocks of `length` neighbours, its end joined to its beginning.
    ///
    /// @param length of a block: several autocorrelation times
    /// @throws Misuse for no numbers, a length that is not in it, or fewer than 2 replicas
    public static Bootstrap of(double[] x, ToDoubleFunction<double[]> statistic, int length, int replicas, Key key) {
        return ofRows(x.length, rows -> statistic.applyAsDouble(taken(x, rows)), length, replicas, key);
    }

    /// Of rows: the statistic is given the numbers of the rows that were drawn.
    ///
    /// @throws Misuse for no rows, a length of blocks that is not in them, or fewer than 2 replicas
    public static Bootstrap ofRows(int rows, ToDoubleFunction<int[]> statistic, int length, int replicas, Key key) {
        if (rows < 1 || length < 1 || length > rows || replicas < 2) {
            throw new Misuse(
                    replicas + " replicas of " + rows + " rows in blocks of " + length,
                    "at least 2 replicas, and blocks no longer than the data",
                    "take 1000 replicas, and blocks of 1 for independent rows");
        }
        int[] all = new int[rows];
        for (int i = 0; i < rows; i++) {
            all[i] = i;
        }
        double value = statistic.applyAsDouble(all);
        double[] replica = new double[replicas];
        for (int r = 0; r < replicas; r++) {
            long[] start = key.fold(r).integers((rows + length - 1) / length, rows);
            int[] drawn = new int[rows];
            for (int i = 0; i < rows; i++) {
                drawn[i] = (int) ((start[i / length] + i % length) % rows);
            }
            replica[r] = statistic.applyAsDouble(drawn);
        }
        return new Bootstrap(value, replica);
    }

    /// The statistic of the data with the standard deviation of the replicas.
    public Estimate estimate() {
        return remark.isEmpty()
                ? Estimate.of(value, Math.sqrt(Moments.variance(replicas)), Double.NaN)
                : Estimate.bare(value, remark);
    }

    /// Mean of the replicas less the statistic of the data.
    public double bias() {
        return Moments.mean(replicas) - value;
    }

    /// The interval that leaves equal parts of the replicas on both sides.
    ///
    /// @throws Misuse for a mass outside (0, 1)
    public Interval interval(double mass) {
        return Interval.equalTailed(replicas, mass);
    }

    /// The statistic of each drawing, ascending.
    public double[] replicas() {
        return replicas.clone();
    }

    private static double[] taken(double[] x, int[] rows) {
        double[] y = new double[rows.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = x[rows[i]];
        }
        return y;
    }
}
