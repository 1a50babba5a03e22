package thalweg.measure;

import java.util.Arrays;
import thalweg.array.Misuse;

/// The order at which errors fall with a step, the slope of `ln error = ln C + p ln h` by least squares.
///
/// @param order p with its standard error from the scatter about the line
/// @param constant C
/// @param local the slope between each two neighbours that were used, from the largest step down
/// @param used how many points were used
public record ConvergenceOrder(Estimate order, double constant, double[] local, int used) {
    /// From all points.
    ///
    /// @throws Misuse for different lengths or steps that are not positive
    public static ConvergenceOrder of(double[] step, double[] error) {
        return of(step, error, 0, Double.POSITIVE_INFINITY);
    }

    /// From the points whose error lies in `[low, high]`: between rounding and where the order begins to show.
    ///
    /// @throws Misuse for different lengths or steps that are not positive
    public static ConvergenceOrder of(double[] step, double[] error, double low, double high) {
        if (step.length != error.length || Arrays.stream(step).anyMatch(h -> !(h > 0))) {
            throw new Misuse(
                    step.length + " steps and " + error.length + " errors",
                    "a positive step for each error",
                    "pass both in one order");
        }
        double[][] points = new double[step.length][];
        int used = 0;
        for (int i = 0; i < step.length; i++) {
            if (error[i] >= low && error[i] <= high && error[i] > 0 && error[i] < Double.POSITIVE_INFINITY) {
                points[used++] = new double[] {StrictMath.log(step[i]), StrictMath.log(error[i])};
            }
        }
        points = Arrays.copyOf(points, used);
        Arrays.sort(points, (a, b) -> Double.compare(b[0], a[0]));
        return fit(points);
    }

    @Override
    public double[] local() {
        return local.clone();
    }

    private static ConvergenceOrder fit(double[][] points) {
        int n = points.length;
        double[] x = Arrays.stream(points).mapToDouble(p -> p[0]).toArray();
        double[] y = Arrays.stream(points).mapToDouble(p -> p[1]).toArray();
        double xMean = n == 0 ? Double.NaN : Moments.mean(x);
        double yMean = n == 0 ? Double.NaN : Moments.mean(y);
        double xx = n == 0 ? 0 : Moments.squares(x, 0, n, xMean);
        if (!(xx > 0)) {
            String few = n + (n == 1 ? " error" : " errors") + " between the bounds: two different steps are needed";
            return new ConvergenceOrder(Estimate.none(few), Double.NaN, new double[0], n);
        }
        double xy = 0;
        for (int i = 0; i < n; i++) {
            xy += (x[i] - xMean) * (y[i] - yMean);
        }
        double slope = xy / xx;
        double rest = 0;
        double[] local = new double[n - 1];
        for (int i = 0; i < n; i++) {
            rest += Moments.square(y[i] - yMean - slope * (x[i] - xMean));
            if (i > 0) {
                local[i - 1] = (y[i] - y[i - 1]) / (x[i] - x[i - 1]);
            }
        }
        Estimate order = n > 2
                ? Estimate.of(slope, Math.sqrt(rest / (n - 2) / xx), n)
                : Estimate.bare(slope, "two points: a line without scatter");
        return new ConvergenceOrder(order, StrictMath.exp(yMean - slope * xMean), local, n);
    }
}
