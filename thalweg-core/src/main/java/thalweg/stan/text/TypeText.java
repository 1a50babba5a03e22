package thalweg.stan.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A type as declared: `array[N] vector<lower=0>[K]`.
///
/// @param base `int`, `real`, `vector`, `simplex`, `tuple`, ...
/// @param sizes of the vector or matrix
/// @param dims of the array around it
/// @param rank of the array around an argument, which has no sizes
/// @param parts of a tuple
public record TypeText(
        Span at, String base, Bounds bounds, List<Expr> sizes, List<Expr> dims, int rank, List<TypeText> parts) {
    /// What a value is held to, or shifted and scaled by.
    public record Bounds(
            @Nullable Expr lower,
            @Nullable Expr upper,
            @Nullable Expr offset,
            @Nullable Expr multiplier) {
        public static final Bounds NONE = new Bounds(null, null, null, null);

        public boolean isNone() {
            return lower == null && upper == null && offset == null && multiplier == null;
        }
    }

    /// The same with other array sizes outside those it has.
    public TypeText array(List<Expr> outer) {
        return new TypeText(at, base, bounds, sizes, outer, rank, parts);
    }
}
