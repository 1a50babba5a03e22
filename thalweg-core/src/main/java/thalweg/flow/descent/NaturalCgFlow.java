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
import thalweg.landscape.Flat;
import thalweg.landscape.FlatFunction;
import thalweg.landscape.Likelihood;
import thalweg.linalg.ConjugateGradient;

/// The natural descent on a likelihood by conjugate gradients, in memory of a few places; [Descending#SIZE] holds the
/// damping.
final class NaturalCgFlow<S> implements Tallied<S, Integer> {
    private static final double TOLERANCE = 1e-12;

    private final Natural method;
    private final Likelihood<S> likelihood;
    private final Ground<S> ground;
    private volatile @Nullable FlatFunction<?, S> products;

    NaturalCgFlow(Natural method, Likelihood<S> likelihood) {
        this.method = method;
        this.likelihood = likelihood;
        this.ground = new Ground<>(likelihood.energy());
    }

    @Override
    public Descending<Integer> begin(S at, Key key) {
        Flat<S> door = ground.at(at);
        double[] x = door.flat(at);
        Descending<Integer> now = new Descending<>(x, new double[x.length], new double[0][], new double[TALLY + 1], 0);
        now.tally()[HEIGHT] = door.at(x, now.slope());
        now.tally()[SLOPE] = Descending.length(now.slope());
        now.tally()[SIZE] = method.damping();
        now.tally()[EVALUATIONS] = 1;
        products = likelihood.products(at);
        return now;
    }

    @Override
    public Descending<Integer> step(Descending<Integer> now, Key key) {
        Flat<S> door = ground.door();
        double[] tally = now.tally();
        double[] x = now.x();
        tally[STEPS]++;
        double[] right = new double[x.length];
        for (int i = 0; i < right.length; i++) {
            right[i] = -now.slope()[i];
        }
        for (int tried = 0; tried < NaturalFlow.TRIES; tried++) {
            double damping = tally[SIZE];
            ConjugateGradient solved = ConjugateGradient.solve(
                    (v, product) -> damped(x, v, damping, product), right, TOLERANCE, 2 * x.length + 10);
            double[] step = solved.x();
            double[] product = new double[x.length];
            double[] trial = x.clone();
            for (int i = 0; i < trial.length; i++) {
                step[i] *= method.step();
                trial[i] += step[i];
            }
            damped(x, step, 0, product);
            double promised = -Descending.dot(now.slope(), step) - 0.5 * Descending.dot(step, product);
            double there = door.height(trial);
            double fall = tally[HEIGHT] - there;
            boolean quiet = promised <= 0x1p-50 * Math.abs(tally[HEIGHT]);
            tally[NaturalFlow.RANK] = damping > 0 ? x.length : solved.steps();
            if (!method.adaptive() || fall > 0) {
                System.arraycopy(trial, 0, x, 0, x.length);
                tally[SIZE] = quiet ? damping : method.adapted(damping, fall / promised);
                tally[HEIGHT] = door.at(x, now.slope());
                tally[SLOPE] = Descending.length(now.slope());
                tally[EVALUATIONS] += 2;
                return now;
            }
            tally[EVALUATIONS]++;
            if (quiet) {
                break;
            }
            double ratio = fall / promised;
            tally[SIZE] = method.adapted(damping, Double.isNaN(ratio) ? 0 : ratio);
        }
        tally[REASON] = NaturalFlow.STUCK;
        return now;
    }

    private void damped(double[] x, double[] v, double damping, double[] out) {
        FlatFunction<?, S> function = products;
        if (function == null) {
            throw new IllegalStateException("a step of a flow that has not begun");
        }
        function.call(new double[][] {x, v}, new double[][] {out});
        for (int i = 0; i < out.length; i++) {
            out[i] += damping * v[i];
        }
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
        return new Promise.Descends(method.adaptive());
    }

    @Override
    public @Nullable Ending ending(Descending<Integer> now, long step) {
        return NaturalFlow.ended(now, step);
    }
}
