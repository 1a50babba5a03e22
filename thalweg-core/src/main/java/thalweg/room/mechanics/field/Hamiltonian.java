package thalweg.room.mechanics.field;

import thalweg.flow.Rate;
import thalweg.model.TanhSlope;
import thalweg.model.TanhSum;

/// A learned law of motion, `dq/dt = dH/dp`, `dp/dt = -dH/dq - gamma dq/dt + G u`.
///
/// Without drag and inputs the flow conserves H and is symplectic whatever the parameters are.
///
/// @param energy H over states `(q, p)`
/// @param drag gamma, one number a degree of freedom, or empty
/// @param input G, `half * inputs` numbers row by row, or empty
public record Hamiltonian(TanhSum energy, double[] drag, double[] input) {
    /// Degrees of freedom.
    public int half() {
        return energy.size() / 2;
    }

    /// The velocity on plain arrays, inputs at rest.
    public Rate.Written velocity() {
        TanhSlope slopes = energy.slopes();
        int n = energy.size();
        int d = n / 2;
        return (t, x, out) -> {
            double[] slope = new double[n];
            slopes.at(x, slope);
            for (int i = 0; i < d; i++) {
                out[i] = slope[d + i];
                out[d + i] = -slope[i] - (drag.length == 0 ? 0 : drag[i] * out[i]);
            }
        };
    }

    /// The slopes at rows of samples, inputs included, `count * 2d` numbers.
    public double[] slopes(Samples samples) {
        Rate.Written velocity = velocity();
        int n = samples.size();
        int m = samples.inputs();
        double[] all = new double[samples.count() * n];
        double[] out = new double[n];
        for (int i = 0; i < samples.count(); i++) {
            velocity.at(0, samples.state(i), out);
            for (int k = 0; k < n / 2 && input.length > 0; k++) {
                for (int u = 0; u < m; u++) {
                    out[n / 2 + k] += input[k * m + u] * samples.input()[i * m + u];
                }
            }
            System.arraycopy(out, 0, all, i * n, n);
        }
        return all;
    }

    /// The matrix `d(dx/dt)/dx = (J - R) H''`, `2d` by `2d`.
    public double[] jacobian(double[] x) {
        int n = energy.size();
        int d = n / 2;
        double[] curvature = new double[n * n];
        energy.slopes().curvature(x, curvature);
        double[] jacobian = new double[n * n];
        for (int i = 0; i < d; i++) {
            for (int b = 0; b < n; b++) {
                jacobian[i * n + b] = curvature[(d + i) * n + b];
                double braked = drag.length == 0 ? 0 : drag[i] * jacobian[i * n + b];
                jacobian[(d + i) * n + b] = -curvature[i * n + b] - braked;
            }
        }
        return jacobian;
    }
}
