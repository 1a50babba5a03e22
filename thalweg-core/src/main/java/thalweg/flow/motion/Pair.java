package thalweg.flow.motion;

import thalweg.flow.Rate;

/// A Runge-Kutta step with an estimate of its own error and a polynomial through it.
sealed interface Pair permits FifthPair, EighthPair {
    /// The number of arrays of slopes; the one after the step's stages holds `f` at its end.
    int arrays();

    /// The array that holds `f` at the end of a step.
    int last();

    /// The power of the step with which the estimate falls.
    int power();

    /// Fills the slopes from `k[0] = f(t, x)` on, and the place after the step.
    void attempt(Rate<?> rate, double t, double h, double[] x, double[][] k, double[] next);

    /// The estimate of the error in units of the tolerance (root mean square), from slopes and scales.
    double error(double h, double[][] k, double[] scale);

    /// Makes ready to interpolate in the step from `x`, where that needs slopes of its own.
    void prepare(Rate<?> rate, double t, double h, double[] x, double[][] k, double[] scratch);

    /// The place at `t + theta h`, for `theta` in 0 .. 1.
    void between(double theta, double h, double[] x, double[] next, double[][] k, double[] out);

    /// `sum_j row_j k_j[i]`.
    static double dot(double[] row, double[][] k, int i) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            sum += row[j] * k[j][i];
        }
        return sum;
    }
}
