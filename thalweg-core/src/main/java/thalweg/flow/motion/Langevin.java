package thalweg.flow.motion;

import thalweg.array.Misuse;
import thalweg.flow.Flow;
import thalweg.flow.Mechanics;
import thalweg.flow.Phase;

/// Newton's law in a bath, split into kicks B, drifts A and the exact Ornstein-Uhlenbeck motion O of momenta:
/// `p := c p + sqrt(T (1 - c^2)) M^(1/2) noise`, `c = exp(-gamma h)`. Leimkuhler and Matthews (2013), AMRX
/// 2013, 34.
///
/// On a harmonic well `V = w^2 q^2 / 2`, with `a = h^2 w^2 / 4` and any friction, the end of the step has
/// BAOAB `var q = T/w^2`, `var p = T (1 - a)`; ABOBA `T/w^2`, `T/(1 - a)`; OBABO `T/(w^2 (1 - a))`, `T`.
///
/// @param step h
/// @param parts the order of the parts, a palindrome of A, B and O
public record Langevin(double step, String parts) {
    /// @throws Misuse if the step is not positive or the parts are no palindrome of A, B and O
    public Langevin {
        Steps.positive(step);
        boolean palindrome = parts.contentEquals(new StringBuilder(parts).reverse());
        if (!palindrome || !parts.matches("[ABO]+") || !parts.contains("A") || !parts.contains("B")) {
            throw new Misuse("parts " + parts, "a palindrome of A, B and O", "BAOAB samples places best");
        }
    }

    /// The most exact in places: bias of order 4 at high friction, 2 in general, none on a harmonic well.
    public static Langevin baoab(double step) {
        return new Langevin(step, "BAOAB");
    }

    /// One slope in the middle of the step.
    public static Langevin aboba(double step) {
        return new Langevin(step, "ABOBA");
    }

    /// The most exact in momenta; Bussi and Parrinello (2007).
    public static Langevin obabo(double step) {
        return new Langevin(step, "OBABO");
    }

    /// The flow of a law with its bath; the mass is diagonal.
    public <Q> Flow<Phase<Q>, Moving> on(Mechanics<Q> law) {
        return new LangevinFlow<>(this, law);
    }
}
