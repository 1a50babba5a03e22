package thalweg.flow;

import org.jspecify.annotations.Nullable;
import thalweg.array.Key;

/// A motion by steps: where it begins, how it goes on, and what it promises.
///
/// A flow is a value and safe to use from many threads; all that changes is `X`, made of tensors, primitive arrays,
/// numbers, records and lists and nothing else, so that `(X, n)` is a checkpoint.
///
/// @param <S> the place as the user sees it
/// @param <X> all that a step needs to go on
public interface Flow<S, X> {
    /// What stands before the first step.
    X begin(S at, Key key);

    /// The next state; consumes `now` and may reuse its memory. The key is that of this step.
    X step(X now, Key key);

    /// The place, copied.
    S place(X now);

    /// What the flow holds to.
    default Promise promise() {
        return new Promise.None();
    }

    /// Whether a step is pure tensor code that a run may trace.
    default boolean traced() {
        return false;
    }

    /// Whether a step draws from its key; a run spares the keys of flows that do not.
    default boolean draws() {
        return true;
    }

    /// Whether the next step draws from its key.
    default boolean draws(X now) {
        return draws();
    }

    /// The time of the motion; NaN for a flow without one.
    default double time(X now) {
        return Double.NaN;
    }

    /// The energy where the flow knows it without work; else NaN.
    default double height(X now) {
        return Double.NaN;
    }

    /// The length of the energy's slope where the flow knows it without work; else NaN.
    default double slope(X now) {
        return Double.NaN;
    }

    /// Why the flow cannot or need not go on; null to go on.
    ///
    /// @param step how many steps were done
    default @Nullable Ending ending(X now, long step) {
        return null;
    }

    /// The same flow with its last step shortened to end at a time; flows of fixed step stay as they are.
    default Flow<S, X> until(double time) {
        return this;
    }
}
