package thalweg.flow.motion;

import thalweg.flow.Dynamics;
import thalweg.flow.Field;
import thalweg.flow.Flow;
import thalweg.flow.Promise;

/// Collocation at Radau's points, order 5 in 3 stages, for stiff motions: steps as long as the tolerance
/// allows, however fast the fastest decay.
///
/// Hairer and Wanner, Solving Ordinary Differential Equations II (1996), IV.8.
///
/// @param relative tolerance, at least 1e-14
/// @param absolute tolerance, in units of the coordinates
public record Radau(double relative, double absolute) {
    /// @throws thalweg.array.Misuse for tolerances out of reach
    public Radau {
        Steps.tolerances(relative, absolute);
    }

    /// One tolerance, relative and absolute.
    public Radau(double tolerance) {
        this(tolerance, tolerance);
    }

    /// The flow of a field.
    public <S> Flow<S, Moving> on(Field<S> field) {
        return new RadauFlow<>(this, field, new Promise.Follows(5), Double.POSITIVE_INFINITY);
    }

    /// The flow of a law.
    ///
    /// @throws thalweg.array.Misuse if it has a temperature
    public <S> Flow<S, Moving> on(Dynamics<S> law) {
        return new RadauFlow<>(this, Steps.still(law), Steps.adaptive(law, 5), Double.POSITIVE_INFINITY);
    }
}
