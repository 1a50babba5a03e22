package thalweg.room.mechanics;

import thalweg.study.Knob;

/// How a law of motion is learned.
///
/// @param width ridges a draw, or units a hidden layer; 0 for as many as suit the data
public record LearningKnobs(
        @Knob(
                value = "ridges a draw, or units of each hidden layer; 0 for as many as suit the data",
                min = 0,
                max = 10_000)
        int width,

        @Knob(value = "steps of Adam, L-BFGS or Gauss-Newton", min = 1, max = 10_000_000)
        int steps,

        @Knob(value = "step size of Adam", min = 1e-12, max = 10)
        double rate,

        @Knob(value = "weight of the penalty on the change of energy in the second baseline", min = 0, max = 1e6)
        double penalty,

        @Knob(value = "order of the integrator that passes through measured states: 2, 4 or 6", min = 2, max = 6)
        int order) {
    /// As many ridges as suit the data, 2000 steps of 1e-3, penalty 1, order 4.
    public LearningKnobs() {
        this(0, 2000, 1e-3, 1, 4);
    }
}
