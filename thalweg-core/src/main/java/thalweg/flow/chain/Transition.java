package thalweg.flow.chain;

/// What a step of a Hamiltonian chain was like.
///
/// @param energy potential and kinetic at the new place
/// @param acceptance the mean of `min(1, exp(H_0 - H))` over the path
/// @param step the step size used
/// @param depth how often the path was doubled
/// @param leapfrogs evaluations of the slope
/// @param divergent whether the energy on the path rose by more than 1000
public record Transition(double energy, double acceptance, double step, int depth, int leapfrogs, boolean divergent) {
    static final Transition NONE = new Transition(Double.NaN, Double.NaN, Double.NaN, 0, 0, false);
}
