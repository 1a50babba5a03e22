package thalweg.room.symmetry.invariant;

/// Which directions of a spectrum are laws, before chance and resampling are asked.
///
/// A direction is a law if its held-out ratio is below 1e-3, or if measuring errors explain what it varies: its
/// variance within groups is at most twice what errors of the estimated size make of its gradient, and at most four
/// times the share that the best direction has of it. The first direction that fails ends the laws.
final class Decision {
    static final double CLEAN = 1e-3;
    static final double WEAK = 0.5;
    private static final double EXPLAINED = 2;
    private static final double APART = 4;

    private Decision() {}

    /// How many of the first directions are laws.
    static int laws(Spectrum spectrum) {
        double best = 1;
        for (int j = 0; j < spectrum.rank; j++) {
            if (spectrum.heldOut[j] < WEAK) {
                best = Math.min(best, spectrum.excess[j]);
            }
        }
        int laws = 0;
        while (laws < spectrum.rank && passes(spectrum.heldOut[laws], spectrum.excess[laws], best)) {
            laws++;
        }
        return laws;
    }

    private static boolean passes(double heldOut, double excess, double best) {
        return heldOut < CLEAN || heldOut < WEAK && excess <= EXPLAINED && excess <= APART * best;
    }
}
