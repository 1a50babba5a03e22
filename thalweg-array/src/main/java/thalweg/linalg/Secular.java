package thalweg.linalg;

import java.util.Arrays;

/// The roots of the secular equation `1 / rho + sum_i z_i^2 / (d_i - x) = 0`, each as a distance from its nearest
/// pole.
///
/// All roots are improved at once, so that the sums run over arrays. Between two poles the sums to the left and
/// to the right are each replaced by one pole that agrees in value and slope, and the quadratic equation is
/// solved: Bunch, Nielsen and Sorensen, Numer. Math. 31 (1978) 31; Li, LAPACK working note 89 (1993). A step that
/// leaves the bracket is a bisection. A root is done when the residual is below the rounding error of the sums:
/// Gu and Eisenstat, SIAM J. Matrix Anal. Appl. 16 (1995) 172, (3.4).
final class Secular {
    private static final int ROUNDS = 80;
    private static final double UNIT = 0x1p-53;

    private final int k;
    private final double[] d;
    private final double[] z;
    private final double inverse;
    /// By root: the pole it is measured from, and how far it is from there.
    private final double[] origin;

    private final double[] distance;

    /// By active root: its number, bracket, pole, place, sums to the left and right and their slopes.
    private final int[] root;

    private final double[] low;
    private final double[] high;
    private final double[] from;
    private final double[] at;
    private final double[] left;
    private final double[] leftSlope;
    private final double[] right;
    private final double[] rightSlope;
    private int active;

    /// @param d `k` poles in ascending order, no two equal
    /// @param z `k` weights, none zero
    /// @param rho positive
    Secular(int k, double[] d, double[] z, double rho) {
        this.k = k;
        this.d = d;
        this.z = z;
        this.inverse = 1 / rho;
        this.origin = new double[k];
        this.distance = new double[k];
        this.root = new int[k];
        this.low = new double[k];
        this.high = new double[k];
        this.from = new double[k];
        this.at = new double[k];
        this.left = new double[k];
        this.leftSlope = new double[k];
        this.right = new double[k];
        this.rightSlope = new double[k];
        start(rho);
        for (int round = 0; round < ROUNDS && active > 0; round++) {
            sum();
            improve();
        }
        for (int r = 0; r < active; r++) {
            finish(r);
        }
    }

    /// The pole that root `j` is measured from.
    double origin(int j) {
        return origin[j];
    }

    /// Root `j` less [#origin].
    double distance(int j) {
        return distance[j];
    }

    /// Which half of its interval a root lies in decides its pole; the two poles beside it give the first place.
    private void start(double rho) {
        active = k;
        double total = 0;
        for (int j = 0; j < k; j++) {
            root[j] = j;
            from[j] = d[j];
            total = Math.fma(z[j], z[j], total);
            at[j] = j + 1 < k ? 0.5 * (d[j + 1] - d[j]) : 0;
        }
        at[k - 1] = 0.5 * rho * total;
        sum();
        for (int j = 0; j < k; j++) {
            double middle = at[j];
            double f = inverse + left[j] + right[j];
            boolean last = j + 1 == k;
            if (last) {
                low[j] = f < 0 ? middle : 0;
                high[j] = f < 0 ? 2 * middle : middle;
                continue;
            }
            double gap = d[j + 1] - d[j];
            double a = z[j] * z[j];
            double b = z[j + 1] * z[j + 1];
            double rest = f + a / middle - b / (gap - middle);
            if (f >= 0) {
                low[j] = 0;
                high[j] = middle;
                double place = smaller(rest, Math.fma(rest, gap, a + b), a * gap);
                at[j] = place > 0 && place < middle ? place : 0.5 * middle;
            } else {
                from[j] = d[j + 1];
                low[j] = middle - gap;
                high[j] = 0;
                double place = smaller(rest, Math.fma(-rest, gap, a + b), -b * gap);
                at[j] = place > low[j] && place < 0 ? place : 0.5 * low[j];
            }
        }
    }

    /// The root `(b - sqrt(b^2 - 4 a c)) / 2 c` of `c x^2 - b x + a = 0`, in the form that does not cancel.
    private static double smaller(double c, double b, double a) {
        double root = Math.sqrt(Math.max(0, Math.fma(b, b, -4 * a * c)));
        return b > 0 ? 2 * a / (b + root) : (b - root) / (2 * c);
    }

    /// The sums of every active root at its place, pole by pole.
    private void sum() {
        Arrays.fill(left, 0, active, 0);
        Arrays.fill(leftSlope, 0, active, 0);
        Arrays.fill(right, 0, active, 0);
        Arrays.fill(rightSlope, 0, active, 0);
        int first = 0;
        for (int i = 0; i < k; i++) {
            while (first < active && root[first] < i) {
                first++;
            }
            add(d[i], z[i], from, at, right, rightSlope, 0, first);
            add(d[i], z[i], from, at, left, leftSlope, first, active);
        }
    }

    private static void add(
            double pole, double weight, double[] from, double[] at, double[] sum, double[] slope, int begin, int end) {
        for (int r = begin; r < end; r++) {
            double t = weight / (pole - from[r] - at[r]);
            sum[r] += weight * t;
            slope[r] += t * t;
        }
    }

    /// One step of every active root; those that are done leave the list.
    private void improve() {
        int kept = 0;
        for (int r = 0; r < active; r++) {
            double f = inverse + left[r] + right[r];
            double noise = UNIT * k * (inverse + Math.abs(left[r]) + Math.abs(right[r]));
            double x = at[r];
            if (f < 0) {
                low[r] = x;
            } else {
                high[r] = x;
            }
            double next = step(r, f);
            if (!(next > low[r] && next < high[r])) {
                next = 0.5 * (low[r] + high[r]);
            }
            if (Math.abs(f) <= noise || Math.abs(next - x) <= UNIT * Math.abs(x)) {
                finish(r);
                continue;
            }
            root[kept] = root[r];
            low[kept] = low[r];
            high[kept] = high[r];
            from[kept] = from[r];
            at[kept++] = next;
        }
        active = kept;
    }

    private double step(int r, double f) {
        int j = root[r];
        double near = d[j] - from[r] - at[r];
        if (j + 1 == k) {
            double c = f - near * leftSlope[r];
            return at[r] + near + leftSlope[r] * near * near / c;
        }
        double far = d[j + 1] - from[r] - at[r];
        double slope = leftSlope[r] + rightSlope[r];
        double c = f - near * leftSlope[r] - far * rightSlope[r];
        double b = (near + far) * f - near * far * slope;
        return at[r] + smaller(c, b, near * far * f);
    }

    private void finish(int r) {
        origin[root[r]] = from[r];
        distance[root[r]] = at[r];
    }
}
