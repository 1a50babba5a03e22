package thalweg.room.law.rival;

import thalweg.room.law.tail.TailLaw;

/// A law other than the power law, at its greatest likelihood for the points of a tail.
public sealed interface Rival extends TailLaw permits LogNormal, Exponential, Stretched, Truncated, Poisson {
    /// What stands for parameters that have run away.
    String AT_BOUNDARY = "none: it is likeliest as a power law";

    /// Whether the likelihood is greatest where the law becomes a power law: then its parameters mean nothing.
    boolean boundary();

    /// Whether the power law of the tail is a special case of this law.
    default boolean nested() {
        return false;
    }

    /// Its parameters in words: `mu 8.5, sigma 2.1`.
    String parameters();
}
