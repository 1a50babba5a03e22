package thalweg.model;

import java.util.Arrays;
import thalweg.array.kernel.Exponential;

/// The height, slope and curvature of a [TanhSum] on plain arrays: `grad E = sum_k c_k (1 - t_k^2) w_k + g + Q y`.
///
/// Safe to use from many threads.
public final class TanhSlope {
    private final int n;
    private final int count;
    private final double[] weight;
    private final double[] bias;
    private final double[] coefficient;
    private final double[] centre;
    private final double[] linear;
    private final double[] quadratic;

    TanhSlope(TanhSum sum) {
        this.n = sum.size();
        this.count = sum.count();
        this.weight = sum.weight().toArray();
        this.bias = sum.bias().toArray();
        this.coefficient = sum.coefficient().toArray();
        this.centre = sum.centre().toArray();
        this.linear = sum.linear().toArray();
        this.quadratic = sum.quadratic().toArray();
    }

    /// The dimension of places.
    public int size() {
        return n;
    }

    /// The height at `x`; the slope is written to `slope`.
    public double at(double[] x, double[] slope) {
        double height = bowl(x, slope);
        for (int k = 0; k < count; k++) {
            double t = ridge(x, k);
            height = Math.fma(coefficient[k], t, height);
            double factor = coefficient[k] * (1 - t * t);
            for (int a = 0; a < n; a++) {
                slope[a] = Math.fma(factor, weight[k * n + a], slope[a]);
            }
        }
        return height;
    }

    /// The matrix of second derivatives, `n` by `n`, written to `out`.
    public void curvature(double[] x, double[] out) {
        System.arraycopy(quadratic, 0, out, 0, n * n);
        for (int k = 0; k < count; k++) {
            double t = ridge(x, k);
            double factor = -2 * coefficient[k] * t * (1 - t * t);
            for (int a = 0; a < n; a++) {
                double row = factor * weight[k * n + a];
                for (int b = 0; b < n; b++) {
                    out[a * n + b] = Math.fma(row, weight[k * n + b], out[a * n + b]);
                }
            }
        }
    }

    private double bowl(double[] x, double[] slope) {
        Arrays.fill(slope, 0, n, 0);
        double height = 0;
        for (int a = 0; a < n; a++) {
            double sum = 0;
            for (int b = 0; b < n; b++) {
                sum = Math.fma(quadratic[a * n + b], x[b] - centre[b], sum);
            }
            slope[a] = linear[a] + sum;
            height += (x[a] - centre[a]) * (linear[a] + 0.5 * sum);
        }
        return height;
    }

    private double ridge(double[] x, int k) {
        double sum = bias[k];
        for (int a = 0; a < n; a++) {
            sum = Math.fma(weight[k * n + a], x[a], sum);
        }
        return Exponential.tanh(sum);
    }
}
