package thalweg.flow.motion;

import thalweg.flow.Dynamics;
import thalweg.flow.Field;
import thalweg.flow.Flow;
import thalweg.flow.Promise;

/// Explicit Runge-Kutta steps of fixed size.
///
/// @param step h
/// @param compensated whether sums carry what rounding leaves of them
public record RungeKutta(double step, Tableau tableau, boolean compensated) {
    /// @throws thalweg.array.Misuse if the step is not a positive number
    public RungeKutta {
        Steps.positive(step);
    }

    /// Order 1.
    public static RungeKutta euler(double step) {
        return new RungeKutta(step, Tableau.EULER, false);
    }

    /// Order 2.
    public static RungeKutta heun(double step) {
        return new RungeKutta(step, Tableau.HEUN, false);
    }

    /// Order 4.
    public static RungeKutta classical(double step) {
        return new RungeKutta(step, Tableau.CLASSICAL, false);
    }

    /// The same steps with compensated sums.
    public RungeKutta withCompensation() {
        return new RungeKutta(step, tableau, true);
    }

    /// The flow of a field.
    public <S> Flow<S, Moving> on(Field<S> field) {
        return new RungeKuttaFlow<>(this, field, new Promise.Follows(tableau.order()));
    }

    /// The flow of a law.
    ///
    /// @throws thalweg.array.Misuse if it has a temperature
    public <S> Flow<S, Moving> on(Dynamics<S> law) {
        return new RungeKuttaFlow<>(this, Steps.still(law), Promise.of(law, tableau.order()));
    }
}
