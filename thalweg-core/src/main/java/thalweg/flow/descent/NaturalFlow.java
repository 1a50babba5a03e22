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
import thalweg.array.Misuse;
import thalweg.flow.Ending;
import thalweg.flow.Promise;
import thalweg.landscape.Coordinates;
import thalweg.landscape.Rows;
import thalweg.landscape.Sample;

/// The natural descent on rows; [Descending#SIZE] holds the damping, and the length of the slope is that before the
/// step.
final class NaturalFlow<S, W> implements Tallied<S, W> {
    /// Behind the tally of every descent: directions that the last metric determined.
    static final int RANK = TALLY;

    static final double STUCK = 1;

    /// With dampings three times as large each time, 30 tries span fourteen orders of magnitude.
    static final int TRIES = 30;

    private final Natural method;
    private final Rows<S, W> rows;
    private volatile @Nullable Coordinates<S> known;

    NaturalFlow(Natural method, Rows<S, W> rows) {
        this.method = method;
        this.rows = rows;
    }

    @Override
    public Descending<W> begin(S at, Key key) {
        Coordinates<S> coordinates = Coordinates.of(at);
        known = coordinates;
        double[] x = coordinates.flat(at);
        double[] tally = new double[TALLY + 1];
        W kept = rows.begin(at, key);
        tally[HEIGHT] = rows.height(at, kept, key);
        tally[SLOPE] = Double.NaN;
        tally[SIZE] = method.damping();
        tally[EVALUATIONS] = 1;
        return new Descending<>(x, new double[x.length], new double[0][], tally, kept);
    }

    @Override
    public Descending<W> step(Descending<W> now, Key key) {
        Coordinates<S> coordinates = coordinates();
        double[] tally = now.tally();
        double[] x = now.x();
        Sample<S, W> sample = rows.read(coordinates.tree(x), now.kept(), key);
        double[] slope = coordinates.flat(sample.slope());
        double height = sample.height().value();
        tally[HEIGHT] = height;
        tally[SLOPE] = Descending.length(slope);
        tally[STEPS]++;
        tally[EVALUATIONS]++;
        Descending<W> next = new Descending<>(x, slope, now.memory(), tally, sample.kept());
        if (!Double.isFinite(height) || !Double.isFinite(tally[SLOPE])) {
            return next;
        }
        double[] residual =
                sample.residual().count() == 0 ? null : sample.residual().reals();
        MetricStep metric = new MetricStep(sample.rows().reals(), sample.rows().size(0), x.length, slope, residual);
        for (int tried = 0; tried < TRIES; tried++) {
            double[] step = metric.solve(tally[SIZE]);
            double[] trial = x.clone();
            for (int i = 0; i < trial.length; i++) {
                step[i] *= method.step();
                trial[i] += step[i];
            }
            double there = rows.height(coordinates.tree(trial), now.kept(), key);
            tally[RANK] = metric.rank();
            tally[EVALUATIONS]++;
            double promised = metric.promised(step);
            double ratio = (height - there) / promised;
            boolean quiet = promised <= 0x1p-50 * Math.abs(height);
            if (!method.adaptive() || there < height) {
                System.arraycopy(trial, 0, x, 0, x.length);
                tally[HEIGHT] = there;
                tally[SIZE] = quiet ? tally[SIZE] : method.adapted(tally[SIZE], ratio);
                return next;
            }
            if (quiet) {
                tally[REASON] = STUCK;
                return next;
            }
            tally[SIZE] = method.adapted(tally[SIZE], Double.isNaN(ratio) ? 0 : ratio);
        }
        tally[REASON] = STUCK;
        return next;
    }

    private Coordinates<S> coordinates() {
        Coordinates<S> coordinates = known;
        if (coordinates == null) {
            throw new Misuse(
                    "a step of a flow that has not begun", "begin first", "run it by Run.of(flow, start, key)");
        }
        return coordinates;
    }

    @Override
    public S place(Descending<W> now) {
        return coordinates().tree(now.x());
    }

    @Override
    public Promise promise() {
        return new Promise.Descends(method.adaptive());
    }

    @Override
    public @Nullable Ending ending(Descending<W> now, long step) {
        return ended(now, step);
    }

    static @Nullable Ending ended(Descending<?> now, long step) {
        double[] tally = now.tally();
        if (tally[REASON] == STUCK) {
            return new Ending.Converged("no step goes lower: slope " + tally[SLOPE] + ", energy " + tally[HEIGHT]
                    + " after " + step + " steps; the metric of the last one determined " + (int) tally[RANK] + " of "
                    + now.x().length + " directions, with a damping of " + tally[SIZE]);
        }
        if (step == 0 || (Double.isFinite(tally[HEIGHT]) && Double.isFinite(tally[SLOPE]))) {
            return Double.isFinite(tally[HEIGHT]) ? null : diverged("the energy", tally, step);
        }
        return diverged(Double.isFinite(tally[HEIGHT]) ? "the slope" : "the energy", tally, step);
    }

    private static Ending diverged(String where, double[] tally, long step) {
        return new Ending.Diverged(
                where + " is not finite after step " + step + ", with a damping of " + tally[SIZE]
                        + ": take Natural with an adaptive damping, or a larger one",
                step,
                where);
    }
}
