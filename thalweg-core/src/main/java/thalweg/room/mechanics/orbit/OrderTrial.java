package thalweg.room.mechanics.orbit;

import java.util.ArrayList;
import java.util.List;
import thalweg.measure.ConvergenceOrder;
import thalweg.study.Lab;

/// The order of a method on a motion, measured: errors at one time by steps of ever smaller size, and the slope of
/// their logarithms between rounding and where the order begins to show.
///
/// The truth is the same motion by Kahan-Li 8 or Gauss 6 in steps so small that halving them changes only rounding.
///
/// @param time at which errors are taken
/// @param steps h
/// @param errors distances from the truth
public record OrderTrial(double time, double[] steps, double[] errors, ConvergenceOrder order) {
    private static final long MOST = 3_000_000;

    /// @param end the time
    /// @param scale a step at which a method of order 8 is exact to 1e-14
    public static OrderTrial of(Motion motion, Method by, double end, double scale, Lab lab) {
        double[] truth = truth(motion, end, scale);
        double size = motion.distance(truth, new double[truth.length]);
        double high = size * (by.order() == 1 ? 1e-3 : by.order() == 2 ? 1e-5 : 1e-8);
        double low = size * (by.order() == 1 ? 2e-4 : by.order() == 2 ? 1e-7 : 1e-12);
        List<Double> steps = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        double n = Math.max(8, end / (16 * scale));
        while (n < MOST && !lab.stopping()) {
            long count = Math.round(n);
            double h = end / count;
            double error =
                    motion.distance(motion.law().even(motion.start(), by, h).after(count), truth);
            if (error < low) {
                break;
            }
            if (Double.isFinite(error)) {
                steps.add(h);
                errors.add(error);
            }
            lab.progress(0, 0, "measuring the order, " + count + " steps");
            n *= error > high ? 1.5 : StrictMath.pow(high / low, 0.2 / by.order());
        }
        double[] h = steps.stream().mapToDouble(v -> v).toArray();
        double[] e = errors.stream().mapToDouble(v -> v).toArray();
        return new OrderTrial(end, h, e, ConvergenceOrder.of(h, e, low, high));
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
