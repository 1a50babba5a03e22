package thalweg.flow;

import thalweg.landscape.Coordinates;

/// A field over plain arrays: `f(t, x)`.
///
/// Implementations are safe to use from many threads.
public interface Rate<S> {
    /// Where trees and arrays meet.
    Coordinates<S> coordinates();

    /// Writes `f(t, x)`; `out` is never `x`.
    void at(double t, double[] x, double[] out);

    /// Writes the matrix `df_i/dx_j` at `i * n + j`.
    void jacobian(double t, double[] x, double[] out);

    /// The door of a field, its derivatives by tracing.
    static <S> Rate<S> of(Field<S> field, S example) {
        return new TracedRate<>(field, Coordinates.of(example));
    }

    /// The door of a field written by hand; its Jacobian, where one is asked for, by one-sided differences.
    static <S> Rate<S> written(S example, Written written) {
        return new WrittenRate<>(Coordinates.of(example), written);
    }

    /// A field written by hand on plain arrays.
    @FunctionalInterface
    interface Written {
        /// Writes `f(t, x)`; `out` is never `x`.
        void at(double t, double[] x, double[] out);
    }
}
