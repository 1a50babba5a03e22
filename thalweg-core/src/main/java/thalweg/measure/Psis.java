package thalweg.measure;

import thalweg.array.Misuse;

/// Importance weights whose largest are replaced by the quantiles of a fitted Pareto law, and the shape of that
/// law, which tells whether the weights may be used at all.
///
///     tail = the ceil(min(S / 5, 3 sqrt(S / r))) largest weights,    w_(i) = quantile((i - 1/2) / tail)
///
/// Vehtari, Simpson, Gelman, Yao and Gabry, *Pareto smoothed importance sampling*, JMLR 25 (2024) 72.
///
/// A shape above 0.7 says that the weighted means do not settle at any practical number of draws.
public final class Psis {
    private static final int SHORTEST = 5;
    private static final double LIMIT = 0.7;

    private final double[] log;
    private final Outcome shape;

    private Psis(double[] log, Outcome shape) {
        this.log = log;
        this.shape = shape;
    }

    /// Of independent draws.
    public static Psis of(double[] logWeights) {
        return of(logWeights, 1);
    }

    /// @param logWeights natural logarithms, finite, up to a common constant
    /// @param efficiency `r`, effective size of the draws over their number; 1 where they are independent
    /// @throws Misuse for an efficiency that is not positive
    public static Psis of(double[] logWeights, double efficiency) {
        if (!(efficiency > 0)) {
            throw new Misuse("an efficiency of " + efficiency, "a positive number", "pass 1 for independent draws");
        }
        int n = logWeights.length;
        String odd = Series.odd("log weight", logWeights);
        if (!odd.isEmpty()) {
            double[] none = new double[n];
            java.util.Arrays.fill(none, Double.NaN);
            return new Psis(none, Outcome.none(odd));
        }
        RadixSort sort = RadixSort.of(logWeights);
        double[] sorted = sort.sorted();
        int tail = (int) Math.ceil(Math.min(0.2 * n, 3 * Math.sqrt(n / efficiency)));
        Outcome shape;
        double[] log = logWeights.clone();
        if (tail < SHORTEST) {
            shape = Outcome.none(n + " weights: no tail of at least " + SHORTEST + " of them to fit");
        } else if (sorted[n - 1] == sorted[n - tail]) {
            shape = Outcome.none("the " + tail + " largest weights are equal");
        } else {
            shape = smooth(sort, tail, log);
        }
        double total = LogSum.of(log);
        for (int i = 0; i < n; i++) {
            log[i] -= total;
        }
        return new Psis(log, shape);
    }

    /// Replaces the largest weights in `log`.
    private static Outcome smooth(RadixSort sort, int tail, double[] log) {
        int n = log.length;
        double greatest = sort.sorted()[n - 1];
        double cut = StrictMath.exp(sort.sorted()[n - tail - 1] - greatest);
        double[] beyond = new double[tail];
        for (int i = 0; i < tail; i++) {
            beyond[i] = StrictMath.exp(sort.sorted()[n - tail + i] - greatest) - cut;
        }
        ParetoTail law = ParetoTail.fit(beyond);
        if (!Double.isFinite(law.k())) {
            return Outcome.none("no Pareto law fits the " + tail + " largest weights");
        }
        for (int i = 0; i < tail; i++) {
            double smoothed = StrictMath.log(law.quantile((i + 0.5) / tail) + cut);
            log[sort.order()[n - tail + i]] = greatest + Math.min(smoothed, 0);
        }
        return new Outcome(law.k(), law.k() > LIMIT ? "above 0.7: means with these weights do not settle" : "");
    }

    /// The shape k of the tail.
    public Outcome shape() {
        return shape;
    }

    /// The logarithms of the smoothed weights, normalised to sum 1; as they were given where there is no shape.
    public double[] log() {
        return log.clone();
    }

    /// The smoothed weights, for means.
    public Weights weights() {
        return Weights.of(log);
    }
}
