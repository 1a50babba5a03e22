package thalweg.array;

import java.util.Locale;

/// Operations that bring numbers in.
public sealed interface Source extends Op {
    /// A concrete tensor; equality is that of the tensor, which is identity.
    record Constant(Tensor value) implements Source {}

    /// Random numbers of a law, each a function of (key, place) only; the operand holds keys, I64 `[.., 2]`.
    ///
    /// @param shape the shape of one draw; the result has the keys' leading axes, then these
    record Random(Law law, Shape shape) implements Source {}

    /// Child keys, operands (keys I64 `[.., 2]`, numbers I64 `[..]`): [Key#fold].
    record Fold() implements Source {}

    /// The law of a draw.
    enum Law {
        /// On the open interval (0, 1).
        UNIFORM,
        /// Mean 0, variance 1.
        NORMAL,
        /// Mean 1.
        EXPONENTIAL,
        /// 64 random bits, I64.
        BITS;

        public Kind kind() {
            return this == BITS ? Kind.I64 : Kind.F64;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
