package thalweg.linalg;

/// A linear map that is known by what it does to a vector, `y := A x`.
@FunctionalInterface
public interface LinearMap {
    /// Writes `A x` to `y`; both of the map's order, never the same array.
    void apply(double[] x, double[] y);
}
