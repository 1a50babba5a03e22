package thalweg.array;

/// Reading and adding at computed places.
public sealed interface Pick extends Op {
    /// `out[b.., i.., r..] = x[b.., index[b.., i..], r..]` with operands (x, index); `lead` axes `b` are shared.
    record Gather(int lead) implements Pick {}

    /// `out[b.., index[b.., i..], r..] += x[b.., i.., r..]` over zeros, operands (x, index): the transpose of [Gather].
    ///
    /// Additions to one place are made in the order of the elements, so the bits do not depend on threads.
    ///
    /// @param size the length of the picked axis of the result
    record ScatterAdd(int lead, int size) implements Pick {}
}
