package thalweg.flow.motion;

import static thalweg.flow.motion.Moving.CLOCK;
import static thalweg.flow.motion.Moving.TIME;

import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.flow.Ending;
import thalweg.flow.Field;
import thalweg.flow.Flow;
import thalweg.flow.Promise;
import thalweg.flow.Rate;

/// Runge-Kutta steps on plain arrays.
final class RungeKuttaFlow<S> implements Flow<S, Moving> {
    private final RungeKutta method;
    private final Tableau tableau;
    private final Promise promise;
    private final Bound<S, Rate<S>> bound;

    RungeKuttaFlow(RungeKutta method, Field<S> field, Promise promise) {
        this.method = method;
        this.tableau = method.tableau();
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
                new double[tableau.nodes().length][n],
                new double[CLOCK]);
    }

    @Override
    public Moving step(Moving now, Key key) {
        Rate<S> rate = bound.get();
        double h = method.step();
        double[] x = now.x();
        double[] place = now.work();
        double[][] k = now.stages();
        double[] clock = now.clock();
        double t = clock[TIME];
        double[] weights = tableau.weights();
        for (int i = 0; i < weights.length; i++) {
            Tableau.sum(x, h, tableau.stages()[i], k, place);
            rate.at(t + tableau.nodes()[i] * h, place, k[i]);
        }
        if (now.remainder().length == 0) {
            Tableau.sum(x, h, weights, k, place);
            System.arraycopy(place, 0, x, 0, x.length);
            clock[TIME] = t + h;
            return now;
        }
        java.util.Arrays.fill(place, 0);
        for (int j = 0; j < weights.length; j++) {
            for (int i = 0; i < x.length; i++) {
                place[i] += weights[j] * k[j][i];
            }
        }
        Compensated.add(x, now.remainder(), 0, place, h);
        Compensated.add(clock, TIME, now.remainder(), x.length, h);
        return now;
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
        return Sound.ending(now.x(), bound.coordinates(), "", step);
    }
}
