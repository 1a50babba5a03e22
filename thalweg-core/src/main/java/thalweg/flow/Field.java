package thalweg.flow;

import thalweg.array.Tensor;

/// A first-order motion: `dx/dt = f(t, x)`.
///
/// @param <S> the place
@FunctionalInterface
public interface Field<S> {
    /// The velocity at a time and place, shaped like the place, in pure tensor code.
    ///
    /// @param t a scalar tensor
    S at(Tensor t, S x);

    /// The door for integrators, for places shaped like the example; a field written by hand on plain arrays
    /// overrides this by [Rate#written].
    default Rate<S> flat(S example) {
        return Rate.of(this, example);
    }
}
