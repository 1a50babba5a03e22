package thalweg.room.mechanics.field;

import java.util.Arrays;
import thalweg.array.Tensor;
import thalweg.flow.descent.LevenbergMarquardt;
import thalweg.flow.descent.Residuals;
import thalweg.model.TanhSum;

/// Ridges moved as well as weighed: Gauss-Newton on all parameters of a [TanhSum], with exact slopes of the residuals
/// `J grad H - dx/dt` and the ridge of the linear fit on its coefficients.
public final class Polish implements Residuals {
    private final Samples samples;
    private final TanhSum shape;
    private final double[] weight;
    private final double lambda;
    private final int n;
    private final int k;

    /// @param shape where to begin
    /// @param lambda ridge on coefficients
    public Polish(Samples samples, TanhSum shape, double lambda) {
        this.samples = samples;
        this.shape = shape;
        this.lambda = Math.sqrt(lambda);
        this.n = samples.size();
        this.k = shape.count();
        double[] sd = samples.slopeDeviation();
        this.weight = Arrays.stream(sd).map(s -> 1 / s).toArray();
    }

    /// The polished energy after at most `steps` steps.
    public TanhSum run(int steps) {
        double[] start = new double[parameters()];
        System.arraycopy(shape.weight().toArray(), 0, start, 0, k * n);
        System.arraycopy(shape.bias().toArray(), 0, start, k * n, k);
        System.arraycopy(shape.coefficient().toArray(), 0, start, k * n + k, k);
        System.arraycopy(shape.linear().toArray(), 0, start, k * n + 2 * k, n);
        double[] q = shape.quadratic().toArray();
        int at = k * n + 2 * k + n;
        for (int a = 0; a < n; a++) {
            for (int b = a; b < n; b++) {
                start[at++] = q[a * n + b];
            }
        }
        return sum(new LevenbergMarquardt(steps, 1).fit(this, start).place());
    }

    private TanhSum sum(double[] p) {
        double[] q = new double[n * n];
        int at = k * n + 2 * k + n;
        for (int a = 0; a < n; a++) {
            for (int b = a; b < n; b++) {
                q[a * n + b] = p[at];
                q[b * n + a] = p[at++];
            }
        }
        return new TanhSum(
                Tensor.of(Arrays.copyOf(p, k * n), k, n),
                Tensor.vector(Arrays.copyOfRange(p, k * n, k * n + k)),
                Tensor.vector(Arrays.copyOfRange(p, k * n + k, k * n + 2 * k)),
                shape.centre(),
                Tensor.vector(Arrays.copyOfRange(p, k * n + 2 * k, k * n + 2 * k + n)),
                Tensor.of(q, n, n));
    }

    @Override
    public int parameters() {
        return k * (n + 2) + n + n * (n + 1) / 2;
    }

    @Override
    public int count() {
        return samples.count() * n + k;
    }

    @Override
    public void residual(double[] p, double[] residual) {
        Hamiltonian law = new Hamiltonian(sum(p), new double[0], new double[0]);
        double[] slopes = law.slopes(samples);
        for (int i = 0; i < slopes.length; i++) {
            residual[i] = weight[i % n] * (slopes[i] - samples.slope()[i]);
        }
        for (int r = 0; r < k; r++) {
            residual[slopes.length + r] = lambda * p[k * n + k + r];
        }
    }

    @Override
    public void jacobian(double[] p, double[] jacobian) {
        int d = n / 2;
        int wide = parameters();
        double[] centre = shape.centre().toArray();
        Ridges ridges = new Ridges(n, Arrays.copyOf(p, k * n), Arrays.copyOfRange(p, k * n, k * n + k));
        double[] t = new double[samples.count() * k];
        ridges.values(samples.x(), 0, samples.count(), t);
        Arrays.fill(jacobian, 0);
        for (int i = 0; i < samples.count(); i++) {
            for (int a = 0; a < n; a++) {
                int partner = a < d ? a + d : a - d;
                double sign = (a < d ? 1 : -1) * weight[a];
                int row = (i * n + a) * wide;
                for (int r = 0; r < k; r++) {
                    double value = t[i * k + r];
                    double s = 1 - value * value;
                    double c = p[k * n + k + r];
                    double w = p[r * n + partner];
                    double bend = -2 * value * s * c * w;
                    for (int b = 0; b < n; b++) {
                        jacobian[row + r * n + b] = sign * bend * samples.x()[i * n + b];
                    }
                    jacobian[row + r * n + partner] += sign * c * s;
                    jacobian[row + k * n + r] = sign * bend;
                    jacobian[row + k * n + k + r] = sign * s * w;
                }
                int at = row + k * n + 2 * k;
                jacobian[at + partner] = sign;
                int column = at + n;
                for (int e = 0; e < n; e++) {
                    for (int f = e; f < n; f++) {
                        double value = e == partner ? samples.x()[i * n + f] - centre[f] : 0;
                        value += f == partner && e != f ? samples.x()[i * n + e] - centre[e] : 0;
                        jacobian[column++] = sign * value;
                    }
                }
            }
        }
        int from = samples.count() * n;
        for (int r = 0; r < k; r++) {
            jacobian[(from + r) * wide + k * n + k + r] = lambda;
        }
    }
}
