package thalweg.landscape;

import thalweg.array.Key;

/// Where a metric comes from: rows `O` with `G = O' O`, read at a place beside the slope. Gauss-Newton, Fisher's
/// information and stochastic reconfiguration are of this form, so one solve serves them all.
///
/// @param <S> the place
/// @param <W> what it keeps from reading to reading (walkers, a place in the data); data only, for checkpoints
public interface Rows<S, W> {
    /// What it keeps before the first reading.
    W begin(S at, Key key);

    /// The rows at a place; `key` is the step's.
    Sample<S, W> read(S at, W kept, Key key);

    /// The height alone, of the same data and draws as [#read] with the same `kept` and `key`, so that the two can
    /// be compared.
    default double height(S at, W kept, Key key) {
        return read(at, kept, key).height().value();
    }
}
