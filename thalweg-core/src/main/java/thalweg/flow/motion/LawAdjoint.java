package thalweg.flow.motion;

import java.util.function.Function;
import thalweg.flow.Phase;
import thalweg.flow.Separable;
import thalweg.landscape.Coordinates;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;

/// The derivative of a loss of the last place by the first and by the parameters of the law, through the steps of a
/// splitting: exact for the discrete motion, in constant memory.
///
/// @param <P> parameters: any tree of tensors, as the record of a learned energy
public final class LawAdjoint<Q, P> {
    private final P parameters;
    private final boolean unitMass;
    private final SplittingFlow<Q> flow;
    private final Bound<Phase<Q>, Made<Q, P>> made;
    private final Doors<Phase<Q>> losses = new Doors<>();

    private record Made<Q, P>(
            SplittingFlow.Parts<Q> parts, Flat<Reversal.Joint<Q, P>> kinetic, Flat<Reversal.Joint<Q, P>> potential) {}

    LawAdjoint(Splitting method, Function<P, Separable<Q>> law, P parameters) {
        Separable<Q> here = law.apply(parameters);
        this.parameters = parameters;
        this.unitMass = here.kinetic() instanceof Separable.Kinetic<Q>;
        this.flow = new SplittingFlow<>(method.withCompensation(), here);
        this.made = new Bound<>(at -> new Made<>(
                SplittingFlow.Parts.of(here, at),
                joint(p -> law.apply(p).kinetic(), at.momentum()),
                joint(p -> law.apply(p).potential(), at.place())));
    }

    private Flat<Reversal.Joint<Q, P>> joint(Function<P, Energy<Q>> law, Q at) {
        return Flat.of(joint -> law.apply(joint.parameters()).at(joint.place()), new Reversal.Joint<>(at, parameters));
    }

    /// The loss at the end, and its derivatives by the start and by the parameters.
    public record Gradient<Q, P>(double loss, Phase<Q> last, Phase<Q> byStart, P byParameters) {}

    /// @param loss of the place after `steps` steps
    /// @throws thalweg.array.Misuse for a negative number of steps
    public Gradient<Q, P> of(Energy<Phase<Q>> loss, Phase<Q> start, long steps) {
        Made<Q, P> doors = made.at(start);
        Coordinates<P> coordinates = Coordinates.of(parameters);
        double[] given = coordinates.flat(parameters);
        double[] by = new double[given.length];
        Reversal.Part kinetic = unitMass
                ? new Reversal.Plain(doors.parts.kinetic())
                : new Reversal.Parametric(doors.parts.kinetic(), doors.kinetic, given);
        Reversal.Part potential = new Reversal.Parametric(doors.parts.potential(), doors.potential, given);
        Reversal<Q> back = new Reversal<>(flow, kinetic, potential, losses.of(loss, start), start, steps, by);
        return new Gradient<>(back.loss, back.last, back.byStart, coordinates.tree(by));
    }
}
