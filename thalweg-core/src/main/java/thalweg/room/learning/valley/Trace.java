package thalweg.room.learning.valley;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Tensor;
import thalweg.flow.Ending;
import thalweg.flow.Flow;
import thalweg.flow.Glance;
import thalweg.flow.Run;
import thalweg.flow.Stop;
import thalweg.flow.Trajectory;
import thalweg.flow.motion.DormandPrince;
import thalweg.flow.motion.Moving;
import thalweg.flow.motion.Radau;
import thalweg.flow.motion.RungeKutta;
import thalweg.study.Lab;
import thalweg.study.Rounding;

/// The ball rolling down without inertia, `dx/dt = -grad E`, with the account of its energy:
/// `E(0) - E(t) = int |grad E|^2 dt`.
///
/// @param times of the recorded places
/// @param heights E there
/// @param works the integral of `|grad E|^2` up to there
/// @param steps done
public record Trace(
        double[] times, double[] heights, double[] works, List<double[]> places, long steps, Ending ending) {
    private static final int RISES = 10;

    /// The integrator of the flow.
    public enum Method {
        /// steps of fixed size: gradient descent
        EULER,
        /// the classical steps of order 4, of fixed size
        RK4,
        /// Dormand and Prince, order 5, adaptive
        RK45,
        /// Dormand and Prince, order 8, adaptive
        RK853,
        /// Radau IIA, order 5, adaptive, for stiff landscapes
        RADAU
    }

    /// How to roll.
    ///
    /// @param step of the methods of fixed size
    /// @param tolerance of the others, relative
    /// @param time at which to stop, infinite for never
    /// @param arrival slope, as a share of the largest met, at which the flow has arrived
    /// @param budget of steps
    public record Way(Method by, double step, double tolerance, double time, double arrival, long budget) {}

    /// Rolls from the start of a terrain.
    public static Trace of(Terrain terrain, Way way, Lab lab) {
        double[] x = terrain.start();
        int n = terrain.size();
        double length = Math.min(1, terrain.length());
        double slope = Newton.norm(terrain.slope(x));
        double unit = Math.max(Math.abs(terrain.height(x)), slope * length) / length;
        unit = unit > 0 && Double.isFinite(unit) ? unit : 1;
        WorkField field = new WorkField(terrain.energy(), terrain.flat(), unit);
        double absolute = way.tolerance * length;
        Flow<Tensor, Moving> flow = switch (way.by) {
            case EULER -> RungeKutta.euler(way.step).on(field);
            case RK4 -> RungeKutta.classical(way.step).on(field);
            case RK45 -> new DormandPrince(way.tolerance, absolute, 5).on(field);
            case RK853 -> new DormandPrince(way.tolerance, absolute, 8).on(field);
            case RADAU -> new Radau(way.tolerance, absolute).on(field);
        };
        Stop stop = new Watch(terrain, way, slope);
        if (way.time < Double.POSITIVE_INFINITY) {
            stop = stop.or(Stop.time(way.time));
        }
        Tensor start = Tensor.vector(Arrays.copyOf(x, n + 1));
        Trajectory<Tensor> path = Run.of(new Descending(flow, terrain), start, lab.key())
                .every(1)
                .unless(lab::stopping)
                .watch(500, g -> lab.progress(g.step(), 0, "rolling"))
                .until(stop);
        double scale = unit;
        return new Trace(
                path.times(),
                path.heights(),
                path.places().stream().mapToDouble(p -> p.at(n) * scale).toArray(),
                path.places().stream().map(p -> Arrays.copyOf(p.toArray(), n)).toList(),
                path.done(),
                path.ending());
    }

    /// Where the flow ended.
    public double[] end() {
        return places.getLast().clone();
    }

    /// `max |E(0) - E(t) - w(t)| / max(|E(0)|, |E(t)|, E(0) - E(t))` over the recorded times.
    public double defect() {
        double worst = 0;
        for (int k = 1; k < heights.length; k++) {
            double drop = heights[0] - heights[k];
            double scale = Math.max(Math.max(Math.abs(heights[0]), Math.abs(heights[k])), drop);
            double defect = Math.abs(drop - works[k]);
            worst = defect == 0 ? worst : Math.max(worst, defect / scale);
        }
        return worst;
    }

    /// At how many steps the energy rose, by more than the rounding of the largest height.
    public long rises() {
        double scale = 0;
        long rises = 0;
        for (int k = 0; k < heights.length; k++) {
            scale = Math.max(scale, Math.abs(heights[k]));
            rises += k > 0 && heights[k] > heights[k - 1] + 1e-14 * scale ? 1 : 0;
        }
        return rises;
    }

    /// Ends a run where the slope is next to nothing, where the energy keeps rising, or where the land is left.
    private static final class Watch implements Stop {
        private final Terrain terrain;
        private final Way way;
        private double largest;
        private double before = Double.POSITIVE_INFINITY;
        private double first = Double.NaN;
        private int rises;

        Watch(Terrain terrain, Way way, double slope) {
            this.terrain = terrain;
            this.way = way;
            this.largest = slope;
        }

        @Override
        public @Nullable Ending at(Glance glance) {
            if (!Double.isFinite(glance.slope()) || !Double.isFinite(glance.height())) {
                return new Ending.Diverged(
                        "the energy is no finite number after step " + glance.step() + limit(),
                        glance.step(),
                        "the energy");
            }
            largest = Math.max(largest, glance.slope());
            first = Double.isNaN(first) ? glance.height() : first;
            double noise = 1e-13 * Math.max(Math.abs(first), Math.abs(glance.height()));
            rises = glance.height() > before + noise ? rises + 1 : 0;
            before = glance.height();
            if (glance.slope() <= way.arrival * largest) {
                return new Ending.Converged("the slope is " + Rounding.number(glance.slope(), 2) + " after time "
                        + Rounding.number(glance.time(), 6) + ", " + glance.step() + " steps");
            }
            if (rises >= RISES) {
                return new Ending.Diverged(
                        "the energy rose for " + RISES + " steps, up to step " + glance.step() + limit(),
                        glance.step(),
                        "the energy");
            }
            return glance.step() >= way.budget
                    ? new Ending.Exhausted("the budget of " + way.budget + " steps is used up", false)
                    : null;
        }

        /// Why, where steps are of fixed size.
        private String limit() {
            if (way.by != Method.EULER && way.by != Method.RK4) {
                return "";
            }
            double stiffest = Curvature.of(terrain.flat(), terrain.start()).norm();
            return ": the step " + Rounding.number(way.step) + " is too long; the largest curvature at the start is "
                    + Rounding.number(stiffest, 4) + ", and steps up to 2/lambda_max = "
                    + Rounding.number(2 / stiffest, 4) + " are stable there";
        }
    }
}
