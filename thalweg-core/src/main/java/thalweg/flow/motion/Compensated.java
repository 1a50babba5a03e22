package thalweg.flow.motion;

/// Sums that carry what rounding leaves of them. Møller, BIT 5 (1965) 37; Kahan, CACM 8 (1965) 40.
final class Compensated {
    private Compensated() {}

    /// `x_i += factor * v_i`, with remainders at `rest[at + i]`: the pair holds the sum to twice the precision.
    static void add(double[] x, double[] rest, int at, double[] v, double factor) {
        for (int i = 0; i < x.length; i++) {
            double value = factor * v[i];
            double sum = x[i] + value;
            double back = sum - x[i];
            double low = (x[i] - (sum - back)) + (value - back) + rest[at + i];
            x[i] = sum + low;
            rest[at + i] = low - (x[i] - sum);
        }
    }

    /// `x_i += value`, with its remainder at `rest[at]`.
    static void add(double[] x, int i, double[] rest, int at, double value) {
        double sum = x[i] + value;
        double back = sum - x[i];
        double low = (x[i] - (sum - back)) + (value - back) + rest[at];
        x[i] = sum + low;
        rest[at] = low - (x[i] - sum);
    }
}
