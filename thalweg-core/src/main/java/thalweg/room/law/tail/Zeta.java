package thalweg.room.law.tail;

/// The discrete power law, Zipf's:
///
///     p(k) = k^-alpha / zeta(alpha, x_min),   k = x_min, x_min + 1, ...
///
/// and with an end the same normalised to `k <= x_max`. Its alpha is the exact maximum of the likelihood, not
/// the continuous formula shifted by one half, which is wrong by 0.12 at `x_min = 1` for the words of Moby
/// Dick. Clauset, Shalizi and Newman, SIAM Rev. 51 (2009) 661, eq. 2.4 and 3.5.
public final class Zeta implements PowerTail {
    /// No draw goes beyond; an alpha close to 1 would.
    private static final double FARTHEST = 0x1p1000;

    private final double alpha;
    private final double min;
    private final double max;
    private final double logMin;
    private final PowerSum sum;

    /// @param max the last integer, infinity for none; then `alpha > 1`
    public Zeta(double alpha, double min, double max) {
        this.alpha = alpha;
        this.min = min;
        this.max = max;
        this.logMin = StrictMath.log(min);
        this.sum = PowerSum.between(alpha, min, max);
    }

    /// Newton's method on `1 / mean ln(k / x_min)`, which is nearly a straight line in alpha, inside a bracket.
    static Zeta fit(Sample sample, int i, double min, double near) {
        double mean = sample.mean(i, min);
        double max = sample.bound();
        boolean open = max == Double.POSITIVE_INFINITY;
        double low = open ? 1 : Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double alpha = near > low ? near : 1 + 1 / mean;
        Zeta law = new Zeta(alpha, min, max);
        for (int step = 0; step < 100; step++) {
            double found = law.sum.mean();
            if (found > mean) {
                low = alpha;
            } else {
                high = alpha;
            }
            double next = alpha + (found - mean) * found / (mean * law.sum.variance());
            if (!(next > low && next < high)) {
                next = inside(low, high);
            }
            if (Math.abs(next - alpha) <= 0x1p-51 * Math.abs(next)) {
                break;
            }
            alpha = next;
            law = new Zeta(alpha, min, max);
        }
        return law;
    }

    private static double inside(double low, double high) {
        if (high == Double.POSITIVE_INFINITY) {
            return low == Double.NEGATIVE_INFINITY ? 0 : low + Math.max(1, Math.abs(low));
        }
        return low == Double.NEGATIVE_INFINITY ? high - Math.max(1, Math.abs(high)) : (low + high) / 2;
    }

    @Override
    public double alpha() {
        return alpha;
    }

    @Override
    public double min() {
        return min;
    }

    @Override
    public double max() {
        return max;
    }

    @Override
    public double log(double x) {
        return -alpha * StrictMath.log(x / min) - StrictMath.log(sum.value());
    }

    @Override
    public double information() {
        return sum.variance();
    }

    @Override
    public double survival(double x, double log) {
        if (max == Double.POSITIVE_INFINITY) {
            return StrictMath.exp(alpha * (logMin - log)) * PowerSum.value(alpha, x) / sum.value();
        }
        return x > max
                ? 0
                : StrictMath.exp(alpha * (logMin - log))
                        * PowerSum.between(alpha, x, max).value()
                        / sum.value();
    }

    @Override
    public double beyond(double x, double log) {
        return survival(x + 1, log + StrictMath.log1p(1 / x));
    }

    /// The largest `k` whose survival is at least `u`.
    @Override
    public double quantile(double u) {
        double low = min;
        double last = Math.min(max, FARTHEST);
        double high = Math.min(last, 2 * min);
        while (high < last && survival(high, StrictMath.log(high)) >= u) {
            low = high;
            high = Math.min(last, 2 * high);
        }
        if (survival(high, StrictMath.log(high)) >= u) {
            return high;
        }
        while (high - low > Math.max(1, Math.ulp(low))) {
            double middle = Math.floor(low + (high - low) / 2);
            if (survival(middle, StrictMath.log(middle)) >= u) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
