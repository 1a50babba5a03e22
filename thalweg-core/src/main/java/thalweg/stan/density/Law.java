package thalweg.stan.density;

import thalweg.array.Tensor;

/// The log density of a law of single numbers, given scalars and vectors of one length.
@FunctionalInterface
public interface Law {
    /// Adds the parts of `log p(y | a)`.
    void at(Sum out, Tensor y, Tensor[] a);

    /// Where parts go.
    interface Sum {
        void add(Tensor part);

        default void minus(Tensor part) {
            add(part.neg());
        }

        /// Adds `a b`.
        default void product(Tensor a, Tensor b) {
            add(a.times(b));
        }

        /// Adds `a log b`, which is 0 where `a` is.
        default void timesLog(Tensor a, Tensor b) {
            if (b.rank() == 0 && a.rank() > 0) {
                product(a, b.log());
            } else {
                add(Special.timesLog(a, b));
            }
        }

        default void add(double part) {
            add(Tensor.of(part));
        }
    }

    /// `log p(y | a)` for each outcome, in the common shape.
    default Tensor each(Tensor y, Tensor... a) {
        Tensor[] sum = {Tensor.of(0)};
        at(part -> sum[0] = sum[0].plus(part), y, a);
        return sum[0];
    }
}
