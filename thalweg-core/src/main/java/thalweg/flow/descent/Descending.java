package thalweg.flow.descent;

/// Where a descent stands; the arrays are written to by the next step.
///
/// @param x coordinates
/// @param slope of the energy at `x`, for a descent on estimates the slope read last
/// @param memory what the method carries from step to step
/// @param tally height, length of the slope, steps done, reason of an ending, and what the method counts
/// @param kept what the source of slopes keeps
public record Descending<W>(double[] x, double[] slope, double[][] memory, double[] tally, W kept) {
    static final int HEIGHT = 0;
    static final int SLOPE = 1;
    static final int STEPS = 2;
    static final int REASON = 3;
    static final int SIZE = 4;
    static final int EVALUATIONS = 5;
    static final int TALLY = 6;

    /// How often the energy or its slope was read.
    public long evaluations() {
        return (long) tally[EVALUATIONS];
    }

    static double length(double[] v) {
        double sum = 0;
        for (double e : v) {
            sum += e * e;
        }
        return Math.sqrt(sum);
    }

    static double dot(double[] v, double[] w) {
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            sum += v[i] * w[i];
        }
        return sum;
    }
}
