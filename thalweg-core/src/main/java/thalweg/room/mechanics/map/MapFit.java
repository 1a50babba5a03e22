package thalweg.room.mechanics.map;

import java.util.Arrays;
import thalweg.array.kernel.Blas;
import thalweg.flow.descent.Adam;
import thalweg.linalg.Cholesky;

/// A net of shears fitted to pairs of states: residuals `(map(z) - z') / sd` with their exact Jacobian, by damped
/// Gauss-Newton steps or by Adam.
///
/// `dx = -S J' (J S J' + mu)^-1 r`, or the same by `J' J`, whichever is smaller: where pairs leave parameters open,
/// steps
/// of least length decide, in units S of each parameter. Biases have small units, so that potentials stay even where
/// the
/// pairs allow it.
public final class MapFit {
    private static final double BIAS = 1e-2;

    private final ShearNet net;
    private final Pairs pairs;
    private final double[] sd;
    private final double[] unit;
    private final int n;

    /// @param net where to begin
    public MapFit(ShearNet net, Pairs pairs) {
        this.net = net;
        this.pairs = pairs;
        this.sd = pairs.plain().deviation();
        this.n = pairs.size();
        this.unit = net.units(BIAS);
    }

    /// The net after at most `steps` steps of Gauss-Newton.
    public ShearNet gaussNewton(int steps) {
        double[] x = net.theta().clone();
        int rows = pairs.count() * n;
        int m = x.length;
        double[] residual = new double[rows];
        double[] jacobian = new double[rows * m];
        double sum = residual(x, residual);
        double damping = 1e-2;
        int idle = 0;
        for (int s = 0; s < steps && idle < 25 && sum > 1e-31 * rows; s++) {
            jacobian(x, jacobian);
            residual(x, residual);
            Step step = new Step(jacobian, residual, rows, m);
            boolean taken = false;
            while (!taken && damping < 1e6) {
                double[] move = step.damped(damping);
                double[] next = x.clone();
                for (int k = 0; k < m; k++) {
                    next[k] += unit[k] * move[k];
                }
                double now = residual(next, new double[rows]);
                if (now < sum) {
                    idle = now > 0.998 * sum ? idle + 1 : 0;
                    sum = now;
                    x = next;
                    taken = true;
                    damping = Math.max(1e-16, 0.1 * damping);
                } else {
                    damping *= 5;
                }
            }
            if (!taken) {
                break;
            }
        }
        return net.with(x);
    }

    /// The linear problem of one step, from its smaller side.
    private static final class Step {
        private final double[] jacobian;
        private final double[] right;
        private final double[] square;
        private final int rows;
        private final int m;
        private final boolean dual;
        private final double trace;

        Step(double[] jacobian, double[] residual, int rows, int m) {
            this.jacobian = jacobian;
            this.rows = rows;
            this.m = m;
            this.dual = rows < m;
            int k = dual ? rows : m;
            this.square = new double[k * k];
            Blas.gemm(!dual, dual, k, k, dual ? m : rows, 1, jacobian, 0, m, jacobian, 0, m, 0, square, 0, k);
            this.right = new double[k];
            if (dual) {
                System.arraycopy(residual, 0, right, 0, rows);
            } else {
                Blas.gevm(rows, m, residual, 0, jacobian, 0, m, right, 0);
            }
            double sum = 0;
            for (int i = 0; i < k; i++) {
                sum += square[i * (k + 1)];
            }
            this.trace = sum / k;
        }

        double[] damped(double damping) {
            int k = right.length;
            double[] a = square.clone();
            for (int i = 0; i < k; i++) {
                a[i * (k + 1)] += damping * trace;
            }
            Cholesky cholesky = Cholesky.of(a, k);
            double[] move = new double[m];
            if (!cholesky.positive()) {
                Arrays.fill(move, Double.NaN);
                return move;
            }
            double[] solved = cholesky.solve(right, 1);
            if (dual) {
                Blas.gevm(rows, m, solved, 0, jacobian, 0, m, move, 0);
            } else {
                System.arraycopy(solved, 0, move, 0, m);
            }
            Arrays.setAll(move, i -> -move[i]);
            return move;
        }
    }

    /// The net after `steps` full-batch steps of Adam.
    public ShearNet adam(int steps, double rate) {
        Adam rule = new Adam(rate);
        double[] x = net.theta().clone();
        double[][] memory = new double[rule.memories()][x.length];
        double[] slope = new double[x.length];
        for (int s = 0; s < steps; s++) {
            slope(x, slope);
            rule.move(x, slope, memory, s, 1);
        }
        return net.with(x);
    }

    /// Writes the slope of the mean square residual.
    ///
    /// @return the mean square residual
    public double slope(double[] x, double[] slope) {
        Arrays.fill(slope, 0);
        int m = net.parameters();
        ShearNet now = net.with(x);
        double[] tangent = new double[n * m];
        double sum = 0;
        double scale = 1.0 / (pairs.count() * n);
        for (int i = 0; i < pairs.count(); i++) {
            double[] z = Arrays.copyOfRange(pairs.from(), i * n, (i + 1) * n);
            Arrays.fill(tangent, 0);
            now.advance(z, pairs.step()[i], tangent, m, 0);
            for (int a = 0; a < n; a++) {
                double r = (z[a] - pairs.to()[i * n + a]) / sd[a];
                sum += scale * r * r;
                double factor = 2 * scale * r / sd[a];
                for (int k = 0; k < m; k++) {
                    slope[k] = Math.fma(factor, tangent[a * m + k], slope[k]);
                }
            }
        }
        return sum;
    }

    /// Writes residuals.
    ///
    /// @return their sum of squares, infinite where the map is not finite
    private double residual(double[] x, double[] residual) {
        SymplecticMap map = net.with(x).map();
        double sum = 0;
        for (int i = 0; i < pairs.count(); i++) {
            double[] z = map.at(Arrays.copyOfRange(pairs.from(), i * n, (i + 1) * n), pairs.step()[i]);
            for (int a = 0; a < n; a++) {
                double r = (z[a] - pairs.to()[i * n + a]) / sd[a];
                residual[i * n + a] = r;
                sum += r * r;
            }
        }
        return Double.isFinite(sum) ? sum : Double.POSITIVE_INFINITY;
    }

    /// Writes the slopes of residuals by parameters in their units.
    private void jacobian(double[] x, double[] jacobian) {
        int m = net.parameters();
        ShearNet now = net.with(x);
        double[] tangent = new double[n * m];
        for (int i = 0; i < pairs.count(); i++) {
            Arrays.fill(tangent, 0);
            now.advance(Arrays.copyOfRange(pairs.from(), i * n, (i + 1) * n), pairs.step()[i], tangent, m, 0);
            for (int a = 0; a < n; a++) {
                for (int k = 0; k < m; k++) {
                    jacobian[(i * n + a) * m + k] = unit[k] * tangent[a * m + k] / sd[a];
                }
            }
        }
    }

    /// Mean square residual of a net.
    public double misfit(ShearNet other) {
        return residual(other.theta(), new double[pairs.count() * n]) / (pairs.count() * (double) n);
    }
}
