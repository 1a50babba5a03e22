package thalweg.room.symmetry.invariant;

import thalweg.room.symmetry.sample.Groups;

/// How fast a quantity decays along trajectories: `dQ/dt = a - Q / lifetime`, from the slope of Q over time in each
/// trajectory against its mean.
///
/// @param lifetime NaN where time is not known or no decay is seen
public record Drift(double lifetime) {
    private static final double SEEN = 5;

    /// @param q one number a row
    public static Drift of(double[] q, Groups groups) {
        double[] time = groups.time();
        int k = groups.count();
        if (time == null || k < 3) {
            return new Drift(Double.NaN);
        }
        double[] slope = new double[k];
        double[] mean = new double[k];
        for (int g = 0; g < k; g++) {
            int from = groups.start()[g];
            int n = groups.start()[g + 1] - from;
            double t = 0;
            for (int i = from; i < from + n; i++) {
                t += time[i] / n;
                mean[g] += q[i] / n;
            }
            double tt = 0;
            for (int i = from; i < from + n; i++) {
                slope[g] += (time[i] - t) * q[i];
                tt += (time[i] - t) * (time[i] - t);
            }
            slope[g] /= tt > 0 ? tt : 1;
        }
        double x = 0;
        double y = 0;
        for (int g = 0; g < k; g++) {
            x += mean[g] / k;
            y += slope[g] / k;
        }
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int g = 0; g < k; g++) {
            xx += (mean[g] - x) * (mean[g] - x);
            xy += (mean[g] - x) * (slope[g] - y);
            yy += (slope[g] - y) * (slope[g] - y);
        }
        double rate = -xy / xx;
        double error = Math.sqrt(Math.max(0, yy - xy * xy / xx) / (k - 2) / xx);
        return new Drift(rate > SEEN * error && rate > 0 ? 1 / rate : Double.NaN);
    }
}
