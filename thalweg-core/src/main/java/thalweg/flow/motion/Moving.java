package thalweg.flow.motion;

/// Where a motion on plain arrays stands; the arrays are written to by the next step.
///
/// @param x coordinates
/// @param p momenta, empty for first-order motions
/// @param remainder what rounding left of the sums `x` and `p` and of the time, empty unless sums are compensated
/// @param work slopes and stages that the next step reads or overwrites
/// @param clock time, step to try next, error of the last step, reason of an ending, and whether `work` holds a slope
public record Moving(double[] x, double[] p, double[] remainder, double[] work, double[] clock) {
    static final int TIME = 0;
    static final int STEP = 1;
    static final int ERROR = 2;
    static final int REASON = 3;
    static final int VALID = 4;
    static final int CLOCK = 6;
}
