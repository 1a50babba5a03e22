package thalweg.room.symmetry.sample;

import thalweg.array.Misuse;

/// The size of independent errors in a series that is smooth without them, from its differences of high order.
///
/// `sigma^2 = mean (Delta^k x)^2 / C(2k, k)`, the least over k of 2 to 6: a smooth series is left out by the high
/// orders, errors by none. Anderson, The Statistical Analysis of Time Series (1971), section 3.4.
public final class Roughness {
    private static final int FIRST = 2;
    private static final int LAST = 6;

    private Roughness() {}

    /// The standard deviation of the errors in rows that stand in order of time within each group; NaN where no group
    /// has more rows than the order.
    ///
    /// @param start the first row of each group, and the number of rows at the end
    public static double of(double[] x, int[] start) {
        if (start[start.length - 1] != x.length) {
            throw new Misuse(x.length + " numbers", start[start.length - 1] + " rows", "give a number a row");
        }
        double least = Double.NaN;
        double[] d = x.clone();
        double choose = 1;
        for (int k = 1; k <= LAST; k++) {
            choose = choose * (2 * (2 * k - 1)) / k;
            double sum = 0;
            long count = 0;
            for (int g = 0; g + 1 < start.length; g++) {
                for (int i = start[g]; i + k < start[g + 1]; i++) {
                    d[i] = d[i + 1] - d[i];
                    sum += d[i] * d[i];
                    count++;
                }
            }
            if (k >= FIRST && count > 0) {
                double sigma = Math.sqrt(sum / count / choose);
                least = least <= sigma ? least : sigma;
            }
        }
        return least;
    }
}
