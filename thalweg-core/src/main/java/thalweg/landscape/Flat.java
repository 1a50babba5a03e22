package thalweg.landscape;

import thalweg.linalg.LinearMap;

/// A landscape over plain arrays: trees at the door, flat arrays inside.
///
/// Coordinates are the elements of the tree's tensors, one after another. Implementations are safe to use from
/// many threads.
public interface Flat<S> {
    /// The number of coordinates.
    int size();

    /// The height; the slope `grad E(x)` is written to `slope`.
    double at(double[] x, double[] slope);

    /// The height alone.
    double height(double[] x);

    /// The slope alone.
    default void slope(double[] x, double[] slope) {
        at(x, slope);
    }

    /// The product `H(x) v` with the matrix of second derivatives, exact.
    void product(double[] x, double[] v, double[] out);

    /// The map `v -> H(x) v` for many products at one place: what does not depend on `v` is computed once.
    default LinearMap hessian(double[] x) {
        double[] at = x.clone();
        return (v, out) -> product(at, v, out);
    }

    /// The coordinates of a tree, copied.
    double[] flat(S place);

    /// The tree at coordinates, which are copied.
    S tree(double[] x);

    /// The door of an energy, its derivatives by tracing.
    static <S> Flat<S> of(Energy<S> energy, S example) {
        return new TracedFlat<>(energy, example);
    }

    /// The door of an energy whose slope is written by hand; second derivatives are still traced.
    static <S> Flat<S> written(Energy<S> energy, S example, Written written) {
        return new WrittenFlat<>(new TracedFlat<>(energy, example), written);
    }

    /// A height and slope written by hand on plain arrays.
    @FunctionalInterface
    interface Written {
        /// The height at `x`; the slope is written to `slope`.
        double at(double[] x, double[] slope);
    }
}
