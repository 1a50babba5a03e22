package thalweg.linalg;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/// The 1-norm of a matrix, exactly or, for an inverse, estimated from a few solutions.
///
/// Hager's climb over the corners of the unit ball with Higham's alternating vector: Higham, *FORTRAN codes for
/// estimating the one-norm of a real or complex matrix*, ACM TOMS 14 (1988) 381, algorithm 4.1.
final class NormEstimate {
    private static final int CLIMBS = 5;

    private NormEstimate() {}

    /// `max_j sum_i |A_ij|`
    static double of(double[] a, int n) {
        double[] sums = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sums[j] += Math.abs(a[i * n + j]);
            }
        }
        return Arrays.stream(sums).max().orElse(0);
    }

    /// A lower bound of `|A^-1|`, from solutions with A and its transpose.
    static double ofInverse(int n, UnaryOperator<double[]> solve, UnaryOperator<double[]> solveTransposed) {
        if (n == 0) {
            return 0;
        }
        double[] x = new double[n];
        Arrays.fill(x, 1.0 / n);
        double best = 0;
        int last = -1;
        for (int climb = 0; climb < CLIMBS; climb++) {
            double[] y = solve.apply(x);
            double size = size(y);
            if (!(size > best)) {
                break;
            }
            best = size;
            double[] sign = new double[n];
            Arrays.setAll(sign, i -> y[i] < 0 ? -1 : 1);
            double[] slope = solveTransposed.apply(sign);
            int steepest = 0;
            for (int i = 1; i < n; i++) {
                steepest = Math.abs(slope[i]) > Math.abs(slope[steepest]) ? i : steepest;
            }
            if (steepest == last) {
                break;
            }
            last = steepest;
            Arrays.fill(x, 0);
            x[steepest] = 1;
        }
        for (int i = 0; i < n; i++) {
            x[i] = (i % 2 == 0 ? 1 : -1) * (1 + (double) i / Math.max(1, n - 1));
        }
        return Math.max(best, 2 * size(solve.apply(x)) / (3 * n));
    }

    private static double size(double[] y) {
        double sum = 0;
        for (double v : y) {
            sum += Math.abs(v);
        }
        return sum;
    }
}
