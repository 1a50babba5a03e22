package thalweg.array;

/// Operations that carry programs: loops, branches, and functions with a derivative of their own.
///
/// A loop's operands are `carried` initial states, `scanned` tensors that are cut along their leading axis of length
/// `count`, and constants; its results are the last states, and the `y_i` stacked along a new leading axis. The body's
/// inputs are the turn number (I64 scalar) and then the same in order; its results are the states and the `y_i`.
/// A loop that is `backward` turns from `count - 1` down to 0.
public sealed interface Control extends Op {
    /// A fixed number of turns with carried state: `(state, y_i) = body(i, state, x_i, constants)`.
    record Loop(int count, int carried, int scanned, boolean backward, Program body) implements Control {}

    /// Turns as long as a condition holds; it has no derivative.
    ///
    /// Operands: `carried` states, then constants, which are also the inputs of `condition` (one scalar result) and
    /// `body` (the new states).
    record While(int carried, Program condition, Program body) implements Control {}

    /// `then` where the first operand, a scalar, is not 0, else `otherwise`; both take the remaining operands.
    record Branch(Program then, Program otherwise) implements Control {}

    /// A function whose value and pullback are given, with its plain definition beside them.
    ///
    /// @param plain the definition: the oracle, and what forward derivatives see
    /// @param value operands to results
    /// @param pullback operands, then a cotangent for each result, to a cotangent for each operand
    record Custom(String name, Program plain, Program value, Program pullback) implements Control {}
}
