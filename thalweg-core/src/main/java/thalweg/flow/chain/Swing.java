package thalweg.flow.chain;

/// Where a Hamiltonian chain stands: place, slope and height, the tuning it has learned, the last transition.
///
/// @param place coordinates
/// @param slope grad E there
/// @param height E there
/// @param divergence where the last divergent path began to be lost, empty if there was none
/// @param leapfrogs evaluations of the slope in all
public record Swing(
        double[] place,
        double[] slope,
        double height,
        Tuning tuning,
        Transition last,
        double[] divergence,
        long leapfrogs) {}
