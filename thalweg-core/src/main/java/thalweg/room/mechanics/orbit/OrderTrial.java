package thalweg.room.mechanics.orbit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.measure.LimitOrder;
import thalweg.study.Lab;

/// The order of a method on a motion, measured: errors at one time by steps of ever smaller size, and the power by
/// which
/// they vanish with the step.
///
/// The truth is the same motion by Kahan-Li 8 or Gauss 6 in steps so small that halving them changes only rounding.
///
/// @param time at which errors are taken
/// @param steps h
/// @param errors the largest component of the distance from the truth
public record OrderTrial(double time, double[] steps, double[] errors, LimitOrder order) {
    private static final long MOST = 3_000_000;

    /// @param end the time
    /// @param scale a step at which a method of order 8 is exact to 1e-14
    public static OrderTrial of(Motion motion, Method by, double end, double scale, Lab lab) {
        double[] truth = truth(motion, end, scale);
        double size = motion.distance(truth, new double[truth.length]);
        double high = size * (by.order() == 1 ? 1e-3 : by.order() == 2 ? 1e-5 : by.order() < 8 ? 1e-7 : 1e-6);
        double low = size * (by.order() == 1 ? 2e-4 : by.order() == 2 ? 1e-7 : 2e-13);
        List<Double> steps = new ArrayList<>();
        List<double[]> errors = new ArrayList<>();
        double n = Math.max(8, end / (16 * scale));
        while (n < MOST && !lab.stopping()) {
            long count = Math.round(n);
            double h = end / count;
            double[] state = motion.law().even(motion.start(), by, h).after(count);
            double[] error = new double[state.length];
            Arrays.setAll(error, i -> motion.difference(i, state[i], truth[i]));
            double largest = largest(error);
            if (largest < low) {
                break;
            }
            if (Double.isFinite(largest)) {
                steps.add(h);
                errors.add(error);
            }
            lab.progress(0, 0, "measuring the order, " + count + " steps");
            n *= largest <= high ? StrictMath.pow(high / low, 0.06 / by.order()) : 1.5;
        }
        double[] h = steps.stream().mapToDouble(v -> v).toArray();
        double[][] e = errors.toArray(double[][]::new);
        double[] sizes = errors.stream().mapToDouble(OrderTrial::largest).toArray();
        return new OrderTrial(end, h, sizes, LimitOrder.of(h, e, low, high, by.symmetric() ? 2 : 1));
    }

    private static double largest(double[] error) {
        double largest = 0;
        for (double v : error) {
            largest = Double.isNaN(v) ? Double.NaN : Math.max(largest, Math.abs(v));
        }
        return largest;
    }

    private static double[] truth(Motion motion, double end, double scale) {
        Method best = motion.separable() ? Method.KAHAN_LI8 : Method.GAUSS6;
        long n = (long) Math.ceil(end / scale * (motion.separable() ? 1 : 8));
        double[] before = motion.law().even(motion.start(), best, end / n).after(n);
        double gap = Double.POSITIVE_INFINITY;
        while (n < MOST) {
            n *= 2;
            double[] now = motion.law().even(motion.start(), best, end / n).after(n);
            double change = motion.distance(now, before);
            before = now;
            if (!(change < 0.2 * gap)) {
                break;
            }
            gap = change;
        }
        return before;
    }
}
