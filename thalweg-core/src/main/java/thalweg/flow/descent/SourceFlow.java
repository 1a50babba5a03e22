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
import thalweg.flow.Flow;
import thalweg.flow.Promise;
import thalweg.landscape.Coordinates;
import thalweg.landscape.Reading;
import thalweg.landscape.Source;

/// A rule on a source of slopes; each step reads at the place and then moves, so height and slope are those
/// before it.
final class SourceFlow<S, W> implements Flow<S, Descending<W>> {
    private final Rule rule;
    private final Source<S, W> source;
    private volatile @Nullable Coordinates<S> known;

    SourceFlow(Rule rule, Source<S, W> source) {
        this.rule = rule;
        this.source = source;
    }

    @Override
    public synchronized Descending<W> begin(S at, Key key) {
        Coordinates<S> coordinates = known;
        if (coordinates == null) {
            coordinates = Coordinates.of(at);
            known = coordinates;
        }
        double[] x = coordinates.flat(at);
        double[] tally = new double[TALLY];
        tally[HEIGHT] = Double.NaN;
        tally[SLOPE] = Double.NaN;
        return new Descending<>(
                x, new double[x.length], new double[rule.memories()][x.length], tally, source.begin(at, key));
    }

    @Override
    public Descending<W> step(Descending<W> now, Key key) {
        Coordinates<S> coordinates = coordinates();
        Reading<S, W> reading = source.read(coordinates.tree(now.x()), now.kept(), key);
        double[] slope = coordinates.flat(reading.slope());
        double[] tally = now.tally();
        tally[HEIGHT] = reading.height().value();
        tally[SLOPE] = Descending.length(slope);
        tally[EVALUATIONS]++;
        long n = (long) tally[STEPS];
        rule.move(now.x(), slope, now.memory(), n, rule.schedule().at(n));
        tally[STEPS] = n + 1;
        return new Descending<>(now.x(), slope, now.memory(), tally, reading.kept());
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
        return new Promise.Descends(false);
    }

    @Override
    public double height(Descending<W> now) {
        return now.tally()[HEIGHT];
    }

    @Override
    public double slope(Descending<W> now) {
        return now.tally()[SLOPE];
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
