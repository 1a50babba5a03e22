package thalweg.flow;

import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;

/// A rule that ends a run.
@FunctionalInterface
public interface Stop {
    /// The ending if the rule is met, else null.
    @Nullable
    Ending at(Glance glance);

    /// The time at which the rule ends a motion; infinite if it looks at something else.
    default double time() {
        return Double.POSITIVE_INFINITY;
    }

    /// This rule or another, whichever is met first.
    default Stop or(Stop other) {
        Stop first = this;
        return new Stop() {
            @Override
            public @Nullable Ending at(Glance glance) {
                Ending ending = first.at(glance);
                return ending == null ? other.at(glance) : ending;
            }

            @Override
            public double time() {
                return Math.min(first.time(), other.time());
            }
        };
    }

    /// A budget: when it is used up the run is exhausted.
    static Stop steps(long budget) {
        return glance -> glance.step() >= budget
                ? new Ending.Exhausted("the budget of " + budget + " steps is used up", true)
                : null;
    }

    /// The slope of the energy is below a bound.
    ///
    /// @throws Misuse at the first look if the flow does not know its slope
    static Stop slopeBelow(double bound) {
        return glance -> {
            known(glance.slope(), glance.height(), "a slope");
            return glance.slope() <= bound
                    ? new Ending.Converged("slope " + glance.slope() + " after " + glance.step() + " steps")
                    : null;
        };
    }

    /// The energy is below a bound.
    static Stop heightBelow(double bound) {
        return glance -> {
            known(glance.height(), glance.height(), "an energy");
            return glance.height() <= bound
                    ? new Ending.Converged("energy " + glance.height() + " after " + glance.step() + " steps")
                    : null;
        };
    }

    /// The time of the motion is reached; adaptive flows shorten their last step to end there.
    static Stop time(double end) {
        return new Stop() {
            @Override
            public @Nullable Ending at(Glance glance) {
                if (Double.isNaN(glance.time())) {
                    throw new Misuse("a flow without time", "a motion", "stop it by steps, slope or height");
                }
                double slack = 1e-12 * Math.abs(end);
                return glance.time() >= end - slack ? new Ending.Converged("time " + end + " reached") : null;
            }

            @Override
            public double time() {
                return end;
            }
        };
    }

    private static void known(double value, double height, String what) {
        if (Double.isNaN(value) && Double.isNaN(height)) {
            throw new Misuse(
                    "a flow that does not know " + what, "a descent", "stop a motion by time or steps, or observe it");
        }
    }
}
