package thalweg.room.mechanics.field;

/// States with their slopes, `x = (q, p)` and `dx/dt`, row by row.
///
/// @param half degrees of freedom d; a state has 2d numbers
/// @param count rows
/// @param x `count * 2d` numbers
/// @param slope `count * 2d` numbers
/// @param input what drives the motion from outside, `count * inputs` numbers, empty without inputs
public record Samples(int half, int count, double[] x, double[] slope, double[] input) {
    /// Numbers in a state.
    public int size() {
        return 2 * half;
    }

    /// How many inputs a row has.
    public int inputs() {
        return count == 0 ? 0 : input.length / count;
    }

    /// The rows of some numbers, in their order.
    public Samples rows(int[] chosen) {
        int n = size();
        int m = inputs();
        double[] someX = new double[chosen.length * n];
        double[] someSlope = new double[chosen.length * n];
        double[] someInput = new double[chosen.length * m];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(x, chosen[i] * n, someX, i * n, n);
            System.arraycopy(slope, chosen[i] * n, someSlope, i * n, n);
            System.arraycopy(input, chosen[i] * m, someInput, i * m, m);
        }
        return new Samples(half, chosen.length, someX, someSlope, someInput);
    }

    /// Row `i` of the states, copied.
    public double[] state(int i) {
        double[] state = new double[size()];
        System.arraycopy(x, i * size(), state, 0, size());
        return state;
    }

    /// Mean of each component of the states.
    public double[] mean() {
        return mean(x, size());
    }

    /// Standard deviation of each component of the states, 1 where it is 0.
    public double[] deviation() {
        return deviation(x, size());
    }

    /// Standard deviation of each component of the slopes, 1 where it is 0.
    public double[] slopeDeviation() {
        return deviation(slope, size());
    }

    static double[] mean(double[] values, int n) {
        double[] mean = new double[n];
        int count = values.length / n;
        for (int i = 0; i < count; i++) {
            for (int a = 0; a < n; a++) {
                mean[a] += values[i * n + a];
            }
        }
        for (int a = 0; a < n; a++) {
            mean[a] /= Math.max(1, count);
        }
        return mean;
    }

    static double[] deviation(double[] values, int n) {
        double[] mean = mean(values, n);
        double[] sd = new double[n];
        int count = values.length / n;
        for (int i = 0; i < count; i++) {
            for (int a = 0; a < n; a++) {
                double off = values[i * n + a] - mean[a];
                sd[a] += off * off;
            }
        }
        for (int a = 0; a < n; a++) {
            sd[a] = Math.sqrt(sd[a] / Math.max(1, count));
            sd[a] = sd[a] > 0 ? sd[a] : 1;
        }
        return sd;
    }
}
