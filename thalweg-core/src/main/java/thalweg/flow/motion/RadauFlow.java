package thalweg.flow.motion;

import static thalweg.flow.motion.Moving.CLOCK;
import static thalweg.flow.motion.Moving.COUNT;
import static thalweg.flow.motion.Moving.REASON;
import static thalweg.flow.motion.Moving.STEP;
import static thalweg.flow.motion.Moving.TIME;
import static thalweg.flow.motion.Moving.VALID;

import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.flow.Ending;
import thalweg.flow.Field;
import thalweg.flow.Flow;
import thalweg.flow.Promise;
import thalweg.flow.Rate;
import thalweg.linalg.Lu;

/// Radau IIA of order 5 on plain arrays.
final class RadauFlow<S> implements Flow<S, Moving> {
    private static final double R6 = Math.sqrt(6);
    private static final double[] C = {(4 - R6) / 10, (4 + R6) / 10, 1};
    private static final double[][] A = {
        {(88 - 7 * R6) / 360, (296 - 169 * R6) / 1800, (-2 + 3 * R6) / 225},
        {(296 + 169 * R6) / 1800, (88 + 7 * R6) / 360, (-2 - 3 * R6) / 225},
        {(16 - R6) / 36, (16 + R6) / 36, 1 / 9.0}
    };
    /// The inverse of A's real eigenvalue, `3 + 3^(2/3) - 3^(1/3)`.
    private static final double REAL = 3 + StrictMath.pow(3, 2 / 3.0) - StrictMath.pow(3, 1 / 3.0);

    private static final double[] ERROR = {(-13 - 7 * R6) / 3, (-13 + 7 * R6) / 3, -1 / 3.0};
    private static final int TURNS = 8;

    private final Radau method;
    private final Field<S> field;
    private final Promise promise;
    private final double end;
    private final Bound<S, Rate<S>> bound;

    RadauFlow(Radau method, Field<S> field, Promise promise, double end) {
        this.method = method;
        this.field = field;
        this.promise = promise;
        this.end = end;
        this.bound = new Bound<>(field::flat);
    }

    @Override
    public Flow<S, Moving> until(double time) {
        return new RadauFlow<>(method, field, promise, Math.min(end, time));
    }

    /// The stages: three increments `z`, their slopes, `f` at the start, and the Jacobian.
    @Override
    public Moving begin(S at, Key key) {
        double[] x = bound.at(at).coordinates().flat(at);
        int n = x.length;
        double[][] stages = new double[8][n];
        stages[7] = new double[n * n];
        return new Moving(x, new double[0], new double[0], new double[n], stages, new double[CLOCK]);
    }

    @Override
    public Moving step(Moving now, Key key) {
        Rate<S> rate = bound.get();
        double[] clock = now.clock();
        double[] x = now.x();
        double[] f = now.stages()[6];
        double t = clock[TIME];
        rate.at(t, x, f);
        rate.jacobian(t, x, now.stages()[7]);
        clock[COUNT]++;
        if (clock[VALID] == 0) {
            clock[STEP] = first(now);
            clock[VALID] = 1;
        }
        boolean refused = false;
        while (true) {
            double h = clock[STEP];
            double least = 16 * Math.ulp(t);
            if (!(h >= least)) {
                clock[REASON] = 1;
                return now;
            }
            h = end - (t + h) < least ? end - t : h;
            if (!solve(rate, now, h)) {
                clock[STEP] = 0.5 * h;
                refused = true;
                continue;
            }
            double error = error(rate, now, h, t == 0 || refused);
            double factor = error == 0 ? 8 : Math.min(8, 0.9 * StrictMath.pow(error, -0.25));
            if (error <= 1) {
                for (int i = 0; i < x.length; i++) {
                    x[i] += now.stages()[2][i];
                }
                clock[TIME] = Math.abs(end - (t + h)) < least ? end : t + h;
                clock[STEP] = h * (refused ? Math.min(1, factor) : factor);
                return now;
            }
            refused = true;
            clock[STEP] = h * Math.max(0.2, error < Double.POSITIVE_INFINITY ? factor : 0);
        }
    }

