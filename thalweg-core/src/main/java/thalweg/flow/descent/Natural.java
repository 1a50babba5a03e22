package thalweg.flow.descent;

import thalweg.array.Misuse;
import thalweg.flow.Flow;
import thalweg.landscape.Likelihood;
import thalweg.landscape.Rows;

/// The descent in the metric of the model instead of the coordinates: `x -= h (G + damping)^-1 grad E`.
///
/// With fewer rows than coordinates the system is solved in the space of the rows, `O'(O O' + damping)^-1 r`. Without
/// damping the step does not depend on the coordinates; where `G` is singular it is then the shortest of all solutions.
///
/// An adaptive damping trusts the quadratic model `m(s) = g's + s'Gs/2` as far as it holds: with `r` the fall of the
/// energy over the fall promised, `r > 3/4` lowers it, `r < 1/4` raises it, and no step goes up.
///
/// Amari, Neural Computation 10 (1998) 251; Martens, J. Mach. Learn. Res. 21 (2020) 146, section 6.
///
/// @param step h; 1 is the whole way in the quadratic model
/// @param damping in units of the metric; the first one if it adapts
/// @param adaptive whether the damping follows the quadratic model
public record Natural(double step, double damping, boolean adaptive) {
    /// @throws Misuse for a step that is not positive, or a damping that is negative, or 0 and adaptive
    public Natural {
        Rates.positive(step);
        if (!(damping >= 0) || Double.isInfinite(damping) || (adaptive && damping == 0)) {
            throw new Misuse(
                    "a damping of " + damping,
                    adaptive ? "a positive number" : "0 or more",
                    "the default is 1e-3, adaptive; 0 is the step without damping");
        }
    }

    /// Whole steps with an adaptive damping that begins at 1e-3.
    public Natural() {
        this(1, 1e-3, true);
    }

    /// Steps without damping.
    public static Natural undamped(double step) {
        return new Natural(step, 0, false);
    }

    /// The flow in the metric of rows, which are factorised.
    public <S, W> Flow<S, Descending<W>> on(Rows<S, W> rows) {
        return new NaturalFlow<>(this, rows);
    }

    /// The flow in the exact Fisher metric of a likelihood, which is never written down: each step by conjugate
    /// gradients on products with it. For models with many coordinates and many rows.
    public <S> Flow<S, Descending<Integer>> on(Likelihood<S> likelihood) {
        return new NaturalCgFlow<>(this, likelihood);
    }

    /// How many directions the metric of the last step determined; all of them where there was damping.
    public static int rank(Descending<?> now) {
        return (int) now.tally()[NaturalFlow.RANK];
    }

    /// The damping of the next step.
    public static double damping(Descending<?> now) {
        return now.tally()[Descending.SIZE];
    }

    /// The damping after a step, by the ratio of the fall to the promised one.
    double adapted(double now, double ratio) {
        return !adaptive ? now : ratio > 0.75 ? now / 3 : ratio >= 0.25 ? now : 3 * now;
    }
}
