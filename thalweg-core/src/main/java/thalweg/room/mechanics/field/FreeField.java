package thalweg.room.mechanics.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.flow.Rate;
import thalweg.linalg.Cholesky;

/// The unstructured baseline: each component of `dx/dt` a sum of the same ridges and an affine map, by ridge
/// regression.
///
/// With a penalty on `(grad H . dx/dt)^2` at the data it is the soft constraint that structure replaces.
///
/// @param ridges shared by all components
/// @param coefficients one array a component: ridges, then 1, then `(x - centre) / scale`
public record FreeField(Ridges ridges, double[] centre, double[] scale, double[][] coefficients) {
    private static final int MOST = 1600;

    /// Numbers that a state's basis has.
    private int basis() {
        return ridges.count() + 1 + ridges.n();
    }

    /// The mean of four fits of their own draws of `width` ridges, as the Hamiltonian is fitted.
    ///
    /// @param height `grad H` at a state for the soft constraint, null for none
    public static FreeField committee(
            Key key, Samples samples, int width, Rate.@Nullable Written height, double strength) {
        return committee(key, samples, width, height, 1, strength);
    }

    /// The same with several directions in which motion is penalised, written one behind the other.
    public static FreeField committee(
            Key key, Samples samples, int width, Rate.@Nullable Written height, int directions, double strength) {
        List<FreeField> members = new ArrayList<>();
        int draws = samples.count() * samples.size() > 100_000 ? 1 : 4;
        for (int m = 0; m < draws; m++) {
            Ridges ridges = Ridges.draw(key.fold(m), samples, width, Ridges.Sight.WHOLE, 1);
            members.add(height == null ? of(samples, ridges) : softened(samples, ridges, height, directions, strength));
        }
        return mean(members);
    }

    private static FreeField mean(List<FreeField> members) {
        FreeField first = members.getFirst();
        int n = first.ridges.n();
        double share = 1.0 / members.size();
        double[] weight = members.stream()
                .flatMapToDouble(m -> Arrays.stream(m.ridges.weight()))
                .toArray();
        double[] bias = members.stream()
                .flatMapToDouble(m -> Arrays.stream(m.ridges.bias()))
                .toArray();
        double[][] c = new double[n][bias.length + n + 1];
        for (int a = 0; a < n; a++) {
            int at = 0;
            for (FreeField member : members) {
                int k = member.ridges.count();
                for (int r = 0; r < k; r++) {
                    c[a][at++] = share * member.coefficients[a][r];
                }
                for (int r = 0; r <= n; r++) {
                    c[a][bias.length + r] += share * member.coefficients[a][k + r];
                }
            }
        }
        return new FreeField(new Ridges(n, weight, bias), first.centre, first.scale, c);
    }

    /// Fits samples without constraint.
    public static FreeField of(Samples samples, Ridges ridges) {
        FreeField shape = new FreeField(ridges, samples.mean(), samples.deviation(), new double[0][]);
        double[] sd = samples.slopeDeviation();
        Ridge ridge = Ridge.of(shape.gram(samples, sd));
        return shape.scaled(ridge.coefficients(), sd);
    }