    /// `z_i = h sum_j a_ij f(x + z_j)` by Newton with the Jacobian at the start, from zero.
    private boolean solve(Rate<S> rate, Moving now, double h) {
        double[] x = now.x();
        int n = x.length;
        double[][] k = now.stages();
        double[] system = new double[9 * n * n];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int p = 0; p < n; p++) {
                    for (int q = 0; q < n; q++) {
                        double unit = i == j && p == q ? 1 : 0;
                        system[(i * n + p) * 3 * n + j * n + q] = unit - h * A[i][j] * k[7][p * n + q];
                    }
                }
            }
        }
        if (!Sound.finite(system)) {
            return false;
        }
        int[] rows = new int[3 * n];
        Lu.factor(system, 0, 3 * n, rows);
        double[] right = new double[3 * n];
        for (int i = 0; i < 3; i++) {
            java.util.Arrays.fill(k[i], 0);
        }
        double before = Double.POSITIVE_INFINITY;
        double bound = Math.max(1e-3 * Math.min(1, Math.sqrt(method.relative()) * 30), 1e-12 / method.relative());
        for (int turn = 0; turn < TURNS; turn++) {
            for (int j = 0; j < 3; j++) {
                for (int d = 0; d < n; d++) {
                    now.work()[d] = x[d] + k[j][d];
                }
                rate.at(now.clock()[TIME] + C[j] * h, now.work(), k[3 + j]);
            }
            now.clock()[COUNT] += 3;
            for (int i = 0; i < 3; i++) {
                for (int d = 0; d < n; d++) {
                    double sum = A[i][0] * k[3][d] + A[i][1] * k[4][d] + A[i][2] * k[5][d];
                    right[i * n + d] = h * sum - k[i][d];
                }
            }
            Lu.solve(system, 0, 3 * n, rows, false, right, 0, 1);
            double square = 0;
            for (int i = 0; i < 3; i++) {
                for (int d = 0; d < n; d++) {
                    k[i][d] += right[i * n + d];
                    double scaled = right[i * n + d] / scale(x[d]);
                    square += scaled * scaled;
                }
            }
            double change = Math.sqrt(square / (3 * n));
            if (change <= bound
                    || (turn > 0 && change * change / before <= bound * (1 - Math.min(0.99, change / before)))) {
                return true;
            }
            if (!(change < before)) {
                return false;
            }
            before = change;
        }
        return false;
    }

    private double scale(double x) {
        return method.absolute() + method.relative() * Math.abs(x);
    }

    /// `(g/h I - J)^-1 (f + sum_i e_i z_i / h)` in units of the tolerance; for the first step and after a
    /// refusal once more from where it leads, so that stiff parts do not count twice (Hairer and Wanner,
    /// IV.8.20).
    private double error(Rate<S> rate, Moving now, double h, boolean careful) {
        int n = now.x().length;
        double[][] k = now.stages();
        double[] system = new double[n * n];
        for (int p = 0; p < n; p++) {
            for (int q = 0; q < n; q++) {
                system[p * n + q] = (p == q ? REAL / h : 0) - k[7][p * n + q];
            }
        }
        int[] rows = new int[n];
        Lu.factor(system, 0, n, rows);
        double[] raw = new double[n];
        double[] error = new double[n];
        for (int d = 0; d < n; d++) {
            raw[d] = (ERROR[0] * k[0][d] + ERROR[1] * k[1][d] + ERROR[2] * k[2][d]) / h;
            error[d] = k[6][d] + raw[d];
        }
        Lu.solve(system, 0, n, rows, false, error, 0, 1);
        double size = size(now, error);
        if (size > 1 && careful) {
            for (int d = 0; d < n; d++) {
                now.work()[d] = now.x()[d] + error[d];
            }
            rate.at(now.clock()[TIME], now.work(), error);
            now.clock()[COUNT]++;
            for (int d = 0; d < n; d++) {
                error[d] += raw[d];
            }
            Lu.solve(system, 0, n, rows, false, error, 0, 1);
            size = size(now, error);
        }
        return size;
    }

    private double size(Moving now, double[] error) {
        double sum = 0;
        for (int d = 0; d < error.length; d++) {
            double x = now.x()[d];
            double largest = Math.max(Math.abs(x), Math.abs(x + now.stages()[2][d]));
            double scaled = error[d] / (method.absolute() + method.relative() * largest);
            sum += scaled * scaled;
        }
        return Double.isFinite(sum) ? Math.sqrt(sum / error.length) : Double.POSITIVE_INFINITY;
    }

    private double first(Moving now) {
        double size = 0;
        double speed = 0;
        for (int d = 0; d < now.x().length; d++) {
            double scale = scale(now.x()[d]);
            size += now.x()[d] / scale * (now.x()[d] / scale);
            speed += now.stages()[6][d] / scale * (now.stages()[6][d] / scale);
        }
        double h = size < 1e-10 || speed < 1e-10 ? 1e-6 : 0.01 * Math.sqrt(size / speed);
        return Math.min(h, end - now.clock()[TIME]);
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
            String message =
                    "the step fell below rounding at time " + now.clock()[TIME] + ": the motion is singular there";
            return new Ending.Diverged(message, step, "step size");
        }
        return Sound.ending(now.x(), bound.coordinates(), "", step);
    }
}
