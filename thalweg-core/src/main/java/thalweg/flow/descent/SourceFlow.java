package thalweg.flow.descent;

import static thalweg.flow.descent.Descending.EVALUATIONS;
import static thalweg.flow.descent.Descending.HEIGHT;
import static thalweg.flow.descent.Descending.SLOPE;
import static thalweg.flow.descent.Descending.STEPS;
import static thalweg.flow.descent.Descending.TALLY;

import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.flow.Ending;
import thalweg.flow.Promise;
import thalweg.landscape.Coordinates;
import thalweg.landscape.Reading;
import thalweg.landscape.Source;

/// A rule on a source of slopes; each step reads at the place and then moves, so height and slope are those
/// before it.
final class SourceFlow<S, W> implements Tallied<S, W> {
    private final Rule rule;
    private final Source<S, W> source;
    private volatile @Nullable Known<S, W> known;

    private record Known<S, W>(Coordinates<S> coordinates, Source.@Nullable Door<W> door) {}

    SourceFlow(Rule rule, Source<S, W> source) {
        this.rule = rule;
        this.source = source;
    }

    @Override
    public synchronized Descending<W> begin(S at, Key key) {
        Known<S, W> opened = known;
        if (opened == null) {
            opened = new Known<>(Coordinates.of(at), source.door(at));
            known = opened;
        }
        double[] x = opened.coordinates.flat(at);
        double[] tally = new double[TALLY];
        tally[HEIGHT] = Double.NaN;
        tally[SLOPE] = Double.NaN;
        return new Descending<>(
                x, new double[x.length], new double[rule.memories()][x.length], tally, source.begin(at, key));
    }

    @Override
    public Descending<W> step(Descending<W> now, Key key) {
        Known<S, W> opened = opened();
        return opened.door == null ? byTree(opened.coordinates, now, key) : byDoor(opened.door, now, key);
    }

    /// The same object comes back where nothing that is kept changed, so that a step allocates nothing.
    @SuppressWarnings("ReferenceEquality")
    private Descending<W> byDoor(Source.Door<W> door, Descending<W> now, Key key) {
        W kept = door.next(now.kept(), key);
        now.tally()[HEIGHT] = door.at(now.x(), kept, now.slope());
        move(now, now.slope());
        return kept == now.kept() ? now : new Descending<>(now.x(), now.slope(), now.memory(), now.tally(), kept);
    }

    private Descending<W> byTree(Coordinates<S> coordinates, Descending<W> now, Key key) {
        Reading<S, W> reading = source.read(coordinates.tree(now.x()), now.kept(), key);
        double[] slope = coordinates.flat(reading.slope());
        now.tally()[HEIGHT] = reading.height().value();
        move(now, slope);
        return new Descending<>(now.x(), slope, now.memory(), now.tally(), reading.kept());
    }

    private void move(Descending<W> now, double[] slope) {
        double[] tally = now.tally();
        tally[SLOPE] = Descending.length(slope);
        tally[EVALUATIONS]++;
        long n = (long) tally[STEPS];
        rule.move(now.x(), slope, now.memory(), n, rule.schedule().at(n));
        tally[STEPS] = n + 1;
    }

    private Known<S, W> opened() {
        Known<S, W> opened = known;
        if (opened == null) {
            throw new Misuse(
                    "a step of a flow that has not begun", "begin first", "run it by Run.of(flow, start, key)");
        }
        return opened;
    }

    @Override
    public boolean draws(Descending<W> now) {
        return source.draws(now.kept());
    }

    @Override
    public S place(Descending<W> now) {
        return opened().coordinates.tree(now.x());
    }

    @Override
    public Promise promise() {
        return new Promise.Descends(false);
    }

    @Override
    public @Nullable Ending ending(Descending<W> now, long step) {
        if (step == 0 || (Double.isFinite(now.tally()[HEIGHT]) && Double.isFinite(now.tally()[SLOPE]))) {
            return null;
        }
        String where = Double.isFinite(now.tally()[HEIGHT]) ? "the slope" : "the energy";
        return new Ending.Diverged(
                where + " is not finite at step " + step + ": take smaller steps or clip the slope", step, where);
    }
}
