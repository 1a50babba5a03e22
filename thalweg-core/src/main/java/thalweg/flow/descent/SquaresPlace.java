package thalweg.flow.descent;

import java.util.Arrays;
import thalweg.flow.Ending;
import thalweg.landscape.Box;
import thalweg.linalg.LeastSquares;

/// Where a least-squares descent stands: parameters, residuals, slopes, and which coordinates are free.
final class SquaresPlace {
    /// What a step would bring, relative to `|r|^2`.
    ///
    /// @param gained by the residuals themselves, -1 where they are not finite
    /// @param promised by the linear model
    /// @param bend the factor at which a parabola through both is least
    /// @param length `|D p|`
    record Trial(double gained, double promised, double bend, double length) {}

    /// A column of slopes whose squares sum to less counts as zero: a step along it would overflow.
    private static final double NO_SLOPE = 1e-280;

    private final Residuals problem;
    private final Box box;
    private final int n;
    private final int count;
    private double[] x;
    private double[] residual;
    private double[] trialX;
    private double[] trialResidual;
    private final double[] jacobian;
    private final double[] scale;
    private final boolean[] held;
    private double sum;
    private double trialSum;
    private int accepted;
    private int evaluations;
    private int rank;

    SquaresPlace(Residuals problem, double[] start, Box box) {
        this.problem = problem;
        this.box = box;
        this.n = problem.parameters();
        this.count = problem.count();
        this.x = start.clone();
        box.clamp(x);
        this.residual = new double[count];
        this.trialX = new double[n];
        this.trialResidual = new double[count];
        this.jacobian = new double[count * n];
        this.scale = new double[n];
        this.held = new boolean[n];
        this.sum = evaluate(x, residual);
        this.rank = n;
    }

    double sum() {
        return sum;
    }

    int accepted() {
        return accepted;
    }

    int evaluations() {
        return evaluations;
    }

    int rank() {
        return rank;
    }

    /// The number of coordinates that are not held.
    int free() {
        int free = 0;
        for (boolean h : held) {
            free += h ? 0 : 1;
        }
        return free;
    }

    /// `|D x|`.
    double size() {
        return length(x);
    }

    /// Slopes at the place, the scale and the free coordinates.
    ///
    /// @return false if a slope is not finite
    boolean linearise() {
        problem.jacobian(x, jacobian);
        for (int j = 0; j < n; j++) {
            double norm = 0;
            double slope = 0;
            for (int i = 0; i < count; i++) {
                double value = jacobian[i * n + j];
                norm += value * value;
                slope += value * residual[i];
            }
            if (!Double.isFinite(norm)) {
                return false;
            }
            if (norm < NO_SLOPE) {
                norm = 0;
                slope = 0;
                for (int i = 0; i < count; i++) {
                    jacobian[i * n + j] = 0;
                }
            }
            norm = Math.sqrt(norm);
            scale[j] = scale[j] == 0 ? norm : Math.max(scale[j], norm);
            held[j] = (x[j] <= box.low()[j] && slope >= 0) || (x[j] >= box.high()[j] && slope <= 0);
        }
        for (int j = 0; j < n; j++) {
            scale[j] = scale[j] == 0 ? 1 : scale[j];
        }
        return true;
    }

    /// The trust region in the free coordinates.
    TrustStep trust() {
        int free = free();
        int rows = Math.max(count, free);
        double[] d = new double[free];
        for (int j = 0, f = 0; j < n; j++) {
            if (!held[j]) {
                d[f++] = scale[j];
            }
        }
        return new TrustStep(slopes(rows, free), rows, free, Arrays.copyOf(residual, rows), d);
    }

    /// Tries a step in the free coordinates, cut off by the box.
    Trial attempt(double[] step) {
        move(step);
        double[] p = new double[n];
        for (int j = 0; j < n; j++) {
            p[j] = trialX[j] - x[j];
        }
        double cross = 0;
        double square = 0;
        for (int i = 0; i < count; i++) {
            double jp = 0;
            for (int j = 0; j < n; j++) {
                jp += jacobian[i * n + j] * p[j];
            }
            cross += residual[i] * jp;
            square += jp * jp;
        }
        trialSum = evaluate(trialX, trialResidual);
        double gained = Double.isFinite(trialSum) ? Math.max(-1, (sum - trialSum) / sum) : -1;
        double promised = -(2 * cross + square) / sum;
        double bend = -cross / sum;
        return new Trial(gained, promised, 0.5 * bend / (bend - 0.5 * gained), length(p));
    }

