package thalweg.room.mechanics;

import thalweg.study.Knob;

/// How the data of a named system are made.
///
/// @param noise standard deviation on positions and momenta; slopes stay exact
/// @param trajectories 0 for the system's own number
public record MadeKnobs(
        @Knob(value = "standard deviation of the noise on a named system's states", min = 0, max = 100)
        double noise,

        @Knob(value = "how many trajectories of a named system are made, 0 for its own number", min = 0, max = 100_000)
        int trajectories) {
    /// Noise-free, as many as the recipe says.
    public MadeKnobs() {
        this(0, 0);
    }
}
