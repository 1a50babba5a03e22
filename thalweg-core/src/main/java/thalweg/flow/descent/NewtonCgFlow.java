package thalweg.flow.descent;

import static thalweg.flow.descent.Descending.EVALUATIONS;
import static thalweg.flow.descent.Descending.HEIGHT;
import static thalweg.flow.descent.Descending.REASON;
import static thalweg.flow.descent.Descending.SIZE;
import static thalweg.flow.descent.Descending.SLOPE;
import static thalweg.flow.descent.Descending.STEPS;
import static thalweg.flow.descent.Descending.TALLY;

import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.flow.Ending;
import thalweg.flow.Promise;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;

/// Newton steps in a trust region on plain arrays; [Descending#SIZE] holds the radius.
final class NewtonCgFlow<S> implements Tallied<S, Integer> {
    private static final double STUCK = 1;
    private static final int STEP = 0;
    private static final int REST = 1;
    private static final int DIRECTION = 2;
    private static final int PRODUCT = 3;
    private static final int TRIAL = 4;
    private static final int TRIAL_SLOPE = 5;

    private final double radius;
    private final Ground<S> ground;

    NewtonCgFlow(double radius, Energy<S> energy) {
        this.radius = radius;
        this.ground = new Ground<>(energy);
    }

    @Override
    public Descending<Integer> begin(S at, Key key) {
        Flat<S> door = ground.at(at);
        double[] x = door.flat(at);
        Descending<Integer> now =
                new Descending<>(x, new double[x.length], new double[6][x.length], new double[TALLY], 0);
        now.tally()[HEIGHT] = door.at(x, now.slope());
        now.tally()[SLOPE] = Descending.length(now.slope());
        now.tally()[SIZE] = radius;
        now.tally()[EVALUATIONS] = 1;
        return now;
    }

    @Override
    public Descending<Integer> step(Descending<Integer> now, Key key) {
        Flat<S> door = ground.door();
        double[] tally = now.tally();
        double[] step = now.memory()[STEP];
        double[] trial = now.memory()[TRIAL];
        double[] slope = now.memory()[TRIAL_SLOPE];
        tally[STEPS]++;
        while (true) {
            double promised = solve(door, now, tally[SIZE]);
            double length = Descending.length(step);
            for (int i = 0; i < step.length; i++) {
                trial[i] = now.x()[i] + step[i];
            }
            double height = door.at(trial, slope);
            tally[EVALUATIONS]++;
            double noise = 0x1p-50 * Math.abs(tally[HEIGHT]);
            double gained = tally[HEIGHT] - height;
            boolean quiet = promised <= noise && Descending.length(slope) < tally[SLOPE] && gained >= 0;
            double ratio = quiet ? 1 : gained / promised;
            if (!(ratio >= 0.25)) {
                tally[SIZE] = 0.25 * Math.min(length, tally[SIZE]);
            } else if (ratio > 0.75 && length > 0.8 * tally[SIZE]) {
                tally[SIZE] *= 2;
            }
            if (ratio > 0.1 && gained >= 0) {
                System.arraycopy(trial, 0, now.x(), 0, trial.length);
                System.arraycopy(slope, 0, now.slope(), 0, trial.length);
                tally[HEIGHT] = height;
                tally[SLOPE] = Descending.length(slope);
                return now;
            }
            if (promised <= noise || !(tally[SIZE] > 0x1p-52 * Descending.length(now.x()) + Double.MIN_NORMAL)) {
                tally[REASON] = STUCK;
                return now;
            }
        }
    }

    /// Conjugate gradients on `H p = -g` within the radius.
    ///
    /// @return what the quadratic model promises
    private double solve(Flat<S> door, Descending<Integer> now, double bound) {
        double[] p = now.memory()[STEP];
        double[] r = now.memory()[REST];
        double[] d = now.memory()[DIRECTION];
        double[] product = now.memory()[PRODUCT];
        java.util.Arrays.fill(p, 0);
        for (int i = 0; i < p.length; i++) {
            r[i] = now.slope()[i];
            d[i] = -r[i];
        }
        double start = now.tally()[SLOPE];
        double square = start * start;
        double tolerance = start * Math.min(0.5, Math.sqrt(start));
        double promised = 0;
        for (int k = 0; k < 2 * p.length + 10; k++) {
            door.product(now.x(), d, product);
            double bend = Descending.dot(d, product);
            double along = Descending.dot(r, d);
            double length = bend > 0 ? square / bend : Double.POSITIVE_INFINITY;
            double edge = edge(p, d, bound);
            boolean out = !(length < edge);
            double a = out ? edge : length;
            promised -= a * along + 0.5 * a * a * bend;
            for (int i = 0; i < p.length; i++) {
                p[i] += a * d[i];
                r[i] += a * product[i];
            }
            double next = Descending.dot(r, r);
            if (out || Math.sqrt(next) <= tolerance) {
                break;
            }
            for (int i = 0; i < p.length; i++) {
                d[i] = -r[i] + next / square * d[i];
            }
            square = next;
        }
        return promised;
    }

    /// The positive `a` with `|p + a d| = bound`.
    private static double edge(double[] p, double[] d, double bound) {
        double dd = Descending.dot(d, d);
        double pd = Descending.dot(p, d);
        double pp = Descending.dot(p, p);
        return (-pd + Math.sqrt(Math.max(0, pd * pd + dd * (bound * bound - pp)))) / dd;
    }

    @Override
    public S place(Descending<Integer> now) {
        return ground.door().tree(now.x());
    }

    @Override
    public boolean draws() {
        return false;
    }

    @Override
    public Promise promise() {
        return new Promise.Descends(true);
    }

    @Override
    public @Nullable Ending ending(Descending<Integer> now, long step) {
        if (now.tally()[REASON] == STUCK || now.tally()[SLOPE] == 0) {
            return new Ending.Converged("no step goes lower: slope " + now.tally()[SLOPE] + ", energy "
                    + now.tally()[HEIGHT] + " after " + step + " steps");
        }
        return ground.ending(now, step);
    }
}
