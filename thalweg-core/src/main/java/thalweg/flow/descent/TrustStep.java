package thalweg.flow.descent;

import java.util.Arrays;
import thalweg.linalg.Qr;

/// The step `p` that makes `|r + J p|` least within `|D p| <= radius`.
///
/// `(J'J + lambda D^2) p = -J'r` with `lambda` from Hebden's iteration: Moré, Lecture Notes in Mathematics 630
/// (1978) 105, section 5. The damping is brought into the triangle of `J` by Givens rotations, never by
/// squaring `J`.
final class TrustStep {
    private final int n;
    private final double[] triangle;
    private final double[] right;
    private final int[] pivot;
    private final int rank;
    private final double[] scale;
    private final double[] work;
    private final double[] solved;
    private final double[] row;
    private final double[] step;
    private final double[] bend;
    private final Qr qr;
    private double lambda;
    private double length;

    /// @param jacobian `rows` by `n`, all finite, `rows >= n`
    /// @param scale D, one positive number a column
    TrustStep(double[] jacobian, int rows, int n, double[] residual, double[] scale) {
        this.n = n;
        this.scale = scale;
        this.qr = Qr.of(jacobian, rows, n);
        this.triangle = qr.r();
        this.pivot = qr.pivot();
        this.rank = qr.rank();
        this.right = new double[rows];
        for (int i = 0; i < rows; i++) {
            right[i] = -residual[i];
        }
        qr.applyTransposed(right);
        this.work = new double[n * n];
        this.solved = new double[n];
        this.row = new double[n];
        this.step = new double[n];
        this.bend = new double[n];
    }

    /// The damping of the last step.
    double lambda() {
        return lambda;
    }

    /// `|D p|` of the last step.
    double length() {
        return length;
    }

    /// The step for a radius, with `lambda` as the first guess; the array is reused.
    double[] within(double radius, double guess) {
        lambda = 0;
        damp(0);
        double excess = length - radius;
        if (excess <= 0.1 * radius) {
            return step;
        }
        double low = rank == n ? excess / (radius * curvature()) : 0;
        double high = slope() / radius;
        if (high == 0) {
            high = Double.MIN_NORMAL / Math.min(radius, 0.1);
        }
        lambda = Math.min(Math.max(guess, low), high);
        if (lambda == 0) {
            lambda = slope() / length;
        }
        for (int i = 0; i < 12; i++) {
            if (lambda == 0) {
                lambda = Math.max(Double.MIN_NORMAL, 0.001 * high);
            }
            damp(lambda);
            double before = excess;
            excess = length - radius;
            if (Math.abs(excess) <= 0.1 * radius || (low == 0 && excess <= before && before < 0)) {
                break;
            }
            double correction = excess / (radius * curvature());
            if (excess > 0) {
                low = Math.max(low, lambda);
            } else {
                high = Math.min(high, lambda);
            }
            lambda = Math.max(low, lambda + correction);
        }
        return step;
    }

    /// The second-order term of the geodesic that starts as the last step: `(J'J + lambda D^2) a = -J'c`, `c` the
    /// second derivative of `r` along the step; the array is reused. Transtrum and Sethna (2012), arXiv:1201.5885.
    double[] bend(double[] curvature) {
        double[] projected = new double[curvature.length];
        for (int i = 0; i < projected.length; i++) {
            projected[i] = -curvature[i];
        }
        qr.applyTransposed(projected);
        solve(lambda, projected, bend);
        return bend;
    }

    /// Solves for a damping: `step`, `length`, and the triangle of `J'J + lambda D^2` in `work`.
    private void damp(double damping) {
        length = solve(damping, right, step);
    }

    private double solve(double damping, double[] projected, double[] into) {
        System.arraycopy(triangle, 0, work, 0, n * n);
        System.arraycopy(projected, 0, solved, 0, n);
        double root = Math.sqrt(damping);
        for (int k = 0; k < n && damping > 0; k++) {
            rotate(k, root * scale[pivot[k]]);
        }
        int used = damping > 0 ? n : rank;
        double[] z = solved;
        Arrays.fill(z, used, n, 0);
        for (int i = used - 1; i >= 0; i--) {
            double sum = z[i];
            for (int j = i + 1; j < used; j++) {
                sum -= work[i * n + j] * z[j];
            }
            z[i] = sum / work[i * n + i];
        }
        double sum = 0;
        for (int k = 0; k < n; k++) {
            into[pivot[k]] = z[k];
            double scaled = scale[pivot[k]] * z[k];
            sum += scaled * scaled;
        }
        return Math.sqrt(sum);
    }

    /// Rotates the row with `value` at place `k`, zero elsewhere, into the triangle.
    private void rotate(int k, double value) {
        Arrays.fill(row, 0);
        row[k] = value;
        double rest = 0;
        for (int i = k; i < n; i++) {
            if (row[i] == 0) {
                continue;
            }
            double a = work[i * n + i];
            double h = Math.sqrt(a * a + row[i] * row[i]);
            double c = a / h;
            double s = row[i] / h;
            work[i * n + i] = h;
            for (int j = i + 1; j < n; j++) {
                double upper = work[i * n + j];
                work[i * n + j] = c * upper + s * row[j];
                row[j] = c * row[j] - s * upper;
            }
            double upper = solved[i];
            solved[i] = c * upper + s * rest;
            rest = c * rest - s * upper;
        }
    }

    /// `|S^-T P' D^2 p / |D p||^2`: minus the logarithmic slope of `|D p|` in the damping.
    private double curvature() {
        double sum = 0;
        double[] w = row;
        for (int i = 0; i < n; i++) {
            int at = pivot[i];
            w[i] = scale[at] * (scale[at] * step[at] / length);
            for (int j = 0; j < i; j++) {
                w[i] -= work[j * n + i] * w[j];
            }
            w[i] /= work[i * n + i];
            sum += w[i] * w[i];
        }
        return sum;
    }

    /// `|D^-1 J'r|`.
    private double slope() {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            double g = 0;
            for (int i = 0; i <= j; i++) {
                g += triangle[i * n + j] * right[i];
            }
            double scaled = g / scale[pivot[j]];
            sum += scaled * scaled;
        }
        return Math.sqrt(sum);
    }
}
