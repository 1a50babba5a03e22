package thalweg.room.mechanics.field;

import java.util.List;

/// What rollouts say of a law: how far from measured motions, how far off in energy.
public final class Judgement {
    private static final double FARTHEST = 10;
    private static final double TOLERANCE = 1e-9;

    private Judgement() {}

    /// Rms distance of rollouts from measured motions over their whole length, in standard deviations of the state;
    /// no point counts for more than 10.
    public static double rollout(Contender law, List<Path> held, double[] sd) {
        double sum = 0;
        long count = 0;
        for (Path path : held.subList(0, Math.min(50, held.size()))) {
            double[] time = fromZero(path.time());
            double[][] states = Rollout.states(law.velocity(), path.state(0), time, TOLERANCE);
            for (int i = 1; i < states.length; i++) {
                double square = 0;
                for (int a = 0; a < sd.length; a++) {
                    double off = (states[i][a] - path.x()[i * sd.length + a]) / sd[a];
                    square += off * off / sd.length;
                }
                sum += square < FARTHEST * FARTHEST ? square : FARTHEST * FARTHEST;
                count++;
            }
        }
        return Math.sqrt(sum / count);
    }

    /// Mean square of `H(rollout) - H(truth)` at 100 times.
    public static double energy(Contender law, Truth truth, List<double[]> starts, double horizon) {
        Truth.Ready ready = truth.ready();
        double[] times = Rollout.times(horizon, 100);
        double sum = 0;
        for (double[] start : starts) {
            double[][] states = Rollout.states(law.velocity(), start, times, TOLERANCE);
            double[][] exact = truth.drag() == 0 ? states : Rollout.states(ready.velocity(), start, times, TOLERANCE);
            double begin = ready.height(start);
            for (int i = 0; i < times.length; i++) {
                double off = ready.height(states[i]) - (truth.drag() == 0 ? begin : ready.height(exact[i]));
                sum += Double.isFinite(off) ? off * off : Double.POSITIVE_INFINITY;
            }
        }
        return sum / (times.length * (double) starts.size());
    }

    /// Times counted from the first.
    public static double[] fromZero(double[] time) {
        double[] t = time.clone();
        for (int i = 0; i < t.length; i++) {
            t[i] -= time[0];
        }
        return t;
    }
}
