package thalweg.flow.descent;

import thalweg.array.Misuse;

/// What is true of the numbers of every rule.
final class Rates {
    private Rates() {}

    static void positive(double step) {
        if (!(step > 0) || Double.isInfinite(step)) {
            throw new Misuse("a step of " + step, "a positive number", "below 2 over the largest curvature");
        }
    }

    static void share(String what, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new Misuse(what + " of " + value, "0 or more, below 1", "it is the share kept from step to step");
        }
    }
}
