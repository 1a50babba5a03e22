package thalweg.room.mechanics.action;

import java.util.Arrays;
import thalweg.linalg.Cholesky;
import thalweg.linalg.Lu;
import thalweg.linalg.SymmetricEigen;

/// A path on which the discrete action `S = sum_k h [ |dx_k / h|^2 / 2 - V(x_k) ]` is stationary between fixed ends:
/// the
/// Verlet trajectory through both (Marsden and West, Acta Numerica 10 (2001) 357).
///
/// By Newton on the Euler-Lagrange equations, block tridiagonal; the signs of the block pivots count the negative
/// directions of the second variation (Sylvester), which is the number of conjugate times passed (Morse).
///
/// @param x states `(steps + 1) * d`
/// @param residual largest Euler-Lagrange residual, `|(x_(k+1) - 2 x_k + x_(k-1)) / h^2 + V'|`
/// @param iterations of Newton
/// @param index how many directions lower the action
/// @param conjugate times from the start at which the index grows, to one step
/// @param action S, ends of V by the trapezoidal rule
public record ActionPath(double[] x, double residual, int iterations, int index, double[] conjugate, double action) {
    private static final int MOST = 60;

    /// A potential with its slope and curvature.
    public interface Potential {
        /// Numbers in a place.
        int size();

        /// The height at `x`; slope (`d`) and curvature (`d * d`) are written.
        double at(double[] x, double[] slope, double[] curvature);
    }

    /// Finds the path of `steps` steps that lasts `time`, from a straight line bent by `guess`.
    ///
    /// @param guess `(steps + 1) * d`, ends included
    public static ActionPath of(Potential potential, double[] guess, double time, int steps) {
        int d = potential.size();
        double h = time / steps;
        double[] x = guess.clone();
        double[] force = new double[x.length];
        double[] curvature = new double[(steps + 1) * d * d];
        int iterations = 0;
        double left = residual(potential, x, h, force, curvature);
        while (iterations < MOST && left > 1e-13 * scale(x, h)) {
            double[] move = solve(force, curvature, h, steps, d);
            double share = 1;
            double[] next = x.clone();
            double now = Double.POSITIVE_INFINITY;
            while (share > 1e-3) {
                double s = share;
                Arrays.setAll(next, i -> x[i] - s * move[i]);
                now = residual(potential, next, h, force, curvature);
                if (now < left || left < 1e-10 * scale(x, h)) {
                    break;
                }
                share *= 0.5;
            }
            iterations++;
            if (!(now < left)) {
                left = residual(potential, x, h, force, curvature);
                break;
            }
            System.arraycopy(next, 0, x, 0, x.length);
            left = now;
        }
        return judged(potential, x, h, steps, left, iterations, curvature);
    }

    private static double scale(double[] x, double h) {
        double most = 0;
        for (double v : x) {
            most = Math.max(most, Math.abs(v));
        }
        return Math.max(1, 1e-3 * most / (h * h));
    }

    /// Writes `(x_(k+1) - 2 x_k + x_(k-1)) / h^2 + V'(x_k)` at inner places.
    private static double residual(Potential potential, double[] x, double h, double[] out, double[] curvature) {
        int d = potential.size();
        int steps = x.length / d - 1;
        double[] slope = new double[d];
        double[] bend = new double[d * d];
        double worst = 0;
        for (int k = 0; k <= steps; k++) {
            potential.at(Arrays.copyOfRange(x, k * d, (k + 1) * d), slope, bend);
            System.arraycopy(bend, 0, curvature, k * d * d, d * d);
            for (int c = 0; c < d && k > 0 && k < steps; c++) {
                int i = k * d + c;
                out[i] = (x[i + d] - x[i] - (x[i] - x[i - d])) / (h * h) + slope[c];
                worst = Math.max(worst, Math.abs(out[i]));
            }
        }
        return Double.isNaN(worst) ? Double.POSITIVE_INFINITY : worst;
    }

    /// Newton's step by block elimination: `(x_(k+1) - 2 x_k + x_(k-1)) / h^2 + V'' x_k = force`.
    private static double[] solve(double[] force, double[] curvature, double h, int steps, int d) {
        double inverse = 1 / (h * h);
        double[][] above = new double[steps][];
        double[][] right = new double[steps][];
        for (int k = 1; k < steps; k++) {
            double[] pivot = new double[d * d];
            double[] r = new double[d];
            for (int a = 0; a < d; a++) {
                r[a] = force[k * d + a] - (k > 1 ? inverse * right[k - 1][a] : 0);
                for (int b = 0; b < d; b++) {
                    pivot[a * d + b] = curvature[(k * d + a) * d + b]
                            - (a == b ? 2 * inverse : 0)
                            - (k > 1 ? inverse * above[k - 1][a * d + b] : 0);
                }
            }
            double[] unit = new double[d * d];
            for (int a = 0; a < d; a++) {
                unit[a * (d + 1)] = inverse;
            }
            Lu lu = Lu.of(pivot, d);
            above[k] = lu.singular() ? new double[d * d] : lu.solve(unit, d);
            right[k] = lu.singular() ? new double[d] : lu.solve(r, 1);
        }
        double[] move = new double[force.length];
        for (int k = steps - 1; k >= 1; k--) {
            for (int a = 0; a < d; a++) {
                double sum = right[k][a];
                for (int b = 0; b < d && k < steps - 1; b++) {
                    sum -= above[k][a * d + b] * move[(k + 1) * d + b];
                }
                move[k * d + a] = sum;
            }
        }
        return move;
    }

    /// The index by the pivots of the second variation `(2 - h^2 V'') on the diagonal, -1 beside it`.
    private static ActionPath judged(
            Potential potential, double[] x, double h, int steps, double left, int iterations, double[] curvature) {
        int d = potential.size();
        double[] before = new double[d * d];
        int index = 0;
        double[] conjugate = new double[steps * d];
        int met = 0;
        for (int k = 1; k < steps; k++) {
            double[] pivot = new double[d * d];
            for (int a = 0; a < d; a++) {
                for (int b = 0; b < d; b++) {
                    pivot[a * d + b] = (a == b ? 2 : 0) - h * h * curvature[(k * d + a) * d + b] - before[a * d + b];
                }
            }
            if (!Cholesky.of(pivot, d).positive()) {
                for (double value : SymmetricEigen.of(pivot, d).values()) {
                    if (value < 0) {
                        index++;
                        conjugate[met++] = (k + 1) * h;
                    }
                }
            }
            double[] unit = new double[d * d];
            for (int a = 0; a < d; a++) {
                unit[a * (d + 1)] = 1;
            }
            Lu lu = Lu.of(pivot, d);
            before = lu.singular() ? new double[d * d] : lu.solve(unit, d);
        }
        double[] slope = new double[d];
        double[] bend = new double[d * d];
        double action = 0;
        for (int k = 0; k < steps; k++) {
            double kinetic = 0;
            for (int c = 0; c < d; c++) {
                double v = (x[(k + 1) * d + c] - x[k * d + c]) / h;
                kinetic += 0.5 * v * v;
            }
            double first = potential.at(Arrays.copyOfRange(x, k * d, (k + 1) * d), slope, bend);
            double last = potential.at(Arrays.copyOfRange(x, (k + 1) * d, (k + 2) * d), slope, bend);
            action += h * (kinetic - 0.5 * (first + last));
        }
        return new ActionPath(x, left, iterations, index, Arrays.copyOf(conjugate, met), action);
    }
}
