package thalweg.measure;

import java.util.function.DoubleUnaryOperator;
import thalweg.array.Key;
import thalweg.array.Misuse;

/// A function of the squared distance of each two of the points of two samples: what two-sample statistics are
/// sums of.
///
/// @param value `value[i][j]` for `j < i`, the points of the first sample first
/// @param diagonal the function of 0
/// @param first how many points the first sample has
/// @param flaw why there is nothing to sum; empty where there is
record Pairs(double[][] value, double diagonal, int first, String flaw) {
    static Pairs of(double[][] x, double[][] y, DoubleUnaryOperator ofSquare) {
        if (x.length == 0 || y.length == 0) {
            return new Pairs(new double[0][], 0, 0, "no points in one of the samples");
        }
        double[][] all = new double[x.length + y.length][];
        System.arraycopy(x, 0, all, 0, x.length);
        System.arraycopy(y, 0, all, x.length, y.length);
        double[][] value = new double[all.length][];
        for (int i = 0; i < all.length; i++) {
            if (all[i].length != all[0].length) {
                throw new Misuse(
                        "points of " + all[0].length + " and of " + all[i].length + " coordinates",
                        "points of one dimension",
                        "pass one row for each point");
            }
            for (double coordinate : all[i]) {
                if (!Double.isFinite(coordinate)) {
                    String where = i < x.length ? i + 1 + "" : i - x.length + 1 + " of the other sample";
                    return new Pairs(value, 0, 0, "a coordinate of point " + where + " is " + coordinate);
                }
            }
            value[i] = new double[i];
            for (int j = 0; j < i; j++) {
                value[i][j] = ofSquare.applyAsDouble(square(all[i], all[j]));
            }
        }
        return new Pairs(value, ofSquare.applyAsDouble(0), x.length, "");
    }

    static double square(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Moments.square(a[i] - b[i]);
        }
        return sum;
    }

    int size() {
        return value.length;
    }

    /// `mean_xx + mean_yy - 2 mean_xy`, pairs of a point with itself included.
    double difference() {
        double[] sums = sums(identity());
        double n = first;
        double m = size() - first;
        return (2 * sums[0] + n * diagonal) / (n * n) + (2 * sums[2] + m * diagonal) / (m * m) - 2 * sums[1] / (n * m);
    }

    /// The same without pairs of a point with itself, which makes it right in the mean.
    double unbiased() {
        return unbiased(identity());
    }

    /// Tests the unbiased difference against its law under exchange of points.
    Verdict test(int permutations, Key key) {
        if (permutations < 0) {
            throw new Misuse(permutations + " permutations", "0 or more", "take 999");
        }
        if (!flaw.isEmpty()) {
            return Verdict.none(flaw);
        }
        if (first < 2 || size() - first < 2) {
            return Verdict.none("a sample of one point");
        }
        double found = unbiased();
        int above = 0;
        for (int r = 0; r < permutations; r++) {
            above += unbiased(key.fold(r).permutation(size())) >= found ? 1 : 0;
        }
        return Verdict.of(found, (above + 1.0) / (permutations + 1));
    }

    private double unbiased(int[] order) {
        double[] sums = sums(order);
        double n = first;
        double m = size() - first;
        return 2 * sums[0] / (n * (n - 1)) + 2 * sums[2] / (m * (m - 1)) - 2 * sums[1] / (n * m);
    }

    /// Sums over pairs within the first sample, between the two, within the second, where point `i` is taken as
    /// number `order[i]`.
    private double[] sums(int[] order) {
        double[] sums = new double[3];
        for (int i = 0; i < size(); i++) {
            int side = order[i] < first ? 0 : 1;
            double same = 0;
            double other = 0;
            for (int j = 0; j < i; j++) {
                if (order[j] < first == (side == 0)) {
                    same += value[i][j];
                } else {
                    other += value[i][j];
                }
            }
            sums[2 * side] += same;
            sums[1] += other;
        }
        return sums;
    }

    private int[] identity() {
        int[] order = new int[size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        return order;
    }
}
