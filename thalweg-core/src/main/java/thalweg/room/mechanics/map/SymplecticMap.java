package thalweg.room.mechanics.map;

/// A map of states `(q, p)` with `M' J M = J` for its Jacobian M; `h` is the step of time it makes.
public interface SymplecticMap {
    /// Numbers in a state.
    int size();

    /// The state a step later.
    double[] at(double[] z, double h);

    /// The state a step earlier.
    double[] inverse(double[] z, double h);

    /// The Jacobian at a state, `size` by `size`.
    double[] jacobian(double[] z, double h);
}
