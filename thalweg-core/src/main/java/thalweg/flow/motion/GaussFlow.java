package thalweg.flow.motion;

import static thalweg.flow.motion.Moving.CLOCK;
import static thalweg.flow.motion.Moving.COUNT;
import static thalweg.flow.motion.Moving.REASON;
import static thalweg.flow.motion.Moving.TIME;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.flow.Ending;
import thalweg.flow.Field;
import thalweg.flow.Flow;
import thalweg.flow.Promise;
import thalweg.flow.Rate;
import thalweg.linalg.Lu;

/// Gauss collocation on plain arrays.
final class GaussFlow<S> implements Flow<S, Moving> {
    private static final int TURNS = 100;

    private final Gauss method;
    private final Promise promise;
    private final Bound<S, Rate<S>> bound;

    GaussFlow(Gauss method, Field<S> field, Promise promise) {
        this.method = method;
        this.promise = promise;
        this.bound = new Bound<>(field::flat);
    }

    @Override
    public Moving begin(S at, Key key) {
        double[] x = bound.at(at).coordinates().flat(at);
        int n = x.length;
        return new Moving(
                x,
                new double[0],
                new double[method.compensated() ? n + 1 : 0],
                new double[n],
                new double[2 * method.stages()][n],
                new double[CLOCK]);
    }

    @Override
    public Moving step(Moving now, Key key) {
        Rate<S> rate = bound.get();
        double h = method.step();
        double[] x = now.x();
        double[] clock = now.clock();
        if (!fixedPoint(rate, now, h) && !newton(rate, now, h)) {
            clock[REASON] = 1;
            return now;
        }
        double[] b = method.b();
        double[] sum = now.work();
        Arrays.fill(sum, 0);
        for (int j = 0; j < b.length; j++) {
            double[] k = now.stages()[j];
            for (int i = 0; i < x.length; i++) {
                sum[i] += b[j] * k[i];
            }
        }
        if (now.remainder().length > 0) {
            Compensated.add(x, now.remainder(), 0, sum, h);
            Compensated.add(clock, TIME, now.remainder(), x.length, h);
        } else {
            for (int i = 0; i < x.length; i++) {
                x[i] += h * sum[i];
            }
            clock[TIME] += h;
        }
        return now;
    }

    /// Turns `k_i := f(x + h sum_j a_ij k_j)` until they stop shrinking; the slopes of the last step are the
    /// first guess.
    ///
    /// @return false where they do not contract
    private boolean fixedPoint(Rate<S> rate, Moving now, double h) {
        double before = Double.POSITIVE_INFINITY;
        for (int turn = 0; turn < TURNS; turn++) {
            double change = turn(rate, now, h);
            if (change == 0 || (change >= before && before <= 1e-13 * size(now, h))) {
                return true;
            }
            if (!(change < Double.POSITIVE_INFINITY) || (turn > 4 && change > 0.9 * before && turn % 2 == 1)) {
                return false;
            }
            before = change;
        }
        return false;
    }

    /// One turn; the largest change of a place, in units of the coordinates.
    private double turn(Rate<S> rate, Moving now, double h) {
        int s = method.stages();
        double[][] k = now.stages();
        double change = 0;
        for (int i = 0; i < s; i++) {
            place(now, i, h);
            rate.at(now.clock()[TIME] + method.c()[i] * h, now.work(), k[s + i]);
        }
        now.clock()[COUNT] += s;
        for (int i = 0; i < s; i++) {
            double[] old = k[i];
            double[] fresh = k[s + i];
            for (int j = 0; j < old.length; j++) {
                double difference = h * Math.abs(fresh[j] - old[j]);
                change = difference <= change ? change : difference;
            }
            System.arraycopy(fresh, 0, old, 0, old.length);
        }
        return change;
    }

    private void place(Moving now, int i, double h) {
        double[] x = now.x();
        double[] out = now.work();
        double[] a = method.a()[i];
        Arrays.fill(out, 0);
        for (int j = 0; j < a.length; j++) {
            double[] k = now.stages()[j];
            for (int d = 0; d < x.length; d++) {
                out[d] += a[j] * k[d];
            }
        }
        for (int d = 0; d < x.length; d++) {
            out[d] = x[d] + h * out[d];
        }
    }

    private static double size(Moving now, double h) {
        double size = 0;
        for (double v : now.x()) {
            size = Math.max(size, Math.abs(v));
        }
        for (double v : now.stages()[0]) {
            size = Math.max(size, h * Math.abs(v));
        }
        return size;
    }

    /// Newton on the slopes with the Jacobian at the start of the step: `(I - h A x J) d = f - k`.
    private boolean newton(Rate<S> rate, Moving now, double h) {
        int s = method.stages();
        int n = now.x().length;
        double t = now.clock()[TIME];
        double[] jacobian = new double[n * n];
        rate.jacobian(t, now.x(), jacobian);
        double[] system = new double[s * n * s * n];
        for (int i = 0; i < s; i++) {
            for (int j = 0; j < s; j++) {
                for (int p = 0; p < n; p++) {
                    for (int q = 0; q < n; q++) {
                        double unit = i == j && p == q ? 1 : 0;
                        system[(i * n + p) * s * n + j * n + q] = unit - h * method.a()[i][j] * jacobian[p * n + q];
                    }
                }
            }
        }
        if (!Sound.finite(system)) {
            return false;
        }
        int[] rows = new int[s * n];
        Lu.factor(system, 0, s * n, rows);
        for (double[] k : now.stages()) {
            rate.at(t, now.x(), k);
        }
        double[] right = new double[s * n];
        double before = Double.POSITIVE_INFINITY;
        for (int turn = 0; turn < TURNS; turn++) {
            for (int i = 0; i < s; i++) {
                place(now, i, h);
                rate.at(t + method.c()[i] * h, now.work(), now.stages()[s + i]);
                for (int d = 0; d < n; d++) {
                    right[i * n + d] = now.stages()[s + i][d] - now.stages()[i][d];
                }
            }
            now.clock()[COUNT] += s;
            Lu.solve(system, 0, s * n, rows, false, right, 0, 1);
            double change = 0;
            for (int i = 0; i < s; i++) {
                for (int d = 0; d < n; d++) {
                    now.stages()[i][d] += right[i * n + d];
                    change = Math.max(change, h * Math.abs(right[i * n + d]));
                }
            }
            if (change == 0 || (change >= before && before <= 1e-12 * size(now, h))) {
                return true;
            }
            if (!(change < 1e3 * before) || !Double.isFinite(change)) {
                return false;
            }
            before = change;
        }
        return before <= 1e-10 * size(now, h);
    }

    @Override
    public S place(Moving now) {
        return bound.get().coordinates().tree(now.x());
    }

    @Override
    public boolean draws() {
        return false;
    }

    @Override
    public Promise promise() {
        return promise;
    }

    @Override
    public double time(Moving now) {
        return now.clock()[TIME];
    }

    @Override
    public @Nullable Ending ending(Moving now, long step) {
        if (now.clock()[REASON] != 0) {
            String message = "the stages of step " + step + " at time " + now.clock()[TIME]
                    + " have no solution that Newton finds: take a smaller step";
            return new Ending.Diverged(message, step, "stages");
        }
        return Sound.ending(now.x(), bound.coordinates(), "", step);
    }
}
