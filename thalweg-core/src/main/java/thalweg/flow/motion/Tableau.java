package thalweg.flow.motion;

/// The numbers of an explicit Runge-Kutta step: `k_i = f(t + c_i h, x + h sum_j a_ij k_j)`, `x += h sum_i b_i k_i`.
///
/// Butcher, Numerical Methods for Ordinary Differential Equations (2016), section 3.
///
/// @param stages a, row `i` with at most `i` numbers
/// @param nodes c
/// @param weights b
/// @param order of the error
public record Tableau(double[][] stages, double[] nodes, double[] weights, int order) {
    /// `x += h f(x)`: Euler (1768).
    public static final Tableau EULER = new Tableau(new double[][] {{}}, new double[] {0}, new double[] {1}, 1);

    /// The trapezoid after a look ahead: Heun (1900).
    public static final Tableau HEUN =
            new Tableau(new double[][] {{}, {1}}, new double[] {0, 1}, new double[] {0.5, 0.5}, 2);

    /// The classical four stages: Kutta (1901).
    public static final Tableau CLASSICAL = new Tableau(
            new double[][] {{}, {0.5}, {0, 0.5}, {0, 0, 1}},
            new double[] {0, 0.5, 0.5, 1},
            new double[] {1 / 6.0, 1 / 3.0, 1 / 3.0, 1 / 6.0},
            4);

    /// Seven stages of order 5, the last being the next one's first: Dormand and Prince (1980).
    public static final Tableau DORMAND_PRINCE_5 = new Tableau(
            new double[][] {
                {},
                {1 / 5.0},
                {3 / 40.0, 9 / 40.0},
                {44 / 45.0, -56 / 15.0, 32 / 9.0},
                {19372 / 6561.0, -25360 / 2187.0, 64448 / 6561.0, -212 / 729.0},
                {9017 / 3168.0, -355 / 33.0, 46732 / 5247.0, 49 / 176.0, -5103 / 18656.0}
            },
            new double[] {0, 1 / 5.0, 3 / 10.0, 4 / 5.0, 8 / 9.0, 1},
            new double[] {35 / 384.0, 0, 500 / 1113.0, 125 / 192.0, -2187 / 6784.0, 11 / 84.0},
            5);

    /// Twelve stages of order 8: Hairer, Nørsett and Wanner, Solving ODEs I (1993), II.5, after Dormand and Prince.
    public static final Tableau DORMAND_PRINCE_8 = new Tableau(
            java.util.Arrays.copyOf(EighthTable.STAGES, 12),
            java.util.Arrays.copyOf(EighthTable.NODES, 12),
            EighthTable.WEIGHTS,
            8);

    /// Writes `x + factor sum_j row_j k_j` to `out`.
    static void sum(double[] x, double factor, double[] row, double[][] k, double[] out) {
        int n = x.length;
        if (row.length == 0) {
            System.arraycopy(x, 0, out, 0, n);
            return;
        }
        double first = row[0];
        double[] slope = k[0];
        for (int i = 0; i < n; i++) {
            out[i] = first * slope[i];
        }
        for (int j = 1; j < row.length; j++) {
            double weight = row[j];
            if (weight != 0) {
                slope = k[j];
                for (int i = 0; i < n; i++) {
                    out[i] += weight * slope[i];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            out[i] = x[i] + factor * out[i];
        }
    }
}
