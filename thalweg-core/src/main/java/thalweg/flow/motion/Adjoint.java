package thalweg.flow.motion;

import thalweg.flow.Phase;
import thalweg.flow.Separable;
import thalweg.landscape.Energy;

/// The derivative of a loss of the last place by the first, through the steps themselves: exact for the discrete
/// motion, and in constant memory, since a splitting undoes its own parts.
public final class Adjoint<Q> {
    private final SplittingFlow<Q> flow;
    private final Bound<Phase<Q>, SplittingFlow.Parts<Q>> parts;
    private final Doors<Phase<Q>> losses = new Doors<>();

    Adjoint(Splitting method, Separable<Q> law) {
        this.flow = new SplittingFlow<>(method.withCompensation(), law);
        this.parts = new Bound<>(at -> SplittingFlow.Parts.of(law, at));
    }

    /// The loss at the end and its derivative by the start.
    public record Gradient<Q>(double loss, Phase<Q> last, Phase<Q> byStart) {}

    /// @param loss of the place after `steps` steps
    /// @throws thalweg.array.Misuse for a negative number of steps
    public Gradient<Q> of(Energy<Phase<Q>> loss, Phase<Q> start, long steps) {
        SplittingFlow.Parts<Q> doors = parts.at(start);
        Reversal<Q> back = new Reversal<>(
                flow,
                new Reversal.Plain(doors.kinetic()),
                new Reversal.Plain(doors.potential()),
                losses.of(loss, start),
                start,
                steps,
                new double[0]);
        return new Gradient<>(back.loss, back.last, back.byStart);
    }
}
