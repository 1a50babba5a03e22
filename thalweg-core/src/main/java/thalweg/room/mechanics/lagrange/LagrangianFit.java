package thalweg.room.mechanics.lagrange;

import java.util.Arrays;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.array.kernel.Blas;
import thalweg.array.kernel.Exponential;
import thalweg.flow.Rate;
import thalweg.linalg.Cholesky;
import thalweg.model.TanhSum;
import thalweg.room.mechanics.field.Ridges;
import thalweg.room.mechanics.field.Samples;

/// A Lagrangian fitted by one linear solution: `(d/dt dL/dv - dL/dq) = 0` is linear in the coefficients of ridges and
/// bowl, and homogeneous; the mean of the masses fixes its scale.
///
/// The ridge is the one whose accelerations are best on a fifth of the rows that it did not see.
public final class LagrangianFit {
    private static final double[] SHARES = {1e-15, 1e-13, 1e-11, 1e-9, 1e-7, 1e-5};

    private final Samples samples;
    private final Ridges ridges;
    private final int d;
    private final int n;
    private final double[] mean;
    private final double[] sd;

    /// @param samples states `(q, v)` with slopes `(v, a)`
    private LagrangianFit(Samples samples, Ridges ridges) {
        this.samples = samples;
        this.ridges = ridges;
        this.d = samples.half();
        this.n = samples.size();
        this.mean = samples.mean();
        this.sd = samples.deviation();
        Arrays.fill(mean, d, n, 0);
    }

    /// Fits samples with `width` ridges.
    public static Lagrangian of(Key key, Samples samples, int width) {
        Ridges ridges = Ridges.draw(key, samples, width, Ridges.Sight.WHOLE, 1);
        LagrangianFit fit = new LagrangianFit(samples, ridges);
        int[] inner = java.util.stream.IntStream.range(0, samples.count())
                .filter(i -> i % 5 != 2)
                .toArray();
        int[] outer = java.util.stream.IntStream.range(0, samples.count())
                .filter(i -> i % 5 == 2)
                .toArray();
        double[] gram = fit.gram(inner);
        Lagrangian best = fit.solve(gram, SHARES[SHARES.length - 1]);
        double least = Double.POSITIVE_INFINITY;
        for (double share : SHARES) {
            Lagrangian law = fit.solve(gram, share);
            double error = error(law, samples.rows(outer));
            if (error < least) {
                least = error;
                best = law;
            }
        }
        return best;
    }

    /// Mean square acceleration left.
    public static double error(Lagrangian law, Samples samples) {
        Rate.Written velocity = law.velocity(new java.util.concurrent.atomic.AtomicLong());
        int n = samples.size();
        double[] out = new double[n];
        double sum = 0;
        for (int i = 0; i < samples.count(); i++) {
            velocity.at(0, samples.state(i), out);
            for (int c = n / 2; c < n; c++) {
                double off = out[c] - samples.slope()[i * n + c];
                sum += off * off;
            }
        }
        double all = sum / (samples.count() * (n / 2.0));
        return Double.isNaN(all) ? Double.POSITIVE_INFINITY : all;
    }

    private int columns() {
        return ridges.count() + d + n * (n + 1) / 2;
    }

    /// The Euler-Lagrange expression of each column at a row, `d * columns`, and the mean of its masses.
    private void row(int i, double[] out, double[] mass) {
        int wide = columns();
        int k = ridges.count();
        Arrays.fill(out, 0);
        Arrays.fill(mass, 0);
        double[] x = samples.state(i);
        double[] a = Arrays.copyOfRange(samples.slope(), i * n + d, (i + 1) * n);
        for (int r = 0; r < k; r++) {
            double u = ridges.bias()[r];
            double moving = 0;
            double square = 0;
            for (int c = 0; c < d; c++) {
                double wq = ridges.weight()[r * n + c];
                double wv = ridges.weight()[r * n + d + c];
                u += wq * x[c] + wv * x[d + c];
                moving += wq * x[d + c] + wv * a[c];
                square += wv * wv;
            }
            double t = Exponential.tanh(u);
            double s = 1 - t * t;
            double curve = -2 * t * s;
            for (int c = 0; c < d; c++) {
                out[c * wide + r] = curve * moving * ridges.weight()[r * n + d + c] - s * ridges.weight()[r * n + c];
            }
            mass[r] = curve * square / d;
        }
        int column = k;
        for (int c = 0; c < d; c++) {
            out[c * wide + column++] = -1 / sd[c];
        }
        for (int e = 0; e < n; e++) {
            for (int f = e; f < n; f++) {
                double scale = 1 / (sd[e] * sd[f]) * (e == f ? 0.5 : 1);
                product(e, f, x, a, scale, column, out);
                product(f, e, x, a, scale, column, out);
                mass[column] = e == f && e >= d ? scale * 2 / d : 0;
                column++;
            }
        }
    }

