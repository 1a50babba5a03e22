package thalweg.room.mechanics.field;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.kernel.Logarithm;

/// Whether slopes are those of a Hamiltonian: `dx/dt = J grad H + grad D` against `dx/dt = J grad H` of as many
/// columns.
///
/// Both are fitted to the same rows and judged on rows held out. What only the gradient part explains is dissipation
/// or driving; its divergence is the rate at which phase space shrinks (Liouville: 0 for a Hamiltonian).
///
/// @param share of the variance of the slopes that only the gradient part explains, on rows held out
/// @param error standard error of the share
/// @param unexplained share of the variance that the Hamiltonian leaves unexplained
/// @param left share of the variance that the split leaves unexplained
/// @param free share of the variance that an unstructured field leaves unexplained
/// @param freeGain standard score of what the unstructured field explains beyond both
/// @param score how many standard errors the logarithm of the ratio of both residuals, by trajectory, is above 0
/// @param contraction mean of `-div dx/dt` a degree of freedom, in 1/time
public record Split(
        double share,
        double error,
        double unexplained,
        double left,
        double free,
        double freeGain,
        double score,
        double contraction) {
    /// Splits the slopes of `train`, judges on `test`.
    ///
    /// @param group a number for each row of `test`; rows of one group are not independent; null if all are
    public static Split of(Key key, Samples train, Samples test, int width, int @Nullable [] group) {
        Ridges twice = Ridges.draw(key.fold(0), train, 2 * width, Ridges.Sight.WHOLE, 1);
        Ridges first = half(twice, 0);
        Ridges second = half(twice, 1);
        HamiltonianFit.Plan plan = HamiltonianFit.Plan.of(width);
        Columns plain = HamiltonianFit.columns(train, twice, plan);
        Columns both =
                new Columns(first, second, false, false, train.inputs(), plain.centre(), plain.scale(), plain.weight());
        double[] turning = residual(plain, train, test);
        Solved split = solved(both, train, test);
        double[] loose = free(FreeField.of(train, twice), test, plain.weight());
        double total = 0;
        double[] mean = Samples.mean(test.slope(), test.size());
        for (int i = 0; i < test.slope().length; i++) {
            int a = i % test.size();
            double off = plain.weight()[a] * (test.slope()[i] - mean[a]);
            total += off * off;
        }
        total /= test.count();
        double[] gain = difference(turning, split.residual);
        double[] further = difference(mean(turning) < mean(split.residual) ? turning : split.residual, loose);
        double error = error(gain, group);
        double furtherError = error(further, group);
        return new Split(
                mean(gain) / total,
                error / total,
                mean(turning) / total,
                mean(split.residual) / total,
                mean(loose) / total,
                furtherError > 0 ? mean(further) / furtherError : 0,
                score(turning, split.residual, group),
                split.contraction);
    }

    /// Whether dissipation is beyond doubt: four standard errors by trajectory, and more than the fit's own roughness.
    public boolean dissipative() {
        return score > 4 && share > 1e-9 && share > 0.03 * unexplained;
    }

    /// Whether even the split leaves much of what an unstructured field explains.
    public boolean otherwise() {
        return freeGain > 4 && Math.min(unexplained, left) > 1e-6 && free < 0.5 * Math.min(unexplained, left);
    }

    private static Ridges half(Ridges ridges, int which) {
        int k = ridges.count() / 2;
        int n = ridges.n();
        return new Ridges(
                n,
                Arrays.copyOfRange(ridges.weight(), which * k * n, (which + 1) * k * n),
                Arrays.copyOfRange(ridges.bias(), which * k, (which + 1) * k));
    }

    private record Solved(double[] residual, double contraction) {}

    private static double[] residual(Columns columns, Samples train, Samples test) {
        return solved(columns, train, test).residual;
    }

    private static Solved solved(Columns columns, Samples train, Samples test) {
        int k = columns.count();
        double[] c = Ridge.of(Gram.of(
                        k, 1, train.count(), train.size(), (from, rows, out) -> columns.write(train, from, rows, out)))
                .coefficients()[0];
        int n = test.size();
        double[] squares = new double[test.count()];
        double[] row = new double[n * (k + 1)];
        double shrinks = 0;
        for (int i = 0; i < squares.length; i++) {
            columns.write(test, i, 1, row);
            for (int a = 0; a < n; a++) {
                double r = row[a * (k + 1) + k];
                for (int j = 0; j < k; j++) {
                    r -= row[a * (k + 1) + j] * c[j];
                }
                squares[i] += r * r;
            }
            shrinks -= columns.divergence(test.state(i), c) / (squares.length * (n / 2.0));
        }
        return new Solved(squares, shrinks);
    }

    private static double[] free(FreeField field, Samples test, double[] weight) {
        double[] squares = new double[test.count()];
        int n = test.size();
        double[] out = new double[n];
        thalweg.flow.Rate.Written velocity = field.velocity();
        for (int i = 0; i < squares.length; i++) {
            velocity.at(0, test.state(i), out);
            for (int a = 0; a < n; a++) {
                double r = weight[a] * (test.slope()[i * n + a] - out[a]);
                squares[i] += r * r;
            }
        }
        return squares;
    }

    private static double[] difference(double[] a, double[] b) {
        double[] d = new double[a.length];
        Arrays.setAll(d, i -> a[i] - b[i]);
        return d;
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).sum() / x.length;
    }

    /// The standard score of the mean over groups of `log(sum a / sum b)`; rows without groups are cut into 20.
    private static double score(double[] a, double[] b, int @Nullable [] group) {
        int groups = group == null ? 1 : Arrays.stream(group).max().orElse(0) + 1;
        boolean cut = group == null || groups < 5;
        int count = cut ? Math.min(20, a.length) : groups;
        double[] above = new double[count];
        double[] below = new double[count];
        for (int i = 0; i < a.length; i++) {
            int g = cut || group == null ? (int) ((long) i * count / a.length) : group[i];
            above[g] += a[i];
            below[g] += b[i];
        }
        double[] ratio = new double[count];
        Arrays.setAll(ratio, g -> above[g] > 0 && below[g] > 0 ? Logarithm.log(above[g] / below[g]) : 0);
        double mean = mean(ratio);
        double squares = Arrays.stream(ratio).map(r -> (r - mean) * (r - mean)).sum();
        double error = Math.sqrt(squares / Math.max(1, count - 1) / count);
        return error > 0 ? mean / error : 0;
    }

    /// The standard error of the mean, by groups where there are any.
    private static double error(double[] x, int @Nullable [] group) {
        double mean = mean(x);
        int groups = group == null ? x.length : Arrays.stream(group).max().orElse(0) + 1;
        if (groups < 2) {
            groups = x.length;
        }
        double[] sum = new double[groups];
        boolean each = group == null || groups == x.length;
        for (int i = 0; i < x.length; i++) {
            sum[each || group == null ? i : group[i]] += x[i] - mean;
        }
        double squares = Arrays.stream(sum).map(s -> s * s).sum();
        return Math.sqrt(squares * groups / Math.max(1, groups - 1)) / x.length;
    }
}
