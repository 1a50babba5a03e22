package thalweg.landscape;

import thalweg.array.Tensor;

/// A landscape: `E(x)`, a scalar function of a tree of tensors in pure tensor code.
///
/// @param <S> the place: a tensor, or records and lists of tensors
@FunctionalInterface
public interface Energy<S> {
    /// The height at a place, a scalar.
    Tensor at(S place);

    /// The door for algorithms on plain arrays, for places shaped like the example. An energy that has its slope
    /// written by hand overrides this by [Flat#written].
    default Flat<S> flat(S example) {
        return Flat.of(this, example);
    }
}