    /// Adds what `d/dt d/dv - d/dq` makes of `y_e y_f` by its factor `y_e`.
    private void product(int e, int f, double[] x, double[] a, double scale, int column, double[] out) {
        int wide = columns();
        if (e < d) {
            out[e * wide + column] -= scale * (x[f] - mean[f]);
        } else {
            out[(e - d) * wide + column] += scale * (f < d ? x[d + f] : a[f - d]);
        }
    }

    private double[] gram(int[] rows) {
        int wide = columns();
        double[] gram = new double[wide * wide];
        double[] total = new double[wide];
        double[] part = new double[d * wide];
        double[] mass = new double[wide];
        double[] block = new double[64 * d * wide];
        int filled = 0;
        for (int at = 0; at < rows.length; at++) {
            row(rows[at], part, mass);
            System.arraycopy(part, 0, block, filled * d * wide, d * wide);
            filled++;
            for (int c = 0; c < wide; c++) {
                total[c] += mass[c] / rows.length;
            }
            if (filled == 64 || at == rows.length - 1) {
                Blas.gemm(
                        true,
                        false,
                        wide,
                        wide,
                        filled * d,
                        1.0 / rows.length,
                        block,
                        0,
                        wide,
                        block,
                        0,
                        wide,
                        1,
                        gram,
                        0,
                        wide);
                filled = 0;
            }
        }
        double[] both = Arrays.copyOf(gram, wide * wide + wide);
        System.arraycopy(total, 0, both, wide * wide, wide);
        return both;
    }

    /// Least `c' G c + lambda |c|^2` with `mass . c = 1`: `c = A^-1 mass / (mass . A^-1 mass)`.
    private Lagrangian solve(double[] both, double share) {
        int wide = columns();
        double[] a = Arrays.copyOf(both, wide * wide);
        double[] mass = Arrays.copyOfRange(both, wide * wide, wide * wide + wide);
        double top = 0;
        for (int i = 0; i < wide; i++) {
            top = Math.max(top, a[i * (wide + 1)]);
        }
        double[] c = new double[wide];
        for (double ridge = share; ridge < 1; ridge *= 10) {
            double[] more = a.clone();
            for (int i = 0; i < wide; i++) {
                more[i * (wide + 1)] += ridge * top;
            }
            Cholesky cholesky = Cholesky.of(more, wide);
            if (cholesky.positive()) {
                c = cholesky.solve(mass, 1);
                break;
            }
        }
        double along = 0;
        for (int i = 0; i < wide; i++) {
            along += mass[i] * c[i];
        }
        for (int i = 0; i < wide; i++) {
            c[i] /= along;
        }
        int k = ridges.count();
        double[] linear = new double[n];
        for (int i = 0; i < d; i++) {
            linear[i] = c[k + i] / sd[i];
        }
        double[] q = new double[n * n];
        int column = k + d;
        for (int e = 0; e < n; e++) {
            for (int f = e; f < n; f++) {
                double value = c[column++] / (sd[e] * sd[f]);
                q[e * n + f] = value;
                q[f * n + e] = value;
            }
        }
        return new Lagrangian(new TanhSum(
                Tensor.of(ridges.weight(), k, n),
                Tensor.vector(ridges.bias()),
                Tensor.vector(Arrays.copyOf(c, k)),
                Tensor.vector(mean),
                Tensor.vector(linear),
                Tensor.of(q, n, n)));
    }
}
