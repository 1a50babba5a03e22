package thalweg.room.mechanics.orbit;

import java.util.function.ToDoubleFunction;

/// A quantity that a motion keeps, on plain coordinates.
///
/// @param name as a figure calls it: `angular momentum`
public record Invariant(String name, ToDoubleFunction<double[]> value) {
    /// Its value at a state.
    double at(double[] state) {
        return value.applyAsDouble(state);
    }
}
