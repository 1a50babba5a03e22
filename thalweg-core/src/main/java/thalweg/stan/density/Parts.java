package thalweg.stan.density;

import org.jspecify.annotations.Nullable;
import thalweg.array.Tensor;

/// A log density as a sum of parts, each the same for all outcomes (a scalar) or one an outcome.
///
/// What is the same is computed once and counted; what depends on data alone is a number.
public final class Parts implements Law.Sum {
    private final int count;
    private final boolean keep;
    private @Nullable Tensor same;
    private @Nullable Tensor each;
    private double known;

    /// @param count of outcomes
    /// @param keep whether parts without parameters count
    public Parts(int count, boolean keep) {
        this.count = count;
        this.keep = keep;
    }

    @Override
    public void add(Tensor part) {
        put(part);
    }

    /// Adds a part: a scalar, or a vector of one number an outcome.
    @Override
    public void product(Tensor a, Tensor b) {
        if (!a.isTraced() && a.rank() == 1 && b.isTraced() && b.rank() == 0) {
            sum(b.times(sum(a.reals())));
        } else {
            put(a.times(b));
        }
    }

    private void put(Tensor part) {
        if (!part.isTraced()) {
            if (keep) {
                known += part.rank() == 0 ? part.value() * count : sum(part.reals());
            } else if (!finite(part.reals())) {
                known = Double.NEGATIVE_INFINITY;
            }
        } else if (part.rank() == 0) {
            same = same == null ? part : same.plus(part);
        } else {
            each = each == null ? part : each.plus(part);
        }
    }

    /// Adds a part that is already a sum over all outcomes.
    public void sum(Tensor part) {
        if (!part.isTraced()) {
            known += keep ? part.value() : 0;
        } else if (count > 0) {
            Tensor one = part.over((double) count);
            same = same == null ? one : same.plus(one);
        }
    }

    /// The sum over all outcomes.
    public Tensor total() {
        Tensor sum = Tensor.of(known);
        if (same != null) {
            sum = plus(count == 1 ? same : same.times((double) count), sum);
        }
        return each == null ? sum : plus(each.sum(), sum);
    }

    private static Tensor plus(Tensor x, Tensor known) {
        return known.isTraced() || known.value() != 0 ? x.plus(known) : x;
    }

    private static double sum(double[] x) {
        double sum = 0;
        for (double one : x) {
            sum += one;
        }
        return sum;
    }

    private static boolean finite(double[] x) {
        for (double one : x) {
            if (one == Double.NEGATIVE_INFINITY) {
                return false;
            }
        }
        return true;
    }
}
