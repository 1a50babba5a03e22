package thalweg.room.mechanics.orbit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// An orbit and what it was held to.
///
/// @param period of the motion by which turns are counted, NaN where it does not close
/// @param seen the first time of return as it was seen, NaN if it was not
/// @param energy how well it was kept
/// @param others how well the other conserved quantities were kept
/// @param order as measured, null if it was not asked for
public record Outcome(
        Follow follow,
        Track track,
        double period,
        double seen,
        Errors energy,
        List<Errors> others,
        @Nullable OrderTrial order) {
    /// Judges a track at some pace.
    public static Outcome of(Follow follow, Track track, Pace pace, @Nullable OrderTrial order) {
        return of(follow, track, pace.period(), pace.seen(), order);
    }

    /// Judges a track by a known period, NaN for none, and one that was seen.
    public static Outcome of(Follow follow, Track track, double period, double seen, @Nullable OrderTrial order) {
        Motion motion = follow.motion();
        List<Errors> others = new ArrayList<>();
        for (Invariant invariant : motion.invariants()) {
            others.add(Errors.of(invariant, track, 1));
        }
        Errors energy = Errors.of(motion.energy(), track, kinetic(motion, track));
        return new Outcome(follow, track, period, seen, energy, others, order);
    }

    /// The largest part of the energy that goes with the momenta.
    private static double kinetic(Motion motion, Track track) {
        double largest = 0;
        ToDoubleFunction<double[]> energy = motion.energy().value();
        for (double[] state : track.states()) {
            double[] still = state.clone();
            java.util.Arrays.fill(still, motion.half(), still.length, 0);
            double kinetic = Math.abs(energy.applyAsDouble(state) - energy.applyAsDouble(still));
            largest = kinetic > largest && kinetic < Double.POSITIVE_INFINITY ? kinetic : largest;
        }
        return largest;
    }

    /// The largest error of the energy, relative to its value.
    public double energyError() {
        return energy.largest();
    }

    /// The change of the energy by a straight line through the whole run, relative to its value.
    public double energyDrift() {
        return energy.drift(track.times());
    }

    /// Whole turns made.
    long turns() {
        return track.closed().length == 0 ? 0 : Math.round(follow.closing() / period);
    }

    /// The distance to the start after the last whole turn, NaN if none was made.
    double returned() {
        return track.closed().length == 0
                ? Double.NaN
                : follow.motion().distance(track.closed(), follow.motion().start());
    }
}
