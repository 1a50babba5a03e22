package thalweg.room.law.tail;

/// The Kolmogorov-Smirnov distance between a power law and the points of a sample above its `x_min`,
///
///     D = sup over x of |S(x) - P(x)|,
///
/// at both limits of every step of `S`. Empirical and fitted survival both fall with `x`, so over a block of
/// neighbouring points the deviation is at most what the survivals at its two ends allow: blocks that cannot
/// hold the greatest deviation are never looked into, and the value found is the one a look at every point
/// gives.
final class Distance {
    /// What rounding may take from the ordering of two survivals.
    private static final double ROUNDING = 1e-13;

    private final Sample sample;
    private final double[] stackBound = new double[96];
    private final int[] stackLow = new int[96];
    private final int[] stackHigh = new int[96];
    private final double[] stackUpper = new double[96];
    private final double[] stackLower = new double[96];

    private PowerTail law;
    private int start;
    private double points;
    private double greatest;
    private int witness;
    private double at;
    private double beyond;

    Distance(Sample sample, PowerTail law, int start) {
        this.sample = sample;
        this.law = law;
        this.start = start;
        this.points = sample.above(start);
        this.witness = start;
    }

    /// Takes a new law for the points from the distinct value `newStart` on.
    void reset(PowerTail newLaw, int newStart) {
        law = newLaw;
        start = newStart;
        points = sample.above(newStart);
        greatest = 0;
        witness = newStart;
    }

    /// The greatest deviation found; the distance, unless [#measure] was cut short.
    double greatest() {
        return greatest;
    }

    /// Where it was found.
    int witness() {
        return witness;
    }

    /// Looks at the `j`-th distinct value alone; whether the deviation there is above `limit`.
    boolean exceedsAt(int j, double limit) {
        look(j);
        return greatest > limit;
    }

    /// Finds the distance, or stops as soon as it is known to be above `limit`.
    ///
    /// @return whether the distance is at or below `limit`
    boolean measure(double limit) {
        int last = sample.distinct() - 1;
        look(start);
        double beyondStart = beyond;
        look(last);
        int depth = push(0, start, last, beyondStart, at);
        while (depth > 0 && greatest <= limit) {
            depth--;
            if (stackBound[depth] <= greatest) {
                continue;
            }
            int low = stackLow[depth];
            int high = stackHigh[depth];
            double top = stackUpper[depth];
            double bottom = stackLower[depth];
            int middle = (low + high) >>> 1;
            look(middle);
            int before = depth;
            depth = push(depth, low, middle, top, at);
            depth = push(depth, middle, high, beyond, bottom);
            if (depth == before + 2 && stackBound[before] > stackBound[before + 1]) {
                swap(before);
            }
        }
        return greatest <= limit;
    }

    /// Takes both limits of the step at the `j`-th distinct value into account.
    private void look(int j) {
        at = law.survival(sample.value(j), sample.log(j));
        beyond = sample.discrete() ? law.beyond(sample.value(j), sample.log(j)) : at;
        double deviation =
                Math.max(Math.abs(sample.above(j) / points - at), Math.abs(sample.above(j + 1) / points - beyond));
        if (deviation > greatest) {
            greatest = deviation;
            witness = j;
        }
    }

    /// Keeps the open block between two points that were looked at, unless it cannot hold the greatest
    /// deviation.
    ///
    /// @param upper the fitted survival beyond the lower point
    /// @param lower the fitted survival at the upper point
    private int push(int depth, int low, int high, double upper, double lower) {
        if (high - low < 2) {
            return depth;
        }
        double bound = ROUNDING + Math.max(sample.above(low + 1) / points - lower, upper - sample.above(high) / points);
        if (bound <= greatest) {
            return depth;
        }
        stackBound[depth] = bound;
        stackLow[depth] = low;
        stackHigh[depth] = high;
        stackUpper[depth] = upper;
        stackLower[depth] = lower;
        return depth + 1;
    }

    private void swap(int at) {
        swap(stackBound, at);
        swap(stackUpper, at);
        swap(stackLower, at);
        swap(stackLow, at);
        swap(stackHigh, at);
    }

    private static void swap(double[] a, int at) {
        double kept = a[at];
        a[at] = a[at + 1];
        a[at + 1] = kept;
    }

    private static void swap(int[] a, int at) {
        int kept = a[at];
        a[at] = a[at + 1];
        a[at + 1] = kept;
    }
}
