package thalweg.flow.chain;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.kernel.Exponential;
import thalweg.flow.Ending;
import thalweg.flow.Flow;
import thalweg.flow.Promise;
import thalweg.landscape.Flat;

/// The chain of Hamiltonian paths on a landscape, with its warm-up.
final class HamiltonianFlow<S> implements Flow<S, Swing> {
    private static final double[] NOWHERE = {};
    private static final int DOUBLINGS = 100;

    private final Flat<S> flat;
    private final Adaptation adaptation;
    private final double step;
    private final @Nullable Metric metric;
    private final ThreadLocal<Path> paths;

    /// @param step to begin with
    /// @param metric to begin with, null to guess one
    HamiltonianFlow(Flat<S> flat, Warmup warmup, double step, @Nullable Metric metric, IntFunction<Path> path) {
        this.flat = flat;
        this.adaptation = new Adaptation(warmup);
        this.step = step;
        this.metric = metric;
        this.paths = ThreadLocal.withInitial(() -> path.apply(flat.size()));
    }

    @Override
    public Swing begin(S at, Key key) {
        double[] x = flat.flat(at);
        double[] g = new double[x.length];
        double e = flat.at(x, g);
        if (!Double.isFinite(e)) {
            throw new Misuse("an energy of " + e + " at the start", "a finite one", "start elsewhere");
        }
        for (int i = 0; i < g.length; i++) {
            if (!Double.isFinite(g[i])) {
                throw new Misuse(
                        "a slope of " + g[i] + " in coordinate " + i + " at the start",
                        "finite numbers",
                        "start elsewhere");
            }
        }
        Metric with = metric == null ? adaptation.first(g) : metric;
        double h = adaptation.warmup().steps() > 0 ? reasonable(x, g, e, with, step, key) : step;
        return new Swing(x, g, e, adaptation.begin(with, h), Transition.NONE, NOWHERE, 0);
    }

    @Override
    public Swing step(Swing now, Key key) {
        Key[] keys = key.split(2);
        Tuning tuning = now.tuning();
        boolean warming = tuning.done() < adaptation.warmup().steps();
        double h = warming || adaptation.warmup().steps() == 0
                ? tuning.steps().step()
                : tuning.steps().mean();
        Draw draw = new Draw(now.place(), now.slope(), now.height());
        Path path = paths.get();
        Transition last = path.move(flat, draw, keys[0].normals(flat.size()), tuning.metric(), h, keys[1]);
        double[] lost = last.divergent() ? path.lost().clone() : NOWHERE;
        long leaps = now.leapfrogs() + last.leapfrogs();
        if (warming) {
            tuning = tuned(tuning, draw, last, key);
        }
        return new Swing(draw.place, draw.slope, draw.height(), tuning, last, lost, leaps);
    }

    private Tuning tuned(Tuning old, Draw draw, Transition last, Key key) {
        Tuning tuning = adaptation.after(old, draw.place, draw.slope, last);
        if (!adaptation.restarts(old.done())) {
            return tuning;
        }
        double h = reasonable(
                draw.place,
                draw.slope,
                draw.height(),
                tuning.metric(),
                old.steps().mean(),
                key.split(3)[2]);
        return new Tuning(
                tuning.done(), tuning.metric(), DualAverage.from(h), tuning.near(), tuning.far(), tuning.span());
    }

    /// The power of two times `h` at which one leapfrog passes an acceptance of 0.8. Hoffman and Gelman (2014),
    /// algorithm 4.
    private double reasonable(double[] x, double[] g, double e, Metric with, double h, Key key) {
        Front front = new Front(x.length);
        int way = 0;
        double size = h;
        for (int n = 0; n < DOUBLINGS; n++) {
            front.set(x, g, e, key.fold(n).normals(x.length), with);
            double zero = front.energy();
            double rise = front.leap(flat, with, size) - zero;
            int toward = Exponential.exp(-rise) > 0.8 ? 1 : -1;
            if (way == 0) {
                way = toward;
            }
            if (toward != way || size < 1e-300 || size > 1e7) {
                return size;
            }
            size = way > 0 ? 2 * size : size / 2;
        }
        return size;
    }

    @Override
    public S place(Swing now) {
        return flat.tree(now.place());
    }

    @Override
    public Promise promise() {
        return new Promise.Samples(1, 0);
    }

    @Override
    public double height(Swing now) {
        return now.height();
    }

    @Override
    public @Nullable Ending ending(Swing now, long done) {
        return null;
    }
}
