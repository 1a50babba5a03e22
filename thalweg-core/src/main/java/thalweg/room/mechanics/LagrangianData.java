package thalweg.room.mechanics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.array.Key;
import thalweg.array.kernel.Trigonometric;
import thalweg.flow.Rate;
import thalweg.room.mechanics.field.Path;
import thalweg.room.mechanics.field.Rollout;
import thalweg.room.mechanics.field.Samples;

/// Exact motions of pendulums in angles and angular velocities.
final class LagrangianData {
    private static final int COUNT = 60;
    private static final int TRAIN = 45;

    private LagrangianData() {}

    /// `a = -sin q`, or two equal pendulums: `2 a1 + a2 cos d + v2^2 sin d + 2 sin q1 = 0`, `a1 cos d + a2 - v1^2 sin d
    /// +
    /// sin q2 = 0`, `d = q1 - q2`.
    static Rate.Written law(LearnLagrangian.Recipe system) {
        if (system == LearnLagrangian.Recipe.PENDULUM) {
            return (t, x, out) -> {
                out[0] = x[1];
                out[1] = -Trigonometric.sin(x[0]);
            };
        }
        return (t, x, out) -> {
            double c = Trigonometric.cos(x[0] - x[1]);
            double s = Trigonometric.sin(x[0] - x[1]);
            double f = -x[3] * x[3] * s - 2 * Trigonometric.sin(x[0]);
            double g = x[2] * x[2] * s - Trigonometric.sin(x[1]);
            out[0] = x[2];
            out[1] = x[3];
            out[2] = (f - c * g) / (2 - c * c);
            out[3] = (2 * g - c * f) / (2 - c * c);
        };
    }

    static MotionQuestion.Answer made(LearnLagrangian.Recipe system, Key key) {
        Rate.Written law = law(system);
        int n = system == LearnLagrangian.Recipe.PENDULUM ? 2 : 4;
        double[] times = Rollout.times(3, 31);
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            double[] start = key.fold(i).uniforms(n);
            int half = n / 2;
            Arrays.setAll(start, a -> (2 * start[a] - 1) * (a < half ? 1.2 : 0.8));
            double[][] states = Rollout.states(law, start, times, 1e-12);
            paths.add(new Path(
                    "" + (i + 1),
                    times,
                    Arrays.stream(states).flatMapToDouble(Arrays::stream).toArray()));
        }
        return new MotionQuestion.Answer(
                List.of(),
                samples(paths.subList(0, TRAIN), law, n),
                samples(paths.subList(TRAIN, COUNT), law, n),
                paths.subList(0, TRAIN),
                paths.subList(TRAIN, COUNT),
                null,
                null,
                List.of());
    }

    private static Samples samples(List<Path> paths, Rate.Written law, int n) {
        double[] x = paths.stream().flatMapToDouble(p -> Arrays.stream(p.x())).toArray();
        double[] slope = new double[x.length];
        double[] out = new double[n];
        for (int i = 0; i < x.length; i += n) {
            law.at(0, Arrays.copyOfRange(x, i, i + n), out);
            System.arraycopy(out, 0, slope, i, n);
        }
        return new Samples(n / 2, x.length / n, x, slope, new double[0]);
    }
}
