package thalweg.flow.motion;

/// Where a motion on plain arrays stands; the arrays are written to by the next step.
///
/// @param x coordinates
/// @param p momenta, empty for first-order motions
/// @param remainder what rounding left of the sums `x` and `p` and of the time, empty unless sums are compensated
/// @param work slopes and stages that the next step reads or overwrites
/// @param stages the arrays of a scheme of several slopes, empty for others
/// @param clock time, step to try next, reason of an ending, what `work` holds, start of the last step, event met,
///     and
///     slopes read so far
public record Moving(double[] x, double[] p, double[] remainder, double[] work, double[][] stages, double[] clock) {
    static final int TIME = 0;
    static final int STEP = 1;
    static final int REASON = 2;
    static final int VALID = 3;
    static final int FROM = 4;
    static final int MET = 5;
    static final int COUNT = 6;
    static final int CLOCK = 7;
    static final double[][] NONE = {};

    /// How often an adaptive or implicit scheme has read the field.
    public long evaluations() {
        return (long) clock[COUNT];
    }
}
