package thalweg.array;

/// Operations that act on each element by itself; operands and result share one shape.
public sealed interface Pointwise extends Op permits Unary, Binary, Pointwise.Polygamma, Pointwise.Select {
    /// `psi^(n)(x)`, the derivative of order `n + 1` of `log Gamma`; order 0 is the digamma function (DLMF 5.15).
    record Polygamma(int order) implements Pointwise {
        public Polygamma {
            if (order < 0) {
                throw new Misuse("polygamma of order " + order, "an order of 0 or more", "order 0 is digamma");
            }
        }

        /// The function at a number.
        public double at(double x) {
            return thalweg.array.kernel.Polygamma.polygamma(order, x);
        }
    }

    /// `where != 0 ? a : b`, with operands (where, a, b).
    record Select() implements Pointwise {}
}
