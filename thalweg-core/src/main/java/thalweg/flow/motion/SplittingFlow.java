package thalweg.flow.motion;

import static thalweg.flow.motion.Moving.CLOCK;
import static thalweg.flow.motion.Moving.TIME;
import static thalweg.flow.motion.Moving.VALID;

import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.flow.Ending;
import thalweg.flow.Flow;
import thalweg.flow.Phase;
import thalweg.flow.Promise;
import thalweg.flow.Separable;
import thalweg.landscape.Flat;

/// A splitting of a law in two parts, on plain arrays.
final class SplittingFlow<Q> implements Flow<Phase<Q>, Moving> {
    private final Splitting method;
    private final double[] drifts;
    private final double[] kicks;
    private final boolean unitMass;
    private final Bound<Phase<Q>, Parts<Q>> bound;

    /// The doors of both parts.
    record Parts<Q>(Flat<Q> kinetic, Flat<Q> potential) {
        static <Q> Parts<Q> of(Separable<Q> law, Phase<Q> at) {
            return new Parts<>(
                    law.kinetic().flat(at.momentum()), law.potential().flat(at.place()));
        }
    }

    SplittingFlow(Splitting method, Separable<Q> law) {
        this.method = method;
        this.drifts = method.drifts();
        this.kicks = method.kicks();
        this.unitMass = law.kinetic() instanceof Separable.Kinetic<?>;
        this.bound = new Bound<>(at -> Parts.of(law, at));
    }

    Splitting method() {
        return method;
    }

    @Override
    public Moving begin(Phase<Q> at, Key key) {
        Parts<Q> parts = bound.at(at);
        double[] q = parts.potential.flat(at.place());
        double[] p = parts.kinetic.flat(at.momentum());
        int n = q.length;
        return new Moving(
                q, p, new double[method.compensated() ? 2 * n + 1 : 0], new double[n], Moving.NONE, new double[CLOCK]);
    }

    @Override
    public Moving step(Moving now, Key key) {
        Parts<Q> parts = bound.get();
        double h = method.step();
        for (int i = 0; i < kicks.length; i++) {
            drift(parts, now, h * drifts[i]);
            kick(parts, now, h * kicks[i]);
        }
        drift(parts, now, h * drifts[kicks.length]);
        double[] clock = now.clock();
        double[] rest = now.remainder();
        if (rest.length > 0) {
            Compensated.add(clock, TIME, rest, rest.length - 1, h);
        } else {
            clock[TIME] += h;
        }
        return now;
    }

    private void drift(Parts<Q> parts, Moving now, double h) {
        if (h == 0) {
            return;
        }
        double[] q = now.x();
        double[] velocity = now.p();
        int n = q.length;
        if (!unitMass) {
            velocity = new double[n];
            parts.kinetic.slope(now.p(), velocity);
        }
        if (now.remainder().length > 0) {
            Compensated.add(q, now.remainder(), 0, velocity, h);
        } else {
            for (int i = 0; i < n; i++) {
                q[i] += h * velocity[i];
            }
        }
        now.clock()[VALID] = 0;
    }

    private void kick(Parts<Q> parts, Moving now, double h) {
        double[] p = now.p();
        double[] slope = now.work();
        int n = p.length;
        if (now.clock()[VALID] == 0) {
            parts.potential.slope(now.x(), slope);
            now.clock()[VALID] = 1;
        }
        if (now.remainder().length > 0) {
            Compensated.add(p, now.remainder(), n, slope, -h);
        } else {
            for (int i = 0; i < n; i++) {
                p[i] -= h * slope[i];
            }
        }
    }

    @Override
    public Phase<Q> place(Moving now) {
        Parts<Q> parts = bound.get();
        return new Phase<>(parts.potential.tree(now.x()), parts.kinetic.tree(now.p()));
    }

    @Override
    public boolean draws() {
        return false;
    }

    @Override
    public Promise promise() {
        return new Promise.Conserves("energy", method.order());
    }

    @Override
    public double time(Moving now) {
        return now.clock()[TIME];
    }

    @Override
    public @Nullable Ending ending(Moving now, long step) {
        return Sound.finite(now.x()) && Sound.finite(now.p())
                ? null
                : Sound.ending(join(now), bound.coordinates(), "", step);
    }

    private static double[] join(Moving now) {
        double[] all = java.util.Arrays.copyOf(now.x(), now.x().length + now.p().length);
        System.arraycopy(now.p(), 0, all, now.x().length, now.p().length);
        return all;
    }
}
