package thalweg.room.law.tail;

/// The continuous power law:
///
///     p(x) = (alpha - 1) / x_min (x / x_min)^-alpha,   x_min <= x
///
/// and with an end, `x <= x_max`, the same normalised to that range, where alpha may be any number.
/// Clauset, Shalizi and Newman, SIAM Rev. 51 (2009) 661, eq. 2.2 and 3.1.
public final class Pareto implements PowerTail {
    private final double alpha;
    private final double min;
    private final double max;
    private final double logMin;
    private final double length;
    private final Jet norm;

    /// @param max where it ends, infinity for nowhere; then `alpha > 1`
    public Pareto(double alpha, double min, double max) {
        this.alpha = alpha;
        this.min = min;
        this.max = max;
        this.logMin = StrictMath.log(min);
        this.length = max == Double.POSITIVE_INFINITY ? max : StrictMath.log(max / min);
        this.norm = PowerSum.geometric(alpha - 1, length);
    }

    /// `alpha = 1 + n / sum ln(x / x_min)`, exact; with an end, the alpha that gives `ln(x / x_min)` the
    /// sample's mean.
    static Pareto fit(Sample sample, int i, double min) {
        double mean = sample.mean(i, min);
        double max = sample.bound();
        if (max == Double.POSITIVE_INFINITY) {
            return new Pareto(1 + 1 / mean, min, max);
        }
        double length = StrictMath.log(max / min);
        double low = mean < length / 2 ? 0 : -2 / (length - mean);
        double high = mean < length / 2 ? 2 / mean : 0;
        Pareto law = new Pareto(1 + (low + high) / 2, min, max);
        for (int step = 0; step < 200; step++) {
            double rate = law.alpha - 1;
            double excess = law.mean() - mean;
            if (excess > 0) {
                low = rate;
            } else {
                high = rate;
            }
            double next = rate + excess / law.information();
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            if (Math.abs(next - rate) <= 0x1p-51 * Math.max(1, Math.abs(rate)) || next == low || next == high) {
                break;
            }
            law = new Pareto(1 + next, min, max);
        }
        return law;
    }

    /// The mean of `ln(x / x_min)`.
    private double mean() {
        return -norm.first() / norm.value();
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
        return -alpha * StrictMath.log(x / min) - StrictMath.log(norm.value() * min);
    }

    @Override
    public double information() {
        return norm.second() / norm.value() - mean() * mean();
    }

    @Override
    public double survival(double x, double log) {
        double t = log - logMin;
        double fall = StrictMath.exp((1 - alpha) * t);
        if (length == Double.POSITIVE_INFINITY) {
            return fall;
        }
        return fall * PowerSum.geometric(alpha - 1, Math.max(0, length - t)).value() / norm.value();
    }

    @Override
    public double beyond(double x, double log) {
        return survival(x, log);
    }

    @Override
    public double quantile(double u) {
        double rate = alpha - 1;
        double t;
        if (length == Double.POSITIVE_INFINITY) {
            t = -StrictMath.log(u) / rate;
        } else if (rate == 0) {
            t = (1 - u) * length;
        } else { // 1 - exp(-rate t) = (1 - u) (1 - exp(-rate length))
            t = -StrictMath.log1p((1 - u) * StrictMath.expm1(-rate * length)) / rate;
        }
        return Math.min(Math.min(max, Double.MAX_VALUE), min * StrictMath.exp(t));
    }
}
