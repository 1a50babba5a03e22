package thalweg.flow.motion;

import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.flow.Phase;
import thalweg.flow.Separable;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;

/// The derivative of a loss of the last place by the first, through the steps themselves: exact for the discrete
/// motion, and in constant memory, since a splitting undoes its own parts.
///
/// Drift `q += a T'(p)`: `pbar += a T''(p) qbar`. Kick `p -= b V'(q)`: `qbar -= b V''(q) pbar`. Going back,
/// each part is first undone with the same increment. Sums are kept in twice the precision, so what is undone
/// is what was done.
public final class Adjoint<Q> {
    private final Splitting method;
    private final Separable<Q> law;

    Adjoint(Splitting method, Separable<Q> law) {
        this.method = method;
        this.law = law;
    }

    /// The loss at the end and its derivative by the start.
    public record Gradient<Q>(double loss, Phase<Q> last, Phase<Q> byStart) {}

    /// @param loss of the place after `steps` steps
    /// @throws Misuse for a negative number of steps
    public Gradient<Q> of(Energy<Phase<Q>> loss, Phase<Q> start, long steps) {
        if (steps < 0) {
            throw new Misuse("an adjoint over " + steps + " steps", "0 or more", "give the steps of the motion");
        }
        Splitting careful = method.withCompensation();
        SplittingFlow<Q> flow = new SplittingFlow<>(careful, law);
        Moving now = flow.begin(start, Key.of(0));
        for (long i = 0; i < steps; i++) {
            now = flow.step(now, Key.of(0));
        }
        Phase<Q> last = flow.place(now);
        Flat<Phase<Q>> door = loss.flat(last);
        int n = now.x().length;
        double[] bar = new double[2 * n];
        double value = door.at(door.flat(last), bar);
        double[] placeBar = java.util.Arrays.copyOf(bar, n);
        double[] momentumBar = java.util.Arrays.copyOfRange(bar, n, 2 * n);
        SplittingFlow.Parts<Q> parts = SplittingFlow.Parts.of(law, start);
        Back back = new Back(now, new double[n]);
        double h = method.step();
        for (long s = 0; s < steps; s++) {
            for (int i = method.kicks().length; i >= 0; i--) {
                back.undo(parts.kinetic(), now.p(), now.x(), 0, momentumBar, placeBar, h * method.drifts()[i]);
                if (i > 0) {
                    back.undo(
                            parts.potential(), now.x(), now.p(), n, placeBar, momentumBar, -h * method.kicks()[i - 1]);
                }
            }
        }
        System.arraycopy(placeBar, 0, bar, 0, n);
        System.arraycopy(momentumBar, 0, bar, n, n);
        return new Gradient<>(value, last, door.tree(bar));
    }

    /// One part undone: `moved -= factor grad(fixed)`, and `fixedBar += factor H(fixed) movedBar`.
    private record Back(Moving now, double[] slope) {
        void undo(
                Flat<?> part, double[] fixed, double[] moved, int at, double[] fixedBar, double[] movedBar, double h) {
            if (h == 0) {
                return;
            }
            part.slope(fixed, slope);
            Compensated.add(moved, now.remainder(), at, slope, -h);
            part.product(fixed, movedBar, slope);
            for (int i = 0; i < slope.length; i++) {
                fixedBar[i] += h * slope[i];
            }
        }
    }
}
