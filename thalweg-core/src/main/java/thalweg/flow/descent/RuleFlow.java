package thalweg.flow.descent;

import static thalweg.flow.descent.Descending.EVALUATIONS;
import static thalweg.flow.descent.Descending.HEIGHT;
import static thalweg.flow.descent.Descending.SLOPE;
import static thalweg.flow.descent.Descending.STEPS;
import static thalweg.flow.descent.Descending.TALLY;

import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.flow.Ending;
import thalweg.flow.Promise;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;

/// A rule on an energy, on plain arrays; the slope is that of the place.
final class RuleFlow<S> implements Tallied<S, Integer> {
    private final Rule rule;
    private final Ground<S> ground;

    RuleFlow(Rule rule, Energy<S> energy) {
        this.rule = rule;
        this.ground = new Ground<>(energy);
    }

    @Override
    public Descending<Integer> begin(S at, Key key) {
        Flat<S> door = ground.at(at);
        double[] x = door.flat(at);
        Descending<Integer> now =
                new Descending<>(x, new double[x.length], new double[rule.memories()][x.length], new double[TALLY], 0);
        read(door, now);
        return now;
    }

    @Override
    public Descending<Integer> step(Descending<Integer> now, Key key) {
        double[] tally = now.tally();
        long n = (long) tally[STEPS];
        rule.move(now.x(), now.slope(), now.memory(), n, rule.schedule().at(n));
        tally[STEPS] = n + 1;
        read(ground.door(), now);
        return now;
    }

    private void read(Flat<S> door, Descending<Integer> now) {
        now.tally()[HEIGHT] = door.at(now.x(), now.slope());
        now.tally()[SLOPE] = Descending.length(now.slope());
        now.tally()[EVALUATIONS]++;
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
        return rule.promise();
    }

    @Override
    public @Nullable Ending ending(Descending<Integer> now, long step) {
        return ground.ending(now, step);
    }
}
