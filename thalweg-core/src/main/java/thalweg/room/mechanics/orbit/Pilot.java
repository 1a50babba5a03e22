package thalweg.room.mechanics.orbit;

import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.flow.Run;
import thalweg.flow.Stop;
import thalweg.flow.Trajectory;
import thalweg.flow.motion.AdaptiveFlow;
import thalweg.flow.motion.Event;

/// What a short flight at high accuracy tells of a motion before it is followed: its scale of time, and when it
/// returns.
///
/// @param times at which its steps of order 8 ended, each in error by 1e-14
/// @param period the first time of return to the start, NaN if there was none
record Pilot(double[] times, double period) {
    private static final double TOLERANCE = 1e-14;
    private static final double CLOSED = 1e-6;
    private static final int STEPS = 4000;

    /// Flies until a time, or for 4000 steps.
    static Pilot of(Motion motion, double end) {
        return fly(motion, motion.law().course(motion.start(), Method.DP8, Double.NaN, TOLERANCE), end);
    }

    private static <S> Pilot fly(Motion motion, Course<S> course, double end) {
        Trajectory<S> seen = course.run().every(1).until(Stop.time(end).or(Stop.steps(STEPS)));
        double period = course.flow() instanceof AdaptiveFlow<S> flow
                ? new Return<>(motion, course, flow, seen).time()
                : Double.NaN;
        return new Pilot(seen.times(), period);
    }

    /// The time it came to.
    double reached() {
        return times[times.length - 1];
    }

    /// The mean step up to a time.
    double mean(double end) {
        int count = Math.max(1, before(end));
        return times.length > 1 ? times[count] / count : reached();
    }

    /// The smallest step up to a time, but for the first, which is a guess, and the last, which is cut.
    double least(double end) {
        double least = mean(end);
        for (int i = 2; i <= before(end); i++) {
            least = Math.min(least, times[i] - times[i - 1]);
        }
        return least;
    }

    private int before(double end) {
        int count = 0;
        while (count + 2 < times.length && times[count + 1] <= end) {
            count++;
        }
        return count;
    }

    /// The first return of a flight to its start: where it crosses, in the first direction, the plane through the
    /// start that it left at a right angle, and the start itself to a millionth.
    private record Return<S>(Motion motion, Course<S> course, AdaptiveFlow<S> flow, Trajectory<S> seen) {
        double time() {
            double[] start = motion.start();
            double[] velocity = new double[start.length];
            motion.law().rate(start).at(0, start, velocity);
            double size = 0;
            double before = 0;
            for (int k = 0; k < seen.times().length; k++) {
                double[] x = course.flat(seen.places().get(k));
                size = Math.max(size, motion.distance(x, new double[x.length]));
                double height = height(velocity, x);
                if (k > 1 && before < 0 && height >= 0) {
                    Double crossing = crossing(velocity, k - 1, CLOSED * size);
                    if (crossing != null) {
                        return crossing;
                    }
                }
                before = height;
            }
            return Double.NaN;
        }

        private double height(double[] velocity, double[] x) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += velocity[i] * motion.difference(i, x[i], motion.start()[i]);
            }
            return sum;
        }

        /// The time at which the step after place `k` meets the plane; null if that is not at the start.
        private @Nullable Double crossing(double[] velocity, int k, double near) {
            double step = seen.times()[k + 1] - seen.times()[k];
            Event home = new Event("return", (t, x) -> height(velocity, x), 1, true);
            Trajectory<S> met = Run.of(flow.meeting(home), seen.places().get(k), Key.of(0))
                    .every(1)
                    .until(Stop.time(1.01 * step));
            double distance = motion.distance(course.flat(met.last()), motion.start());
            double[] times = met.times();
            return distance <= near ? seen.times()[k] + times[times.length - 1] : null;
        }
    }
}
