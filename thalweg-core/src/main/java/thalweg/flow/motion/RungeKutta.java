package thalweg.flow.motion;

import java.util.Arrays;
import java.util.function.Function;
import thalweg.array.Misuse;
import thalweg.flow.Dynamics;
import thalweg.flow.Field;
import thalweg.flow.Flow;
import thalweg.flow.Promise;

/// Explicit Runge-Kutta steps of fixed size.
///
/// @param step h
/// @param compensated whether sums carry what rounding leaves of them
public record RungeKutta(double step, Tableau tableau, boolean compensated) {
    /// @throws Misuse if the step is not a positive number
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
    /// @throws Misuse if it has a temperature
    public <S> Flow<S, Moving> on(Dynamics<S> law) {
        return new RungeKuttaFlow<>(this, Steps.still(law), Promise.of(law, tableau.order()));
    }

    /// The exact derivative of losses after `steps` steps, by the start and by the parameters of the field.
    ///
    /// @throws Misuse for a negative number of steps
    public <S, P> FieldAdjoint<S, P> adjoint(Function<P, Field<S>> law, P parameters, int steps) {
        if (steps < 0) {
            throw new Misuse("an adjoint over " + steps + " steps", "0 or more", "give the steps of the motion");
        }
        double[] sizes = new double[steps];
        Arrays.fill(sizes, step);
        return new FieldAdjoint<>(tableau, law, parameters, _ -> sizes);
    }
}
