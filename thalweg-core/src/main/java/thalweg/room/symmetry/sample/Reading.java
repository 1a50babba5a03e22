package thalweg.room.symmetry.sample;

import java.util.List;
import java.util.Map;

/// A table read as groups of samples.
///
/// @param units of the coordinates, those that have one
/// @param fixed coordinates that are the same in all rows of each group: known, not measured laws
/// @param warnings what may have been misread
/// @param event whether groups are events
/// @param mass the name of the mass of an event's bodies, empty where there is none
/// @param velocity names of its components
public record Reading(
        Groups groups,
        Map<String, String> units,
        List<String> fixed,
        List<String> warnings,
        boolean event,
        String mass,
        List<String> velocity) {
    public Reading {
        fixed = List.copyOf(fixed);
        warnings = List.copyOf(warnings);
        velocity = List.copyOf(velocity);
    }

    /// The coordinates that are positive everywhere.
    public List<String> positive() {
        return groups.noisy().stream()
                .filter(name -> java.util.Arrays.stream(groups.column(name)).allMatch(x -> x > 0))
                .toList();
    }

    /// The error of each noisy coordinate over its deviation: from differences where time is known, and never more than
    /// the 5 % beyond which nothing can be said.
    public double[] errors() {
        return groups.noisy().stream()
                .mapToDouble(name -> {
                    double[] x = groups.column(name);
                    double size = Groups.deviation(x);
                    double rough =
                            groups.time() == null || !(size > 0) ? Double.NaN : Roughness.of(x, groups.start()) / size;
                    return rough < MOST ? rough : MOST;
                })
                .toArray();
    }

    private static final double MOST = 0.05;
}
