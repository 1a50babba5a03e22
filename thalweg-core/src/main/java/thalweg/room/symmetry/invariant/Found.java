package thalweg.room.symmetry.invariant;

import java.util.List;
import thalweg.room.symmetry.library.Feature;

/// What a search for laws found.
///
/// @param laws announced
/// @param products of the laws that the library holds as well, such as E^2
/// @param rejected the best combinations that are no laws
/// @param linear how many directions of the whole library are laws
/// @param directions how many directions of the whole library vary
/// @param dropped directions of the library that do not vary at all
/// @param spectrum ratios of the whole library
/// @param best the least held-out ratio of the libraries of each degree, by degree
/// @param trivial features that cannot change
/// @param constant features that are the same everywhere
/// @param alike features that are multiples of others on these data
public record Found(
        List<Law> laws,
        List<Law> products,
        List<Law> rejected,
        int linear,
        int directions,
        int dropped,
        Ratios spectrum,
        List<Double> best,
        List<Feature> trivial,
        List<Feature> constant,
        List<Feature> alike) {
    /// The ratios of all directions, ascending in the groups that learn.
    ///
    /// @param band 95 % of resamples, low and high, of the first directions
    /// @param chance the least ratio that one in a hundred deals gives
    public record Ratios(double[] train, double[] heldOut, double[] excess, double[][] band, double chance) {}

    /// Whether nothing that varies fails to be a law.
    public boolean everything() {
        return linear > 0 && linear == directions;
    }
}
