package thalweg.array;

import java.util.Locale;

/// What the elements of a tensor are: 64-bit floating point numbers, or 64-bit words.
///
/// A 32-bit floating point kind would stand here; every table over kinds is a `switch`, so the compiler lists what it
/// would need.
public enum Kind {
    /// IEEE 754 binary64; comparisons give 0 and 1 in this kind.
    F64,
    /// Two's complement 64-bit words: indices, counters, keys and packed bits.
    I64;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
