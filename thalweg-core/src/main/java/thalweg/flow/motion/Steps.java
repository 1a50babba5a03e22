package thalweg.flow.motion;

import thalweg.array.Misuse;

/// What is true of every step size.
final class Steps {
    private Steps() {}

    static void positive(double step) {
        if (!(step > 0) || Double.isInfinite(step)) {
            throw new Misuse("a step of " + step, "a positive number", "give the step in units of the law's time");
        }
    }
}
