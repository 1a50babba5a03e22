package thalweg.room.symmetry.invariant;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Takes terms from a combination as long as its ratio does not rise by more than its error: the largest coefficients
/// first until the ratio is reached, then one term less at a time, refitted each time.
final class Trimming {
    private static final int MOST = 30;
    private static final double ALIKE = 0.9;

    private final double[] within;
    private final double[] total;
    private final int p;
    private final double slack;

    /// @param within variance within groups of the standardised features, `p` by `p`
    /// @param total variance in all
    /// @param slack by what factor a ratio may exceed another and still count as equal
    Trimming(double[] within, double[] total, int p, double slack) {
        this.within = within;
        this.total = total;
        this.p = p;
        this.slack = slack;
    }

    /// The largest ratio that counts as equal to this one; below 1e-7 the sums of squares cannot tell.
    private double limit(double ratio) {
        return Math.max(ratio * slack, Math.max(1e-7, Math.min(30 * ratio, 1e-6)));
    }

    /// The shortest combination like `v`.
    ///
    /// @param columns the features of `v`
    Combination of(int[] columns, double[] v) {
        double[] full = new double[p];
        for (int i = 0; i < columns.length; i++) {
            full[columns[i]] = v[i];
        }
        double size = form(total, full);
        double limit = limit(Math.sqrt(Math.max(form(within, full), 0) / size));
        int[] order = IntStream.range(0, columns.length)
                .boxed()
                .sorted((a, b) -> Double.compare(Math.abs(v[b]), Math.abs(v[a])))
                .mapToInt(i -> columns[i])
                .toArray();
        Combination found = null;
        for (int k = 1; k <= Math.min(order.length, MOST) && found == null; k++) {
            int[] support = Arrays.copyOf(order, k);
            Arrays.sort(support);
            found = fit(support, full, limit);
        }
        if (found == null) {
            return new Combination(columns, v, Math.sqrt(Math.max(form(within, full), 0) / size));
        }
        while (found.terms() > 1) {
            Combination best = null;
            for (int drop = 0; drop < found.terms(); drop++) {
                Combination less = fit(without(found.columns(), drop), full, limit);
                if (less != null && (best == null || less.ratio() < best.ratio())) {
                    best = less;
                }
            }
            if (best == null) {
                return found;
            }
            found = best;
        }
        return found;
    }

    private static int[] without(int[] columns, int drop) {
        return IntStream.range(0, columns.length)
                .filter(i -> i != drop)
                .map(i -> columns[i])
                .toArray();
    }

    /// What is nearest to `full` among the combinations of a few features whose ratio is within the limit.
    private @Nullable Combination fit(int[] support, double[] full, double limit) {
        int k = support.length;
        Pencil pencil = Pencil.of(part(within, support), part(total, support), k);
        if (pencil == null) {
            return null;
        }
        double[] image = new double[k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < p; j++) {
                image[i] += total[support[i] * p + j] * full[j];
            }
        }
        double[] theta = new double[k];
        double overlap = 0;
        double squares = 0;
        for (int j = 0; j < k && pencil.ratios()[j] <= limit; j++) {
            double dot = 0;
            for (int i = 0; i < k; i++) {
                dot += pencil.vectors()[i * k + j] * image[i];
            }
            for (int i = 0; i < k; i++) {
                theta[i] += dot * pencil.vectors()[i * k + j];
            }
            overlap += dot * dot;
            squares += dot * dot * pencil.ratios()[j] * pencil.ratios()[j];
        }
        return overlap >= ALIKE * form(total, full)
                ? new Combination(support, theta, Math.sqrt(squares / overlap))
                : null;
    }

    private double[] part(double[] a, int[] support) {
        int k = support.length;
        double[] out = new double[k * k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                out[i * k + j] = a[support[i] * p + support[j]];
            }
        }
        return out;
    }

    private double form(double[] a, double[] x) {
        double sum = 0;
        for (int i = 0; i < p; i++) {
            if (x[i] != 0) {
                for (int j = 0; j < p; j++) {
                    sum += x[i] * a[i * p + j] * x[j];
                }
            }
        }
        return sum;
    }
}
