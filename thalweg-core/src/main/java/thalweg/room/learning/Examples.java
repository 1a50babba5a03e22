package thalweg.room.learning;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.data.Dataset;

/// A table cut into rows to learn from and rows held out, every input brought to mean 0 and standard deviation 1.
///
/// @param train rows to learn from
/// @param test rows held out
/// @param scaling means and standard deviations of the training rows
/// @param classes names of the classes, empty for a regression
record Examples(Rows train, Rows test, Scaling scaling, List<String> inputs, List<String> classes) {
    /// Inputs and targets.
    ///
    /// @param x `[n, inputs]`, scaled
    /// @param target `[n, classes]` with a 1 at the class, or `[n, 1]` scaled
    record Rows(Tensor x, Tensor target) {
        int count() {
            return x.size(0);
        }
    }

    /// `(x - mean) / sd`; the target's own stand last in a regression.
    record Scaling(Tensor mean, Tensor sd) {}

    static Examples of(TrainNetwork asked, Dataset table, Key key) {
        List<String> inputs = asked.factors(table);
        List<String> classes = asked.classes(table);
        if (classes.size() == 1) {
            throw new Misuse(
                    "only the class \"" + classes.getFirst() + "\" in \"" + asked.wanted() + "\"",
                    "at least two classes",
                    "choose another --target");
        }
        int n = Math.toIntExact(table.rows());
        int held = (int) Math.round(asked.holdout() * n);
        if (held < 1 || n - held < 2) {
            throw new Misuse(
                    n + " rows with a share of " + asked.holdout() + " held out",
                    "at least 1 row held out and 2 to learn from",
                    "add rows, or change --holdout");
        }
        double[][] column = table.numbers(inputs);
        for (int k = 0; k < column.length; k++) {
            finite(column[k], inputs.get(k));
        }
        int[] order = key.permutation(n);
        int kept = n - held;
        double[][] target = classes.isEmpty()
                ? new double[][] {table.numbers(asked.wanted())}
                : indicators(table.texts(asked.wanted()), classes);
        if (classes.isEmpty()) {
            finite(target[0], asked.wanted());
        }
        int scaled = column.length + (classes.isEmpty() ? 1 : 0);
        double[] mean = new double[scaled];
        double[] sd = new double[scaled];
        for (int k = 0; k < scaled; k++) {
            moments(k < column.length ? column[k] : target[0], order, kept, k, mean, sd);
        }
        return new Examples(
                rows(column, target, order, 0, kept, mean, sd),
                rows(column, target, order, kept, n, mean, sd),
                new Scaling(Tensor.vector(mean), Tensor.vector(sd)),
                inputs,
                classes);
    }

    /// All rows of a table, none held out.
    ///
    /// @param given a scaling to bring them to, as that of a trained network; null for their own
    static Examples whole(TrainNetwork asked, Dataset table, @Nullable Scaling given) {
        List<String> inputs = asked.factors(table);
        List<String> classes = asked.classes(table);
        int n = Math.toIntExact(table.rows());
        double[][] column = table.numbers(inputs);
        for (int k = 0; k < column.length; k++) {
            finite(column[k], inputs.get(k));
        }
        double[][] target = classes.isEmpty()
                ? new double[][] {table.numbers(asked.wanted())}
                : indicators(table.texts(asked.wanted()), classes);
        if (classes.isEmpty()) {
            finite(target[0], asked.wanted());
        }
        int scaled = column.length + (classes.isEmpty() ? 1 : 0);
        int[] order = IntStream.range(0, n).toArray();
        double[] mean = given == null ? new double[scaled] : given.mean().toArray();
        double[] sd = given == null ? new double[scaled] : given.sd().toArray();
        if (mean.length != scaled) {
            throw new Misuse(
                    "a network scaled for " + mean.length + " columns and a table with " + scaled,
                    "the columns it was trained on",
                    "name them by --inputs");
        }
        for (int k = 0; k < scaled && given == null; k++) {
            moments(k < column.length ? column[k] : target[0], order, n, k, mean, sd);
        }
        Rows all = rows(column, target, order, 0, n, mean, sd);
        return new Examples(all, all, new Scaling(Tensor.vector(mean), Tensor.vector(sd)), inputs, classes);
    }

    private static double[][] indicators(List<String> texts, List<String> classes) {
        double[][] one = new double[classes.size()][texts.size()];
        for (int i = 0; i < texts.size(); i++) {
            one[classes.indexOf(texts.get(i).strip())][i] = 1;
        }
        return one;
    }

    private static void finite(double[] values, String name) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new Misuse(
                        (Double.isNaN(values[i]) ? "nothing (or nan)" : values[i] + "") + " in row " + (i + 1)
                                + " of \"" + name + "\"",
                        "a finite number in every row",
                        "leave that row or that column out");
            }
        }
    }

    private static void moments(double[] x, int[] order, int kept, int k, double[] mean, double[] sd) {
        double sum = 0;
        for (int i = 0; i < kept; i++) {
            sum += x[order[i]];
        }
        mean[k] = sum / kept;
        double squares = 0;
        for (int i = 0; i < kept; i++) {
            squares += (x[order[i]] - mean[k]) * (x[order[i]] - mean[k]);
        }
        sd[k] = squares > 0 ? Math.sqrt(squares / kept) : 1;
    }

    private static Rows rows(
            double[][] column, double[][] target, int[] order, int from, int to, double[] mean, double[] sd) {
        int d = column.length;
        int c = target.length;
        double[] x = new double[(to - from) * d];
        double[] y = new double[(to - from) * c];
        boolean regression = mean.length > d;
        for (int i = from; i < to; i++) {
            for (int k = 0; k < d; k++) {
                x[(i - from) * d + k] = (column[k][order[i]] - mean[k]) / sd[k];
            }
            for (int k = 0; k < c; k++) {
                double value = target[k][order[i]];
                y[(i - from) * c + k] = regression ? (value - mean[d]) / sd[d] : value;
            }
        }
        return new Rows(Tensor.of(x, to - from, d), Tensor.of(y, to - from, c));
    }
}
