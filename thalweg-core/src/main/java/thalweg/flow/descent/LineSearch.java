package thalweg.flow.descent;

import thalweg.landscape.Flat;

/// The search for a length along a direction: `E(a) <= E(0) + c1 a E'(0)` and `|E'(a)| <= c2 |E'(0)|`, or near
/// rounding `(2 c1 - 1) E'(0) >= E'(a) >= c2 E'(0)` where the energy does not tell lengths apart.
///
/// Nocedal and Wright, Numerical Optimization (2006), 3.5; Hager and Zhang, SIAM J. Optim. 16 (2005) 170.
final class LineSearch {
    private static final double SUFFICIENT = 1e-4;
    private static final double CURVATURE = 0.9;
    private static final int MOST = 40;

    private final Flat<?> door;
    private final double[] x;
    private final double[] direction;
    private final double[] trial;
    private final double[] trialSlope;
    private double height;
    private double along;
    private int evaluations;

    LineSearch(Flat<?> door, double[] x, double[] direction, double[] trial, double[] trialSlope) {
        this.door = door;
        this.x = x;
        this.direction = direction;
        this.trial = trial;
        this.trialSlope = trialSlope;
    }

    double height() {
        return height;
    }

    int evaluations() {
        return evaluations;
    }

    /// Leaves the place and slope found in the trial arrays.
    ///
    /// @param start E(0)
    /// @param slope E'(0), negative
    /// @param size `|grad E|` at the start; where the energy is level, a length that shrinks it is good
    /// @param first the first length to try
    /// @return false where no length is found
    boolean search(double start, double slope, double size, double first) {
        double noise = 0x1p-47 * Math.abs(start);
        double low = 0;
        double lowHeight = start;
        double lowSlope = slope;
        double high = Double.POSITIVE_INFINITY;
        double highHeight = Double.NaN;
        double highSlope = Double.NaN;
        double a = first;
        for (int i = 0; i < MOST; i++) {
            look(a);
            boolean finite = Double.isFinite(height) && Double.isFinite(along);
            boolean wolfe = height <= start + SUFFICIENT * a * slope && Math.abs(along) <= -CURVATURE * slope;
            boolean approximate =
                    height <= start + noise && along >= CURVATURE * slope && along <= (2 * SUFFICIENT - 1) * slope;
            boolean level = approximate && (height <= start || Descending.length(trialSlope) < size);
            if (finite && (wolfe && height < start || level)) {
                return true;
            }
            boolean tooHigh =
                    height > start + SUFFICIENT * a * slope + noise || (low > 0 && height > lowHeight + noise);
            if (!finite || tooHigh || along >= 0) {
                high = a;
                highHeight = height;
                highSlope = along;
            } else {
                low = a;
                lowHeight = height;
                lowSlope = along;
            }
            if (Double.isInfinite(high)) {
                a = Math.min(10 * a, Math.max(2 * a, extrapolated(low, lowSlope, slope)));
            } else {
                if (!(high - low > 0x1p-52 * high)) {
                    return false;
                }
                a = inside(low, high, cubic(low, lowHeight, lowSlope, high, highHeight, highSlope));
            }
        }
        return false;
    }

    /// Where the slope would vanish if it went on as from 0 to `low`.
    private static double extrapolated(double low, double lowSlope, double slope) {
        double next = low * slope / (slope - lowSlope);
        return next > 0 ? next : Double.POSITIVE_INFINITY;
    }

    /// The minimum of the cubic through both ends.
    private static double cubic(double a, double fa, double ga, double b, double fb, double gb) {
        double d1 = ga + gb - 3 * (fa - fb) / (a - b);
        double d2 = Math.sqrt(d1 * d1 - ga * gb);
        return b - (b - a) * ((gb + d2 - d1) / (gb - ga + 2 * d2));
    }

    /// A length well inside the bracket: the proposed one, or the middle where there is none.
    private static double inside(double low, double high, double proposed) {
        double width = high - low;
        if (!(proposed > low && proposed < high)) {
            return low + 0.5 * width;
        }
        return Math.min(Math.max(proposed, low + 0.05 * width), high - 0.05 * width);
    }

    private void look(double a) {
        for (int i = 0; i < x.length; i++) {
            trial[i] = x[i] + a * direction[i];
        }
        height = door.at(trial, trialSlope);
        along = Descending.dot(trialSlope, direction);
        evaluations++;
    }
}
