package thalweg.array;

import java.util.List;

/// One primitive operation on tensors; the list is closed under its own derivatives.
///
/// Every interpreter (shapes, printing, values, both derivatives, batching, simplification, planning) is an exhaustive
/// `switch` over this list, a family at a time, so a new operation compiles only when every rule for it stands.
/// Operands
/// of pointwise operations have equal shapes: broadcasting is a [Move.Expand] of its own.
public sealed interface Op permits Pointwise, Reduction, Contract, Move, Pick, Algebra, Source, Identity, Control {
    /// The results on these operands: numbers when all are concrete, else new steps of the innermost trace among them.
    ///
    /// @throws Misuse naming the operation, the shapes and the line of the caller
    default List<Tensor> on(Tensor... operands) {
        return Trace.apply(this, List.of(operands), null);
    }

    /// The only result of an operation that has one.
    default Tensor of(Tensor... operands) {
        return Trace.apply(this, List.of(operands), null).get(0);
    }
}
