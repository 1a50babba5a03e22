package thalweg.room.mechanics.field;

import thalweg.array.Key;
import thalweg.array.kernel.Blas;
import thalweg.array.kernel.Lanes;

/// Ridges `tanh(w . x + b)` laid between pairs of data points, half their height apart from one to the other.
///
/// `w = 2 ln(1.5) s (z_j - z_i) / |z_j - z_i|^2` in standardised states z, `b` so that the ridge stands midway:
/// Bolager et al., NeurIPS 2023 (arXiv:2306.16830), section 3.
///
/// @param n numbers in a state
/// @param weight `count * n`, for states as they are
/// @param bias `count`
public record Ridges(int n, double[] weight, double[] bias) {
    private static final double STEEPEST = 6;

    /// Which parts of the state a ridge may look at.
    public enum Sight {
        /// All of it.
        WHOLE,
        /// Positions alone or momenta alone, in turn.
        HALVES,
        /// Positions alone.
        POSITIONS
    }

    /// How many there are.
    public int count() {
        return bias.length;
    }

    /// Draws ridges between rows of the samples.
    ///
    /// @param steepness s; 1 lays the sides of a ridge at the two points, less makes it wider
    public static Ridges draw(Key key, Samples samples, int count, Sight sight, double steepness) {
        return draw(key, samples.x(), samples.size(), count, sight, steepness);
    }

    /// Draws ridges between rows of states of `n` numbers.
    public static Ridges draw(Key key, double[] x, int n, int count, Sight sight, double steepness) {
        double[] mean = Samples.mean(x, n);
        double[] sd = Samples.deviation(x, n);
        int rows = x.length / n;
        double[] weight = new double[count * n];
        double[] bias = new double[count];
        double[] low = new double[n];
        double[] gap = new double[n];
        long draw = 0;
        int laid = 0;
        while (laid < count) {
            int i = (int) key.integer(3 * draw, rows);
            int j = (int) key.integer(3 * draw + 1, rows);
            draw++;
            int from = sight == Sight.HALVES && laid % 2 == 1 ? n / 2 : 0;
            int to = sight == Sight.WHOLE || sight == Sight.HALVES && laid % 2 == 1 ? n : n / 2;
            double square = 0;
            for (int a = 0; a < n; a++) {
                boolean seen = a >= from && a < to;
                low[a] = seen ? (x[i * n + a] - mean[a]) / sd[a] : 0;
                gap[a] = seen ? (x[j * n + a] - mean[a]) / sd[a] - low[a] : 0;
                square += gap[a] * gap[a];
            }
            double factor = 2 * 0.4054651081081644 * steepness / square;
            boolean fit = square > 0 && factor * Math.sqrt(square) <= STEEPEST;
            if (!fit && draw < 1000L * count) {
                continue;
            }
            double at = 0;
            for (int a = 0; a < n; a++) {
                double w = fit ? factor * gap[a] : key.normal(3 * draw + 2);
                weight[laid * n + a] = w / sd[a];
                at += w * (low[a] + 0.5 * gap[a] + mean[a] / sd[a]);
            }
            bias[laid] = -at;
            laid++;
        }
        return new Ridges(n, weight, bias);
    }

    /// Writes `1 - tanh^2` of every ridge at some states, `rows * count` numbers.
    void slopes(double[] x, int from, int rows, double[] out) {
        values(x, from, rows, out);
        int all = rows * count();
        for (int i = 0; i < all; i++) {
            out[i] = 1 - out[i] * out[i];
        }
    }

    /// Writes `tanh` of every ridge at some states, `rows * count` numbers.
    void values(double[] x, int from, int rows, double[] out) {
        int k = count();
        for (int i = 0; i < rows; i++) {
            System.arraycopy(bias, 0, out, i * k, k);
        }
        Blas.gemm(false, true, rows, k, n, 1, x, from * n, n, weight, 0, n, 1, out, 0, k);
        Lanes.tanh(out, 0, out, 0, rows * k);
    }
}
