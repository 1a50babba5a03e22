package thalweg.flow.motion;

import thalweg.array.Misuse;
import thalweg.flow.Dynamics;
import thalweg.flow.Field;
import thalweg.flow.Promise;

/// What is true of every step size.
final class Steps {
    private Steps() {}

    static void positive(double step) {
        if (!(step > 0) || Double.isInfinite(step)) {
            throw new Misuse("a step of " + step, "a positive number", "give the step in units of the law's time");
        }
    }

    /// The field of a law without noise.
    static <S> Field<S> still(Dynamics<S> law) {
        if (law.temperature() != 0) {
            throw new Misuse(
                    "a law of temperature " + law.temperature(),
                    "temperature 0",
                    "use Langevin or EulerMaruyama, or dynamics.field() for its drift alone");
        }
        return law.field();
    }

    /// Steps that change size lose the geometry: a descent still descends, nothing is conserved.
    static Promise adaptive(Dynamics<?> law, int order) {
        Promise promise = Promise.of(law, order);
        return promise instanceof Promise.Conserves ? new Promise.Follows(order) : promise;
    }

    static void tolerances(double relative, double absolute) {
        if (!(relative >= 1e-14) || !(absolute >= 0) || !(relative < 1)) {
            throw new Misuse(
                    "tolerances " + relative + " (relative) and " + absolute + " (absolute)",
                    "1e-14 .. 1 and 0 or more",
                    "a double carries no more than 15 digits");
        }
    }
}
