package thalweg.landscape;

import java.util.List;
import thalweg.array.Tensor;

/// A model of dense layers whose inner values can be seen: `s_l = a_l W_l + b_l`, `a_{l+1} = phi(s_l)`.
///
/// The leaves of a place are `W_0 [in, out], b_0 [out], W_1, b_1, ...` in this order.
///
/// @param <S> the place
@FunctionalInterface
public interface Layered<S> {
    /// The outputs for inputs `[n, ..]` with each layer's `s_l` shifted, in pure tensor code.
    ///
    /// @param shifts one `[n, out]` a layer
    Pass pass(S place, Tensor inputs, List<Tensor> shifts);

    /// One passage through all layers.
    ///
    /// @param output `[n, k]`
    /// @param inputs `a_l`, one `[n, in]` a layer
    record Pass(Tensor output, List<Tensor> inputs) {}
}
