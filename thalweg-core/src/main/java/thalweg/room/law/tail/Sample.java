package thalweg.room.law.tail;

import java.util.Arrays;
import thalweg.array.Misuse;

/// A sample in order: its distinct values `x_0 < x_1 < ...`, how many points lie at or above each, and the sums
/// from which the exponent of every possible tail is read in constant time,
///
///     spread(i) = sum over points x >= x_i of ln(x / x_i)
///
/// gathered from above as `spread(i) = spread(i+1) + above(i+1) ln(x_{i+1} / x_i)`, which only adds positive
/// numbers.
public final class Sample {
    /// Integers beyond this are no longer all distinct in a `double`.
    private static final double EXACT = 0x1p53;

    private final double[] value;
    private final double[] log;
    private final double[] spread;
    private final int[] above;
    private final boolean discrete;
    private final double bound;

    private Sample(double[] sorted, boolean discrete, double bound) {
        int n = sorted.length;
        int distinct = n == 0 ? 0 : 1;
        for (int i = 1; i < n; i++) {
            distinct += sorted[i] > sorted[i - 1] ? 1 : 0;
        }
        this.value = new double[distinct];
        this.above = new int[distinct + 1];
        int j = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || sorted[i] > sorted[i - 1]) {
                value[j] = sorted[i];
                above[j++] = n - i;
            }
        }
        this.log = new double[distinct];
        this.spread = new double[distinct];
        for (int i = distinct - 1; i >= 0; i--) {
            log[i] = StrictMath.log(value[i]);
            spread[i] = i == distinct - 1
                    ? 0
                    : spread[i + 1] + above[i + 1] * StrictMath.log1p((value[i + 1] - value[i]) / value[i]);
        }
        this.discrete = discrete;
        this.bound = bound;
    }

    /// A sample of positive real numbers; the array is not changed.
    ///
    /// @throws Misuse for an empty sample, or a point (named) that is not positive and finite
    public static Sample continuous(double[] points) {
        return of(points, false);
    }

    /// A sample of integers of 1 or more, as counts are; the array is not changed.
    ///
    /// @throws Misuse for an empty sample, or a point (named) that is no such integer
    public static Sample discrete(double[] points) {
        return of(points, true);
    }

    private static Sample of(double[] points, boolean discrete) {
        if (points.length == 0) {
            throw new Misuse("no points", "a sample of at least 2 different values", "give data");
        }
        for (int i = 0; i < points.length; i++) {
            double x = points[i];
            if (!(x > 0 && x < Double.POSITIVE_INFINITY) || discrete && (x > EXACT || x != Math.rint(x))) {
                throw new Misuse(
                        "the value " + x + " in row " + (i + 1),
                        discrete ? "integers of 1 or more in a discrete tail" : "positive numbers in a tail",
                        discrete && x > 0
                                ? "correct it, or fit the tail as continuous"
                                : "correct it, or leave the row out");
            }
        }
        double[] sorted = points.clone();
        Arrays.sort(sorted);
        return new Sample(sorted, discrete, Double.POSITIVE_INFINITY);
    }

    /// The part at or below `bound`, to be described by a law that ends there.
    ///
    /// @throws Misuse where nothing is left
    public Sample upTo(double bound) {
        if (!(bound > value[0])) {
            throw new Misuse(
                    "an x_max of " + bound + " with a smallest value of " + value[0],
                    "an x_max above the smallest value",
                    "raise x_max");
        }
        double[] kept = points(0);
        int end = kept.length;
        while (kept[end - 1] > bound) {
            end--;
        }
        return new Sample(Arrays.copyOf(kept, end), discrete, discrete ? Math.floor(bound) : bound);
    }

    /// A sample of the same kind and bound made of sorted points.
    Sample like(double[] sorted) {
        return new Sample(sorted, discrete, bound);
    }

    /// The points from the `i`-th distinct value on, sorted, ties repeated.
    public double[] points(int i) {
        double[] points = new double[above[i]];
        int at = 0;
        for (int j = i; j < value.length; j++) {
            Arrays.fill(points, at, at + count(j), value[j]);
            at += count(j);
        }
        return points;
    }

    /// Number of points.
    public int size() {
        return above[0];
    }

    /// Number of distinct values.
    public int distinct() {
        return value.length;
    }

    /// The `i`-th distinct value.
    public double value(int i) {
        return value[i];
    }

    /// The natural logarithm of the `i`-th distinct value.
    public double log(int i) {
        return log[i];
    }

    /// How many points have the `i`-th distinct value.
    public int count(int i) {
        return above[i] - above[i + 1];
    }

    /// How many points lie at or above the `i`-th distinct value; 0 for `i = distinct()`.
    public int above(int i) {
        return above[i];
    }

    /// The sum of `ln(x / x_i)` over the points at or above the `i`-th distinct value.
    public double spread(int i) {
        return spread[i];
    }

    /// The mean of `ln(x / min)` over the points at or above the `i`-th distinct value, `min <= x_i`.
    double mean(int i, double min) {
        double from = min == value[i] ? 0 : StrictMath.log(value[i] / min);
        return from + spread[i] / above[i];
    }

    /// The index of the smallest distinct value at or above `x`, `distinct()` if there is none.
    public int indexAbove(double x) {
        int at = Arrays.binarySearch(value, x);
        return at >= 0 ? at : -at - 1;
    }

    /// Whether the points are integers.
    public boolean discrete() {
        return discrete;
    }

    /// Where the law ends, infinity by default.
    public double bound() {
        return bound;
    }
}
