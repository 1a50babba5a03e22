package thalweg.flow.motion;

import java.util.List;
import java.util.function.Function;
import thalweg.array.Misuse;
import thalweg.flow.Dynamics;
import thalweg.flow.Field;
import thalweg.flow.Promise;

/// Runge-Kutta steps as long as the tolerance allows: `|error| <= absolute + relative |x|` a step, by an estimate.
///
/// @param relative tolerance, at least 1e-14
/// @param absolute tolerance, in units of the coordinates
/// @param order 5 or 8
public record DormandPrince(double relative, double absolute, int order) {
    /// @throws Misuse for tolerances out of reach or another order
    public DormandPrince {
        Steps.tolerances(relative, absolute);
        if (order != 5 && order != 8) {
            throw new Misuse("order " + order, "5 or 8", "8 is better below a tolerance of 1e-6");
        }
    }

    /// Order 8 at one tolerance, relative and absolute.
    public DormandPrince(double tolerance) {
        this(tolerance, tolerance, 8);
    }

    /// The flow of a field.
    public <S> AdaptiveFlow<S> on(Field<S> field) {
        return new AdaptiveFlow<>(this, field, new Promise.Follows(order), List.of(), Double.POSITIVE_INFINITY);
    }

    /// The flow of a law.
    ///
    /// @throws Misuse if it has a temperature
    public <S> AdaptiveFlow<S> on(Dynamics<S> law) {
        Promise promise = Steps.adaptive(law, order);
        return new AdaptiveFlow<>(this, Steps.still(law), promise, List.of(), Double.POSITIVE_INFINITY);
    }

    /// The derivative of losses at a time, by the start and by the parameters of the field: exact for the steps that
    /// are
    /// taken, their sizes held fixed.
    public <S, P> FieldAdjoint<S, P> adjoint(Function<P, Field<S>> law, P parameters, double time) {
        Tableau tableau = order == 5 ? Tableau.DORMAND_PRINCE_5 : Tableau.DORMAND_PRINCE_8;
        AdaptiveFlow<S> flow = on(law.apply(parameters));
        return new FieldAdjoint<>(tableau, law, parameters, start -> FieldAdjoint.taken(flow, start, time));
    }

    Pair pair() {
        return order == 5 ? new FifthPair() : new EighthPair();
    }
}
