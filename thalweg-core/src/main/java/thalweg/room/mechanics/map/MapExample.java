package thalweg.room.mechanics.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.array.Key;
import thalweg.room.mechanics.field.Path;
import thalweg.room.mechanics.field.Rollout;
import thalweg.room.mechanics.field.Truth;

/// A system whose step is to be learned: where it starts, how many steps train.
public enum MapExample {
    /// `p^2/2 - cos q` from q = 1 at rest: 40 steps train (Jin et al. 2020, section 4.1).
    PENDULUM("q,p", "p^2/2 - cos(q)", new double[] {1, 0}, 1, 40),
    /// `(q^2 + p^2)/2` from q = 1 at rest: 20 steps train.
    OSCILLATOR("q,p", "p^2/2 + q^2/2", new double[] {1, 0}, 1, 20),
    /// A planet of excentricity 0.3, and others near it: a turn of each of 20 trains.
    KEPLER("x,y,u,v", "(u^2+v^2)/2 - 1/sqrt(x^2+y^2)", new double[] {0.7, 0, 0, 1.3627702877384937}, 20, 63),
    /// Henon and Heiles at energy 1/12, 10 motions of 60 steps.
    HENON_HEILES("x,y,u,v", "(u^2+v^2+x^2+y^2)/2 + x^2*y - y^3/3", new double[] {0.3, 0.1, 0.15, 0.05}, 10, 60),
    /// Two pendulums, one hanging from the other, 20 motions of 20 steps.
    DOUBLE_PENDULUM(
            "q1,q2,p1,p2",
            "(p1^2 + 2*p2^2 - 2*p1*p2*cos(q1-q2))/(2*(1 + sin(q1-q2)^2)) - 2*cos(q1) - cos(q2)",
            new double[] {0.6, 0.5, 0, 0},
            20,
            20);

    private final Truth truth;
    private final double[] start;
    private final int motions;
    private final int training;

    MapExample(String names, String energy, double[] start, int motions, int training) {
        this.truth = new Truth(List.of(names.split(",")), energy, 0);
        this.start = start;
        this.motions = motions;
        this.training = training;
    }

    /// Its Hamiltonian.
    public Truth truth() {
        return truth;
    }

    /// Exact motions to learn from: the one from the start, and others near it.
    public List<Path> learned(Key key, double step) {
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < motions; i++) {
            double[] from = start.clone();
            double[] away = key.fold(i).normals(from.length);
            int motion = i;
            Arrays.setAll(from, a -> from[a] + (motion == 0 ? 0 : 0.1 * Math.max(0.3, Math.abs(from[a])) * away[a]));
            paths.add(path("" + (i + 1), from, step, training + 1));
        }
        return paths;
    }

    /// The motion that goes on where the first one that trains ends.
    public Path held(double step, int count) {
        double[] end = path("", start, step, training + 1).state(training);
        return path("held out", end, step, count + 1);
    }

    private Path path(String name, double[] from, double step, int count) {
        double[] times = Rollout.times(step * (count - 1), count);
        double[][] states = Rollout.states(truth.ready().velocity(), from, times, 1e-13);
        return new Path(
                name,
                times,
                Arrays.stream(states).flatMapToDouble(Arrays::stream).toArray());
    }
}
