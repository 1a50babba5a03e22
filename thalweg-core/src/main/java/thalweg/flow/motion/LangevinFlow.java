package thalweg.flow.motion;

import static thalweg.flow.motion.Moving.CLOCK;
import static thalweg.flow.motion.Moving.TIME;
import static thalweg.flow.motion.Moving.VALID;

import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.Tree;
import thalweg.flow.Ending;
import thalweg.flow.Flow;
import thalweg.flow.Mechanics;
import thalweg.flow.Phase;
import thalweg.flow.Promise;
import thalweg.landscape.Coordinates;
import thalweg.landscape.Flat;

/// A splitting of Newton's law in a bath, on plain arrays.
final class LangevinFlow<Q> implements Flow<Phase<Q>, Moving> {
    private final String parts;
    private final double step;
    private final Mechanics<Q> law;
    private final Bound<Phase<Q>, Bath<Q>> bound;
    private final double[] times = new double[3];

    private record Bath<Q>(Flat<Q> potential, double[] inverseMass) {}

    LangevinFlow(Langevin method, Mechanics<Q> law) {
        this.parts = method.parts();
        this.step = method.step();
        this.law = law;
        this.bound = new Bound<>(at -> new Bath<>(law.potential().flat(at.place()), inverseMass(law, at.momentum())));
        for (int part = 0; part < 3; part++) {
            char letter = "ABO".charAt(part);
            long count = parts.chars().filter(c -> c == letter).count();
            times[part] = count == 0 ? 0 : step / count;
        }
    }

    private static <Q> double[] inverseMass(Mechanics<Q> law, Q like) {
        Coordinates<Q> coordinates = Coordinates.of(like);
        double[] diagonal = coordinates.flat(
                law.inverseMass().apply(Tree.map(like, p -> p.times(0).plus(1))));
        double[] probe = new double[diagonal.length];
        for (int i = 0; i < probe.length; i++) {
            probe[i] = 1 + 0.37 * i;
        }
        double[] mapped = coordinates.flat(law.inverseMass().apply(coordinates.tree(probe)));
        for (int i = 0; i < probe.length; i++) {
            if (!(diagonal[i] > 0) || Math.abs(mapped[i] - diagonal[i] * probe[i]) > 1e-12 * Math.abs(mapped[i])) {
                throw new Misuse(
                        "a mass that is not diagonal and positive at " + coordinates.name(i),
                        "one positive mass a coordinate",
                        "turn the coordinates so that masses are diagonal");
            }
        }
        return diagonal;
    }

    @Override
    public Moving begin(Phase<Q> at, Key key) {
        Bath<Q> bath = bound.at(at);
        double[] q = bath.potential.flat(at.place());
        double[] p = Coordinates.of(at.momentum()).flat(at.momentum());
        return new Moving(q, p, new double[0], new double[q.length], new double[1][q.length], new double[CLOCK]);
    }

    @Override
    public Moving step(Moving now, Key key) {
        Bath<Q> bath = bound.get();
        int noises = 0;
        for (int i = 0; i < parts.length(); i++) {
            switch (parts.charAt(i)) {
                case 'A' -> drift(bath, now, times[0]);
                case 'B' -> kick(bath, now, times[1]);
                default -> thermalise(bath, now, times[2], key, noises++);
            }
        }
        now.clock()[TIME] += step;
        return now;
    }

    private void drift(Bath<Q> bath, Moving now, double h) {
        double[] q = now.x();
        for (int i = 0; i < q.length; i++) {
            q[i] += h * bath.inverseMass[i] * now.p()[i];
        }
        now.clock()[VALID] = 0;
    }

    private void kick(Bath<Q> bath, Moving now, double h) {
        if (now.clock()[VALID] == 0) {
            bath.potential.slope(now.x(), now.work());
            now.clock()[VALID] = 1;
        }
        double[] p = now.p();
        for (int i = 0; i < p.length; i++) {
            p[i] -= h * now.work()[i];
        }
    }

    private void thermalise(Bath<Q> bath, Moving now, double h, Key key, int noises) {
        double[] p = now.p();
        double[] noise = now.stages()[0];
        double keep = StrictMath.exp(-law.friction() * h);
        double spread = Math.sqrt(-law.temperature() * StrictMath.expm1(-2 * law.friction() * h));
        key.normals((long) noises * p.length, noise, 0, p.length);
        for (int i = 0; i < p.length; i++) {
            p[i] = keep * p[i] + spread * noise[i] / Math.sqrt(bath.inverseMass[i]);
        }
    }

    @Override
    public Phase<Q> place(Moving now) {
        Bath<Q> bath = bound.get();
        Q momentum = bath.potential.tree(now.p());
        return new Phase<>(bath.potential.tree(now.x()), momentum);
    }

    @Override
    public Promise promise() {
        return law.friction() > 0 && law.temperature() > 0
                ? new Promise.Samples(law.temperature(), 2)
                : law.friction() == 0 ? new Promise.Conserves("energy", 2) : new Promise.Descends(false);
    }

    @Override
    public double time(Moving now) {
        return now.clock()[TIME];
    }

    @Override
    public @Nullable Ending ending(Moving now, long step) {
        Ending ending = Sound.ending(now.x(), bound.coordinates(), "", step);
        return ending == null ? Sound.ending(now.p(), bound.coordinates(), "", step) : ending;
    }
}
