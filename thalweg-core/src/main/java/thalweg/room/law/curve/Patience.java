package thalweg.room.law.curve;

import java.util.function.BooleanSupplier;
import thalweg.study.Lab;

/// Whether a descent should end: asked at every place, and never at the first, so that there is one.
final class Patience implements BooleanSupplier {
    private final Lab lab;
    private boolean begun;

    Patience(Lab lab) {
        this.lab = lab;
    }

    @Override
    public boolean getAsBoolean() {
        boolean first = !begun;
        begun = true;
        return !first && lab.stopping();
    }
}
