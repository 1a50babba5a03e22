package thalweg.study;

import java.util.List;

/// The known results of one room, measured again on request.
public interface Verification {
    /// The room's name: `law`.
    String room();

    /// Measures everything; says progress through the lab and ends early when the lab asks to stop.
    List<Finding> run(Lab lab);

    /// One measured value beside its reference.
    ///
    /// @param tolerance largest absolute difference that passes
    /// @param source where the reference stands
    record Finding(String what, double measured, double reference, double tolerance, String source) {
        public boolean passed() {
            return Math.abs(measured - reference) <= tolerance;
        }
    }
}
