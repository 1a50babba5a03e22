package thalweg.room.mechanics.field;

import java.util.Arrays;

/// A state moved by a linear model of slopes, with its sensitivities to start and coefficients.
final class Motion {
    private static final double[][] MIDPOINT_A = {{}, {0.5}};
    private static final double[] MIDPOINT_B = {0, 1};
    private static final double[][] CLASSICAL_A = {{}, {0.5}, {0, 0.5}, {0, 0, 1}};
    private static final double[] CLASSICAL_B = {1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6};
    /// Butcher's method of order 6 in 7 stages: Butcher, J. Austral. Math. Soc. 4 (1964) 179.
    private static final double[][] SIXTH_A = {
        {},
        {1.0 / 3},
        {0, 2.0 / 3},
        {1.0 / 12, 1.0 / 3, -1.0 / 12},
        {-1.0 / 16, 9.0 / 8, -3.0 / 16, -3.0 / 8},
        {0, 9.0 / 8, -3.0 / 8, -3.0 / 4, 1.0 / 2},
        {9.0 / 44, -9.0 / 11, 63.0 / 44, 18.0 / 11, 0, -16.0 / 11}
    };
    private static final double[] SIXTH_B = {11.0 / 120, 0, 27.0 / 40, 27.0 / 40, -4.0 / 15, -4.0 / 15, 11.0 / 120};

    private final Columns columns;
    private final int n;
    private final int k;
    private final double[][] a;
    private final double[] b;
    private final Hamiltonian law;
    private final boolean sensitive;
    private final double[] unit;
    private double[] x = new double[0];
    private double[] tangent = new double[0];

    /// @param c coefficients in the scaling of the columns
    Motion(Columns columns, double[] c, int order, boolean sensitive) {
        this.columns = new Columns(
                columns.ridges(),
                columns.potential(),
                columns.separable(),
                columns.drag(),
                columns.inputs(),
                columns.centre(),
                columns.scale(),
                ones(columns.size()));
        this.n = columns.size();
        this.k = c.length;
        this.a = order <= 2 ? MIDPOINT_A : order <= 4 ? CLASSICAL_A : SIXTH_A;
        this.b = order <= 2 ? MIDPOINT_B : order <= 4 ? CLASSICAL_B : SIXTH_B;
        this.law = HamiltonianFit.law(this.columns, c);
        this.sensitive = sensitive;
        this.unit = new double[n * (k + 1)];
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    void begin(double[] start) {
        x = start.clone();
        tangent = new double[n * (n + k)];
        for (int i = 0; i < n; i++) {
            tangent[i * (n + k) + i] = 1;
        }
    }

    double[] x() {
        return x;
    }

    /// One step of length `h`.
    void advance(double h) {
        int stages = b.length;
        double[][] slope = new double[stages][n];
        double[][] turn = new double[stages][];
        double[] next = x.clone();
        double[] nextTangent = tangent.clone();
        thalweg.flow.Rate.Written velocity = law.velocity();
        for (int s = 0; s < stages; s++) {
            double[] at = x.clone();
            double[] moving = tangent.clone();
            for (int r = 0; r < a[s].length; r++) {
                double share = h * a[s][r];
                if (share == 0) {
                    continue;
                }
                for (int i = 0; i < n; i++) {
                    at[i] += share * slope[r][i];
                }
                if (sensitive) {
                    add(moving, share, turn[r]);
                }
            }
            velocity.at(0, at, slope[s]);
            for (int i = 0; i < n; i++) {
                next[i] += h * b[s] * slope[s][i];
            }
            if (sensitive) {
                turn[s] = tangents(at, slope[s], moving);
                add(nextTangent, h * b[s], turn[s]);
            }
        }
        x = next;
        tangent = nextTangent;
    }

    private static void add(double[] to, double share, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.fma(share, what[i], to[i]);
        }
    }

    private double[] tangents(double[] at, double[] slope, double[] moving) {
        int wide = n + k;
        double[] jacobian = law.jacobian(at);
        double[] out = new double[n * wide];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double factor = jacobian[i * n + j];
                for (int c = 0; c < wide; c++) {
                    out[i * wide + c] = Math.fma(factor, moving[j * wide + c], out[i * wide + c]);
                }
            }
        }
        columns.write(new Samples(n / 2, 1, at, slope, new double[columns.inputs()]), 0, 1, unit);
        for (int i = 0; i < law.drag().length; i++) {
            for (int c = 0; c < columns.extra(); c++) {
                unit[(n / 2 + i) * (k + 1) + c] -= law.drag()[i] * unit[i * (k + 1) + c];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < k; c++) {
                out[i * wide + n + c] += unit[i * (k + 1) + c];
            }
        }
        return out;
    }

    /// Writes the rows of the linearised problem at point `i`: start, coefficients, and what they should give.
    void rows(double[] c, double[] data, int i, double[] sd, double[] out) {
        int wide = n + k + 1;
        for (int p = 0; p < n; p++) {
            int row = (i * n + p) * wide;
            double left = (data[i * n + p] - x[p]) / sd[p];
            for (int j = 0; j < n + k; j++) {
                double value = tangent[p * (n + k) + j] / sd[p];
                out[row + j] = value;
                left += j >= n ? value * c[j - n] : 0;
            }
            out[row + n + k] = left;
        }
    }
}
