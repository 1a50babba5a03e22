package thalweg.room.law.tail;

/// A law of the points at or above `x_min`: what a tail may be.
public interface TailLaw {
    /// Its name in a sentence: `log-normal`.
    String name();

    /// The natural logarithm of its density at `x >= x_min`, of its probability where it is discrete.
    double log(double x);
}