    /// Adds half the geodesic's second-order term to a step in the free coordinates.
    ///
    /// @return false where that term is not small beside the step, so that the step leaves the model's reach
    boolean curve(TrustStep trust, double[] step) {
        double h = 0.1;
        double[] far = step.clone();
        for (int f = 0; f < far.length; f++) {
            far[f] *= h;
        }
        move(far);
        double there = evaluate(trialX, trialResidual);
        if (!Double.isFinite(there)) {
            return false;
        }
        double[] curvature = new double[Math.max(count, step.length)];
        for (int i = 0; i < count; i++) {
            double slope = 0;
            for (int j = 0, f = 0; j < n; j++) {
                slope += held[j] ? 0 : jacobian[i * n + j] * step[f++];
            }
            curvature[i] = 2 / h * ((trialResidual[i] - residual[i]) / h - slope);
        }
        double[] bend = trust.bend(curvature);
        double along = 0;
        double across = 0;
        for (int j = 0, f = 0; j < n; j++) {
            if (!held[j]) {
                along += scale[j] * step[f] * (scale[j] * step[f]);
                across += scale[j] * bend[f] * (scale[j] * bend[f]);
                f++;
            }
        }
        if (!(4 * across <= 0.75 * 0.75 * along)) {
            return false;
        }
        for (int f = 0; f < step.length; f++) {
            step[f] += 0.5 * bend[f];
        }
        return true;
    }

    /// Goes where the last trial went.
    void accept() {
        double[] place = x;
        x = trialX;
        trialX = place;
        double[] r = residual;
        residual = trialResidual;
        trialResidual = r;
        sum = trialSum;
        accepted++;
    }

    /// Undamped steps, as long as they shrink.
    ///
    /// @return whether they shrank to rounding
    boolean polish() {
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 200; i++) {
            if (!linearise()) {
                return false;
            }
            int free = free();
            if (free == 0) {
                rank = 0;
                return true;
            }
            LeastSquares solved = solve(free);
            double[] step = solved.coefficients();
            move(step);
            double length = length(difference());
            if (!(length < before)) {
                return before <= 1e-10 * size();
            }
            trialSum = evaluate(trialX, trialResidual);
            if (!(trialSum <= sum * (1 + 1e-8) + Double.MIN_NORMAL)) {
                return length <= 1e-10 * size();
            }
            accept();
            before = length;
            if (length == 0) {
                return true;
            }
        }
        return false;
    }

    /// The largest cosine between the residuals and a free column of the slopes.
    double orthogonality() {
        double largest = 0;
        for (int j = 0; j < n; j++) {
            double norm = 0;
            double slope = 0;
            for (int i = 0; i < count; i++) {
                norm += jacobian[i * n + j] * jacobian[i * n + j];
                slope += jacobian[i * n + j] * residual[i];
            }
            if (!held[j] && norm > 0 && sum > 0) {
                largest = Math.max(largest, Math.abs(slope) / Math.sqrt(norm * sum));
            }
        }
        return largest;
    }

    /// What was found.
    Fit fit(Ending ending) {
        int free = free();
        double[] covariance = new double[n * n];
        Arrays.fill(covariance, Double.NaN);
        int dof = count - free;
        if (!(ending instanceof Ending.Diverged) && linearise()) {
            free = free();
            LeastSquares solved = free == 0 ? null : solve(free);
            rank = solved == null ? 0 : solved.rank();
            dof = count - rank;
            if (solved != null && dof > 0) {
                spread(solved.covariance(), free, sum / dof, covariance);
            }
        }
        double angle = orthogonality();
        return new Fit(
                x.clone(),
                residual.clone(),
                sum,
                dof,
                covariance,
                rank,
                held.clone(),
                angle,
                accepted,
                evaluations,
                ending);
    }

    private void spread(double[] unscaled, int free, double variance, double[] covariance) {
        Arrays.fill(covariance, 0);
        for (int j = 0, f = 0; j < n; j++) {
            if (held[j]) {
                continue;
            }
            for (int k = 0, g = 0; k < n; k++) {
                if (!held[k]) {
                    covariance[j * n + k] = variance * unscaled[f * free + g++];
                }
            }
            f++;
        }
    }

    private LeastSquares solve(int free) {
        int rows = Math.max(count, free);
        double[] right = new double[rows];
        for (int i = 0; i < count; i++) {
            right[i] = -residual[i];
        }
        LeastSquares solved = LeastSquares.of(slopes(rows, free), rows, free, right);
        rank = solved.rank();
        return solved;
    }

    /// The free columns of the slopes, with rows of zeros where there are fewer residuals than parameters.
    private double[] slopes(int rows, int free) {
        if (free == n && rows == count) {
            return jacobian;
        }
        double[] slopes = new double[rows * free];
        for (int i = 0; i < count; i++) {
            for (int j = 0, f = 0; j < n; j++) {
                if (!held[j]) {
                    slopes[i * free + f++] = jacobian[i * n + j];
                }
            }
        }
        return slopes;
    }

    private void move(double[] step) {
        for (int j = 0, f = 0; j < n; j++) {
            trialX[j] = held[j] ? x[j] : x[j] + step[f++];
        }
        box.clamp(trialX);
    }

    private double[] difference() {
        double[] p = new double[n];
        for (int j = 0; j < n; j++) {
            p[j] = trialX[j] - x[j];
        }
        return p;
    }

    private double length(double[] p) {
        double square = 0;
        for (int j = 0; j < n; j++) {
            square += scale[j] * p[j] * (scale[j] * p[j]);
        }
        return Math.sqrt(square);
    }

    private double evaluate(double[] at, double[] into) {
        problem.residual(at, into);
        evaluations++;
        double square = 0;
        for (double r : into) {
            square += r * r;
        }
        return Double.isNaN(square) ? Double.POSITIVE_INFINITY : square;
    }
}
