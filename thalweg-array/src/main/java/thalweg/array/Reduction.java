package thalweg.array;

import java.util.List;

/// Operations that fold axes away, or run along one.
public sealed interface Reduction extends Op {
    /// The sum over some axes, which disappear.
    record Sum(List<Integer> axes) implements Reduction {
        public Sum {
            axes = List.copyOf(axes);
        }
    }

    /// The largest element over some axes; NaN if one is NaN.
    record Greatest(List<Integer> axes) implements Reduction {
        public Greatest {
            axes = List.copyOf(axes);
        }
    }

    /// The product over one axis.
    record Product(int axis) implements Reduction {}

    /// The index (I64) of the first largest element along one axis.
    record ArgMax(int axis) implements Reduction {}

    /// `y_i = x_0 + ... + x_i` along one axis.
    record PrefixSum(int axis) implements Reduction {}
}
