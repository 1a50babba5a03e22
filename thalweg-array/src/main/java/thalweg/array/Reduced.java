package thalweg.array;

import java.util.ArrayList;
import java.util.List;

/// The reductions a tensor offers; no axes means all of them.
sealed interface Reduced permits Tensor {
    Tensor self();

    default Tensor sum(int... axes) {
        return new Reduction.Sum(axes(self(), axes)).of(self());
    }

    default Tensor mean(int... axes) {
        Tensor sum = sum(axes);
        return sum.over((double) self().count() / Math.max(sum.count(), 1));
    }

    /// The largest element.
    default Tensor greatest(int... axes) {
        return new Reduction.Greatest(axes(self(), axes)).of(self());
    }

    /// The smallest element.
    default Tensor least(int... axes) {
        return self().neg().greatest(axes).neg();
    }

    default Tensor product(int axis) {
        return new Reduction.Product(self().shape().axis(axis)).of(self());
    }

    /// The index (I64) of the first largest element.
    default Tensor argMax(int axis) {
        return new Reduction.ArgMax(self().shape().axis(axis)).of(self());
    }

    /// `y_i = x_0 + ... + x_i`.
    default Tensor prefixSum(int axis) {
        return new Reduction.PrefixSum(self().shape().axis(axis)).of(self());
    }

    /// `log sum exp x`, without overflow.
    default Tensor logSumExp(int... axes) {
        List<Integer> all = axes(self(), axes);
        Tensor top = self().greatest(axes).stop();
        Tensor shifted = self().minus(new Move.Expand(all, self().shape()).of(top));
        return shifted.exp().sum(axes).log().plus(top);
    }

    /// `exp x / sum exp x` along an axis.
    default Tensor softmax(int axis) {
        return self().minus(new Move.Expand(List.of(self().shape().axis(axis)), self().shape()).of(logSumExp(axis)))
                .exp();
    }

    private static List<Integer> axes(Tensor x, int... axes) {
        List<Integer> list = new ArrayList<>();
        if (axes.length == 0) {
            for (int a = 0; a < x.rank(); a++) {
                list.add(a);
            }
        }
        for (int axis : axes) {
            list.add(x.shape().axis(axis));
        }
        list.sort(null);
        return list;
    }
}
