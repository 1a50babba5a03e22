package thalweg.stan.density;

import thalweg.array.Tensor;

/// Ordered categories cut from a line: `P(y = k) = F(eta - c_{k-1}) - F(eta - c_k)`.
public final class Ordered {
    private Ordered() {}

    /// With the logistic function; `y` from 1 to one more than there are cuts.
    public static Tensor logistic(Tensor y, Tensor eta, Tensor cut) {
        Tensor lower = eta.minus(cut(y.minus(2), cut));
        Tensor upper = eta.minus(cut(y.minus(1), cut));
        Tensor first = y.less(Tensor.of(1.5));
        Tensor last = y.greater(Tensor.of(cut.count() + 0.5));
        Tensor both = first.max(last);
        Tensor gap = both.select(Tensor.of(-1), upper.minus(lower));
        Tensor inside =
                lower.plus(Special.log1mExp(gap)).minus(lower.softplus()).minus(upper.softplus());
        Tensor ends =
                first.select(upper.softplus().neg(), lower.neg().softplus().neg());
        return both.select(ends, inside);
    }

    /// With the normal distribution function.
    public static Tensor probit(Tensor y, Tensor eta, Tensor cut) {
        Tensor lower = Special.phi(eta.minus(cut(y.minus(2), cut)));
        Tensor upper = Special.phi(eta.minus(cut(y.minus(1), cut)));
        Tensor first = y.less(Tensor.of(1.5));
        Tensor last = y.greater(Tensor.of(cut.count() + 0.5));
        return first.select(Tensor.of(1), lower)
                .minus(last.select(Tensor.of(0), upper))
                .log();
    }

    private static Tensor cut(Tensor index, Tensor cut) {
        Tensor inside = index.max(Tensor.of(0)).min(Tensor.of(cut.count() - 1.0));
        return cut.gather(inside.whole());
    }
}
