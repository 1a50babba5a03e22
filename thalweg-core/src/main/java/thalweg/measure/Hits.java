package thalweg.measure;

import org.jspecify.annotations.Nullable;

/// The autocovariance of the indicator of `x <= level`, exact: one bit a draw, and the products of a lag are the
/// ones that two shifted rows of bits share.
final class Hits implements Lags {
    private static final int DIRECT = 256;

    private final Pieces pieces;
    private final double level;
    private final long[][] bits;
    private final long[] rare;
    private final double[] means;
    private @Nullable Autocovariance far;

    Hits(Pieces pieces, double level) {
        this.pieces = pieces;
        this.level = level;
        this.bits = new long[pieces.count()][(pieces.length() + 63) / 64 + DIRECT / 64 + 1];
        this.rare = new long[pieces.count()];
        this.means = new double[pieces.count()];
        for (int k = 0; k < bits.length; k++) {
            fill(k);
        }
    }

    /// Where more than half are hits their complement is kept: the autocovariance is the same, and small numbers
    /// cancel less.
    private void fill(int k) {
        int n = pieces.length();
        int start = pieces.starts()[k];
        long hits = 0;
        for (int i = 0; i < n; i++) {
            long hit = pieces.x()[start + i] <= level ? 1 : 0;
            bits[k][i >> 6] |= hit << i;
            hits += hit;
        }
        means[k] = (double) hits / n;
        rare[k] = hits;
        if (2 * hits > n) {
            rare[k] = n - hits;
            for (int word = 0; word << 6 < n; word++) {
                int used = Math.min(n - (word << 6), 64);
                bits[k][word] = ~bits[k][word] & -1L >>> (64 - used);
            }
        }
    }

    @Override
    public int count() {
        return pieces.count();
    }

    @Override
    public int length() {
        return pieces.length();
    }

    @Override
    public double[] means() {
        return means.clone();
    }

    @Override
    public double at(int lag) {
        if (lag >= DIRECT) {
            return far().at(lag);
        }
        int n = pieces.length();
        double sum = 0;
        for (int k = 0; k < bits.length; k++) {
            double mean = (double) rare[k] / n;
            long ends = 2 * rare[k] - ones(bits[k], 0, lag) - ones(bits[k], n - lag, n);
            sum += shared(bits[k], lag) - mean * ends + (n - lag) * mean * mean;
        }
        return sum / n / count();
    }

    private Autocovariance far() {
        Autocovariance made = far;
        if (made == null) {
            double[] x = new double[pieces.x().length];
            for (int i = 0; i < x.length; i++) {
                x[i] = pieces.x()[i] <= level ? 1 : 0;
            }
            made = new Autocovariance(new Pieces(x, pieces.starts(), pieces.length()));
            far = made;
        }
        return made;
    }

    /// How many `i` have both bit `i` and bit `i + lag`; bits beyond the length are zero.
    private long shared(long[] row, int lag) {
        int words = (pieces.length() + 63) / 64;
        int skip = lag >> 6;
        int shift = lag & 63;
        long common = 0;
        for (int i = 0; i < words; i++) {
            // A shift by 64 - shift in two steps, so that it clears the word where shift is 0.
            common += Long.bitCount(row[i] & (row[i + skip] >>> shift | row[i + skip + 1] << 1 << (63 - shift)));
        }
        return common;
    }

    /// How many of the bits `from .. to - 1` are set.
    private static long ones(long[] row, int from, int to) {
        long sum = 0;
        int i = from;
        while (i < to) {
            int end = Math.min(to, (i | 63) + 1);
            long word = row[i >> 6] >>> i;
            sum += Long.bitCount(end - i < 64 ? word & ((1L << (end - i)) - 1) : word);
            i = end;
        }
        return sum;
    }
}
