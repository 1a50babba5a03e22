package thalweg.workbench.guest;

import java.util.List;
import thalweg.Catalog;
import thalweg.study.Experiment;
import thalweg.study.Lab;
import thalweg.study.Verification;

/// The room of the tests, found by `ServiceLoader` like any guest.
public final class GuestRoom implements Catalog.Guest {
    @Override
    public List<Class<? extends Experiment>> experiments() {
        return List.of(WeighCart.class, WeighMoon.class, SpinWheel.class);
    }

    @Override
    public List<Verification> verifications() {
        return List.of(new Balance());
    }

    private record Balance() implements Verification {
        @Override
        public String room() {
            return "balance";
        }

        @Override
        public List<Finding> run(Lab lab) {
            return List.of(
                    new Finding("two and two", 4, 4, 0, "Peano 1889"),
                    new Finding("a third", 0.333, 1.0 / 3, lab.seed() == 0 ? 1e-3 : 1e-9, "Stevin 1585"));
        }
    }
}