    /// Fits samples with a soft constraint: `strength` times the mean square of `grad H . dx/dt`, in units of the
    /// slopes' own variance.
    ///
    /// @param height writes `grad H` at a state
    private static FreeField softened(
            Samples samples, Ridges ridges, Rate.Written height, int directions, double strength) {
        int n = samples.size();
        Ridges fewer = thinned(ridges, Math.max(8, MOST / n - n - 1));
        FreeField shape = new FreeField(fewer, samples.mean(), samples.deviation(), new double[0][]);
        double[] sd = samples.slopeDeviation();
        Gram data = shape.gram(samples, sd);
        double lambda = Ridge.of(data).lambda();
        int b = shape.basis();
        Gram soft = Gram.of(n * b, 0, samples.count(), directions, (from, rows, out) -> {
            double[] slope = new double[directions * n];
            double[] values = new double[rows * b];
            shape.write(samples.x(), from, rows, values);
            for (int i = 0; i < rows * directions; i++) {
                int row = i / directions;
                int at = i % directions * n;
                if (at == 0) {
                    height.at(0, samples.state(from + row), slope);
                }
                double size = 0;
                for (int a = 0; a < n; a++) {
                    size += slope[at + a] * slope[at + a] * sd[a] * sd[a];
                }
                double factor = size > 0 ? Math.sqrt(strength / size) : 0;
                for (int a = 0; a < n; a++) {
                    for (int k = 0; k < b; k++) {
                        out[(i * n + a) * b + k] = factor * slope[at + a] * sd[a] * values[row * b + k];
                    }
                }
            }
        });
        double[] m = soft.normal(lambda);
        double[] right = new double[n * b];
        for (int a = 0; a < n; a++) {
            System.arraycopy(data.right(a), 0, right, a * b, b);
            for (int i = 0; i < b; i++) {
                for (int j = 0; j < b; j++) {
                    m[(a * b + i) * n * b + a * b + j] += data.at(i, j);
                }
            }
        }
        Cholesky cholesky = Cholesky.of(m, n * b);
        if (!cholesky.positive()) {
            return of(samples, ridges);
        }
        double[] c = cholesky.solve(right, 1);
        double[][] parts = new double[n][];
        Arrays.setAll(parts, a -> Arrays.copyOfRange(c, a * b, (a + 1) * b));
        return shape.scaled(parts, sd);
    }

    private static Ridges thinned(Ridges ridges, int most) {
        int k = Math.min(most, ridges.count());
        return new Ridges(ridges.n(), Arrays.copyOf(ridges.weight(), k * ridges.n()), Arrays.copyOf(ridges.bias(), k));
    }

    private Gram gram(Samples samples, double[] sd) {
        int n = samples.size();
        int b = basis();
        return Gram.of(b, n, samples.count(), 1, (from, rows, out) -> {
            double[] values = new double[rows * b];
            write(samples.x(), from, rows, values);
            for (int i = 0; i < rows; i++) {
                System.arraycopy(values, i * b, out, i * (b + n), b);
                for (int a = 0; a < n; a++) {
                    out[i * (b + n) + b + a] = samples.slope()[(from + i) * n + a] / sd[a];
                }
            }
        });
    }

    private FreeField scaled(double[][] parts, double[] sd) {
        double[][] c = new double[parts.length][];
        for (int a = 0; a < parts.length; a++) {
            double factor = sd[a];
            c[a] = Arrays.stream(parts[a]).map(v -> factor * v).toArray();
        }
        return new FreeField(ridges, centre, scale, c);
    }

    private void write(double[] x, int from, int rows, double[] out) {
        int n = ridges.n();
        int k = ridges.count();
        double[] values = new double[rows * k];
        ridges.values(x, from, rows, values);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(values, i * k, out, i * basis(), k);
            out[i * basis() + k] = 1;
            for (int a = 0; a < n; a++) {
                out[i * basis() + k + 1 + a] = (x[(from + i) * n + a] - centre[a]) / scale[a];
            }
        }
    }

    /// The velocity on plain arrays.
    public Rate.Written velocity() {
        int n = ridges.n();
        return (t, x, out) -> {
            double[] values = new double[basis()];
            write(x, 0, 1, values);
            for (int a = 0; a < n; a++) {
                double sum = 0;
                for (int k = 0; k < values.length; k++) {
                    sum = Math.fma(coefficients[a][k], values[k], sum);
                }
                out[a] = sum;
            }
        };
    }

    /// The matrix `d(dx/dt)/dx`, `n` by `n`.
    public double[] jacobian(double[] x) {
        int n = ridges.n();
        int k = ridges.count();
        double[] slopes = new double[k];
        ridges.slopes(x, 0, 1, slopes);
        double[] jacobian = new double[n * n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                double sum = coefficients[a][k + 1 + b] / scale[b];
                for (int r = 0; r < k; r++) {
                    sum += coefficients[a][r] * slopes[r] * ridges.weight()[r * n + b];
                }
                jacobian[a * n + b] = sum;
            }
        }
        return jacobian;
    }
}
