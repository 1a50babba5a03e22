package thalweg.measure;

import thalweg.array.Key;

/// Series with a memory that is known exactly.
final class Chain {
    private Chain() {}

    /// `x_i = phi x_{i-1} + sqrt(1 - phi^2) z_i`, begun in its stationary law N(0, 1): `rho_t = phi^t`,
    /// `tau = (1 + phi) / (1 - phi)`.
    static double[] autoregressive(double phi, int n, Key key) {
        double[] x = key.normals(n);
        double step = Math.sqrt(1 - phi * phi);
        for (int i = 1; i < n; i++) {
            x[i] = phi * x[i - 1] + step * x[i];
        }
        return x;
    }

    /// Spin 0 of three under single flips of a random site (reference/flow.json, `three_spin_chain`), with
    /// `E = -0.7 s0 s1 + 0.4 s1 s2 - 0.3 s0 s2 - 0.1 s0 + 0.2 s1 - 0.05 s2`, `beta = 1`.
    static double[] spins(boolean heatBath, int n, Key key) {
        int[] s = {1, 1, 1};
        double[] x = new double[n];
        Key site = key.fold(0);
        Key luck = key.fold(1);
        for (int i = 0; i < n; i++) {
            int k = (int) site.integer(i, 3);
            double field = k == 0
                    ? 0.7 * s[1] + 0.3 * s[2] + 0.1
                    : k == 1 ? 0.7 * s[0] - 0.4 * s[2] - 0.2 : -0.4 * s[1] + 0.3 * s[0] + 0.05;
            double rise = 2 * s[k] * field;
            double accept = heatBath ? 1 / (1 + StrictMath.exp(rise)) : StrictMath.exp(-rise);
            s[k] = luck.uniform(i) < accept ? -s[k] : s[k];
            x[i] = s[0];
        }
        return x;
    }
}
