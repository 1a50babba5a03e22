package thalweg.measure;

import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;

/// Draws of one quantity by chains of equal length, sorted once for every diagnostic that asks for order.
///
/// Draws that no diagnostic can judge are no misuse: [#flaw] says what is wrong with them, and every diagnostic of
/// them carries that sentence.
public final class Draws {
    private final double[] flat;
    private final int chains;
    private final int length;
    private final boolean finite;
    private final double mean;
    private final double sd;
    private final String flaw;
    private @Nullable RadixSort sort;

    private Draws(double[] flat, int chains, int length) {
        this.flat = flat;
        this.chains = chains;
        this.length = length;
        int odd = firstNotFinite(flat);
        this.finite = odd < 0;
        this.flaw = finite ? flawOf(flat, chains, length) : place(flat, odd, length);
        this.mean = Moments.mean(flat);
        this.sd = Math.sqrt(Moments.squares(flat, 0, flat.length, mean) / (flat.length - 1));
    }

    /// @param chains the draws of each chain, in the order in which they were drawn; copied
    /// @throws Misuse for no chain, or chains of different lengths
    public static Draws of(double[]... chains) {
        if (chains.length == 0) {
            throw new Misuse("no chain", "the draws of at least one chain", "pass one array for each chain");
        }
        int length = chains[0].length;
        double[] flat = new double[Math.multiplyExact(chains.length, length)];
        for (int k = 0; k < chains.length; k++) {
            if (chains[k].length != length) {
                throw new Misuse(
                        chains[k].length + " draws in chain " + (k + 1) + " and " + length + " in chain 1",
                        "chains of equal length",
                        "cut all chains to the shortest");
            }
            System.arraycopy(chains[k], 0, flat, k * length, length);
        }
        return new Draws(flat, chains.length, length);
    }

    public int chains() {
        return chains;
    }

    /// Draws in one chain.
    public int length() {
        return length;
    }

    /// Draws in all chains.
    public int size() {
        return flat.length;
    }

    /// Why these draws cannot be judged (too few, equal, not finite and where); empty where they can.
    public String flaw() {
        return flaw;
    }

    /// The mean of all draws.
    public double mean() {
        return mean;
    }

    /// The standard deviation of all draws, divided by `n - 1`.
    public double sd() {
        return sd;
    }

    public double median() {
        return quantile(0.5);
    }

    /// The quantile at `p`, linear between order statistics: type 7 of Hyndman and Fan (The American Statistician
    /// 50 (1996) 361), R's default. NaN where a draw is not finite.
    ///
    /// @throws Misuse for a `p` outside [0, 1]
    public double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new Misuse("a quantile at " + p, "a probability in [0, 1]", "5 % is 0.05");
        }
        return flat.length == 0 || !finite ? Double.NaN : Quantile.of(sorted(), p);
    }

    /// All draws in ascending order.
    double[] sorted() {
        return sort().sorted();
    }

    RadixSort sort() {
        RadixSort known = sort;
        if (known == null) {
            known = RadixSort.of(flat);
            sort = known;
        }
        return known;
    }

    /// All draws, chain after chain; not to be written to.
    double[] flat() {
        return flat;
    }

    /// The chains of `x`, an array laid out as the draws.
    Pieces whole(double[] x) {
        int[] starts = new int[chains];
        for (int k = 0; k < chains; k++) {
            starts[k] = k * length;
        }
        return new Pieces(x, starts, length);
    }

    /// The first and last `floor(length / 2)` numbers of each chain of `x`, an array laid out as the draws.
    Pieces halves(double[] x) {
        int half = length / 2;
        int[] starts = new int[2 * chains];
        for (int k = 0; k < chains; k++) {
            starts[2 * k] = k * length;
            starts[2 * k + 1] = (k + 1) * length - half;
        }
        return new Pieces(x, starts, half);
    }

    private static int firstNotFinite(double[] flat) {
        for (int i = 0; i < flat.length; i++) {
            if (!Double.isFinite(flat[i])) {
                return i;
            }
        }
        return -1;
    }

    private static String place(double[] flat, int i, int length) {
        return "draw " + (i % length + 1) + " of chain " + (i / length + 1) + " is " + flat[i];
    }

    private static String flawOf(double[] flat, int chains, int length) {
        if (length < 4) {
            return length + (length == 1 ? " draw" : " draws") + " a chain: at least 4 are needed";
        }
        for (double x : flat) {
            if (x != flat[0]) {
                return "";
            }
        }
        return "all " + chains * length + " draws are equal to " + flat[0];
    }
}
