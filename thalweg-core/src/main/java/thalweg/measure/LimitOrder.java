package thalweg.measure;

import java.util.Arrays;
import thalweg.array.Misuse;

/// The order at which errors fall as the step goes to 0, the next two orders let in: the `p` for which
/// `e(h) = h^p (c0 + c1 h^s + c2 h^2s)` fits the errors of all components, s = 2 for symmetric schemes, else 1.
///
/// The c are linear and taken out for each p (variable projection, Golub and Pereyra, SIAM J. Numer. Anal. 10 (1973)
/// 413). A straight line through logarithms sees the order of a scheme only where its leading error leads; schemes
/// whose
/// leading error was made small show the next order until rounding. Errors too large for the series are left out.
///
/// @param order p, NaN where fewer than six errors lie between the bounds
/// @param used how many steps were used
public record LimitOrder(double order, int used) {
    private static final int TERMS = 3;
    private static final int LEAST = TERMS + 3;
    private static final double MODEL = 1e-3;
    private static final double ROUNDING = 1e-2;

    /// From steps at which the largest component of the error lies in `[low, high]`; rounding is taken to be 0.01 low.
    ///
    /// @param error one array a step, one number a component
    /// @param stride s
    /// @throws Misuse for different lengths or steps that are not positive
    public static LimitOrder of(double[] step, double[][] error, double low, double high, int stride) {
        if (step.length != error.length || Arrays.stream(step).anyMatch(h -> !(h > 0))) {
            throw new Misuse(
                    step.length + " steps and " + error.length + " errors",
                    "a positive step for each error",
                    "pass both in one order");
        }
        LimitOrder best = new LimitOrder(Double.NaN, 0);
        for (double bound = high; bound > low; bound /= 10) {
            Fit fit = Fit.within(step, error, low, bound, stride);
            if (fit.h.length < LEAST) {
                return best.used > 0 ? best : new LimitOrder(Double.NaN, fit.h.length);
            }
            double order = fit.best();
            best = new LimitOrder(Math.abs(order), fit.h.length);
            if (order > 0) {
                return best;
            }
        }
        return best;
    }

    private record Fit(double[] h, double[][] e, double[] weight, int stride) {
        private static final double SPAN = 3;
        private static final int SCAN = 120;
        private static final double GOOD = 8;

        static Fit within(double[] step, double[][] error, double low, double high, int stride) {
            double[] h = new double[step.length];
            double[][] e = new double[step.length][];
            double[] weight = new double[step.length];
            int n = 0;
            for (int i = 0; i < h.length; i++) {
                double size = Arrays.stream(error[i]).map(Math::abs).max().orElse(Double.NaN);
                if (size >= low && size <= high) {
                    h[n] = step[i];
                    e[n] = error[i];
                    weight[n++] = 1 / Math.sqrt(ROUNDING * low * ROUNDING * low + MODEL * size * MODEL * size);
                }
            }
            return new Fit(Arrays.copyOf(h, n), Arrays.copyOf(e, n), weight, stride);
        }

        /// The largest p that fits well, since a series from a lower power, its first terms 0, fits as well: by a scan
        /// about the slope of the ends, then by golden sections. Negative where none fits well.
        double best() {
            int n = h.length;
            double first = Math.abs(e[0][widest()]);
            double last = Math.abs(e[n - 1][widest()]);
            double guess = StrictMath.log(first / last) / StrictMath.log(h[0] / h[n - 1]);
            double[] power = new double[SCAN + 1];
            double[] rest = new double[SCAN + 1];
            for (int i = 0; i <= SCAN; i++) {
                power[i] = guess + SPAN * (2.0 * i / SCAN - 1);
                rest[i] = rest(power[i]);
            }
            double best = guess;
            boolean good = false;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 1; i < SCAN; i++) {
                boolean bottom = rest[i] <= rest[i - 1] && rest[i] <= rest[i + 1];
                boolean fits = rest[i] <= GOOD * n * e[0].length;
                if (bottom && (fits || !good && rest[i] < least)) {
                    best = power[i];
                    least = rest[i];
                    good |= fits;
                }
            }
            double ratio = 0.5 * (Math.sqrt(5) - 1);
            double low = best - 2 * SPAN / SCAN;
            double high = best + 2 * SPAN / SCAN;
            while (high - low > 1e-7) {
                double left = high - ratio * (high - low);
                double right = low + ratio * (high - low);
                if (rest(left) < rest(right)) {
                    high = right;
                } else {
                    low = left;
                }
            }
            return good ? 0.5 * (low + high) : -0.5 * (low + high);
        }

        private int widest() {
            int widest = 0;
            for (int d = 1; d < e[0].length; d++) {
                widest = Math.abs(e[0][d]) > Math.abs(e[0][widest]) ? d : widest;
            }
            return widest;
        }

        /// The weighted sum of squares that the series leaves.
        private double rest(double p) {
            int n = h.length;
            double[][] basis = new double[TERMS][n];
            for (int j = 0; j < TERMS; j++) {
                for (int i = 0; i < n; i++) {
                    basis[j][i] = weight[i] * StrictMath.pow(h[i] / h[0], p + stride * j);
                }
                for (int k = 0; k < j; k++) {
                    clear(basis[j], basis[k]);
                    clear(basis[j], basis[k]);
                }
                double norm = Math.sqrt(dot(basis[j], basis[j]));
                for (int i = 0; i < n; i++) {
                    basis[j][i] /= norm;
                }
            }
            double sum = 0;
            double[] part = new double[n];
            for (int d = 0; d < e[0].length; d++) {
                for (int i = 0; i < n; i++) {
                    part[i] = weight[i] * e[i][d];
                }
                for (double[] direction : basis) {
                    clear(part, direction);
                }
                sum += dot(part, part);
            }
            return sum;
        }

        private static void clear(double[] x, double[] direction) {
            double along = dot(x, direction);
            for (int i = 0; i < x.length; i++) {
                x[i] -= along * direction[i];
            }
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }
    }
}
