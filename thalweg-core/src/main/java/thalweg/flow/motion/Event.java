package thalweg.flow.motion;

import thalweg.array.Misuse;

/// A function of time and place whose zeros are to be met: an adaptive flow ends a step at each of them.
///
/// @param name as the ending names it
/// @param direction 1 to meet rising zeros only, -1 falling ones, 0 both
/// @param ends whether the motion ends there
public record Event(String name, Crossing crossing, int direction, boolean ends) {
    /// @throws Misuse for another direction
    public Event {
        if (direction < -1 || direction > 1) {
            throw new Misuse("direction " + direction, "-1, 0 or 1", "the sign of the change at the zero");
        }
    }

    /// What crosses zero, on plain coordinates.
    @FunctionalInterface
    public interface Crossing {
        double at(double t, double[] x);
    }

    /// An event that ends the motion.
    public static Event end(String name, Crossing crossing) {
        return new Event(name, crossing, 0, true);
    }

    /// An event to be recorded, in one direction: a section of Poincaré.
    public static Event section(String name, Crossing crossing, int direction) {
        return new Event(name, crossing, direction, false);
    }

    boolean crosses(double before, double after) {
        return direction >= 0 && before < 0 && after >= 0 || direction <= 0 && before > 0 && after <= 0;
    }
}
