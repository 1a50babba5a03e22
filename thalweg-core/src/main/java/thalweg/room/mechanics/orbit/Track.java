package thalweg.room.mechanics.orbit;

import thalweg.flow.Ending;

/// What was seen of an orbit.
///
/// @param times of the records, the first 0
/// @param states one array a record
/// @param closed the state after the last whole turn, empty if none was made
/// @param ending of the flow itself
/// @param steps done in all
/// @param every how many steps lie between two records
public record Track(double[] times, double[][] states, double[] closed, Ending ending, long steps, long every) {
    double[] last() {
        return states[states.length - 1];
    }

    double reached() {
        return times[times.length - 1];
    }

    int count() {
        return times.length;
    }
}
