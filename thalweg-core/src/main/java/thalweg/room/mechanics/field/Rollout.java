package thalweg.room.mechanics.field;

import java.util.Arrays;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Ending;
import thalweg.flow.Field;
import thalweg.flow.Rate;
import thalweg.flow.Run;
import thalweg.flow.Stop;
import thalweg.flow.Trajectory;
import thalweg.flow.motion.DormandPrince;

/// A motion followed from a start, read at some times: where a learned law is judged.
///
/// By Dormand-Prince steps of order 8. A motion that leaves all bounds or stiffens ends there; the rest is NaN.
public final class Rollout {
    private static final int MOST_STEPS = 4000;

    private Rollout() {}

    /// A field on plain arrays, with a door for integrators.
    private record Written(Rate.Written velocity) implements Field<Tensor> {
        @Override
        public Tensor at(Tensor t, Tensor x) {
            double[] out = new double[x.count()];
            velocity.at(t.value(), x.toArray(), out);
            return Tensor.vector(out);
        }

        @Override
        public Rate<Tensor> flat(Tensor example) {
            return Rate.written(example, velocity);
        }
    }

    /// The states at `times`, ascending, the first of them the start's.
    ///
    /// @param tolerance of each step, relative and absolute
    public static double[][] states(Rate.Written velocity, double[] start, double[] times, double tolerance) {
        double[][] states = new double[times.length][];
        Tensor now = Tensor.vector(start);
        states[0] = start.clone();
        DormandPrince method = new DormandPrince(tolerance);
        Field<Tensor> field = new Written((t, x, out) -> {
            velocity.at(t, x, out);
            for (int a = 0; a < x.length; a++) {
                out[a] = Math.abs(x[a]) > 1e6 ? Double.NaN : out[a];
            }
        });
        boolean alive = true;
        long left = MOST_STEPS;
        for (int i = 1; i < times.length; i++) {
            double span = times[i] - times[i - 1];
            if (alive && span > 0) {
                Trajectory<Tensor> path = Run.of(method.on(field), now, Key.of(0))
                        .until(Stop.time(span).or(Stop.steps(left)));
                left -= path.done();
                alive = path.ending() instanceof Ending.Converged && left > 0;
                now = path.last();
            }
            states[i] = now.toArray();
            if (!alive) {
                Arrays.fill(states[i], Double.NaN);
            }
        }
        return states;
    }

    /// `count` times from 0 to `end`.
    public static double[] times(double end, int count) {
        double[] times = new double[count];
        Arrays.setAll(times, i -> end * i / (count - 1));
        return times;
    }
}
