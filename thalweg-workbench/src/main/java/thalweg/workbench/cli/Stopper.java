package thalweg.workbench.cli;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import thalweg.study.Lab;

/// Carries the wish to stop from a signal to the lab that is at work.
final class Stopper {
    private final AtomicReference<@Nullable Lab> lab = new AtomicReference<>();
    private volatile int exit;

    /// Says who is at work.
    void working(Lab at) {
        lab.set(at);
    }

    void idle() {
        lab.set(null);
    }

    /// Asks whoever is at work to stop; false if nobody is.
    ///
    /// @param status what the process ends with
    boolean stop(int status) {
        Lab at = lab.get();
        if (at == null) {
            return false;
        }
        exit = status;
        at.stop();
        return true;
    }

    /// The exit status of the signal that came, 0 if none did.
    int exit() {
        return exit;
    }
}
