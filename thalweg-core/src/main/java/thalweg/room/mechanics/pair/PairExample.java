package thalweg.room.mechanics.pair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.array.Key;
import thalweg.flow.Rate;
import thalweg.room.mechanics.field.Path;
import thalweg.room.mechanics.field.Rollout;

/// A system of particles known by name; `s = r + 0.01` softens what would be infinite.
public enum PairExample {
    /// `-m m' / s`
    GRAVITY("force = -a/(r + b)^2"),
    /// `m m' log s`
    LOGARITHM("force = -a/(r + b)"),
    /// `(r - 1)^2`
    SPRINGS("force = -2*a*(r - b)"),
    /// `q q' / s`
    CHARGES("force = a/(r + b)^2");

    private static final double SOFT = 0.01;

    private final String form;

    PairExample(String form) {
        this.form = form;
    }

    /// The force as a formula of the distance, for `fit formula`.
    public String form() {
        return form;
    }

    /// The force between two particles of unit coupling: positive where they repel.
    public double force(double r) {
        double s = r + SOFT;
        return switch (this) {
            case GRAVITY -> -1 / (s * s);
            case LOGARITHM -> -1 / s;
            case SPRINGS -> -2 * (r - 1);
            case CHARGES -> 1 / (s * s);
        };
    }

    /// Masses of `n` particles: 1 to 2 by steps where masses attract, else 1.
    public double[] masses(int n) {
        double[] mass = new double[n];
        boolean heavy = this == GRAVITY || this == LOGARITHM;
        Arrays.setAll(mass, i -> heavy ? 1 + (double) i / Math.max(1, n - 1) : 1);
        return mass;
    }

    /// What couples: masses, charges of both signs in turn, or 1.
    public double[] charges(int n) {
        double[] charge = masses(n);
        if (this == CHARGES) {
            Arrays.setAll(charge, i -> i % 2 == 0 ? 1 : -1);
        }
        return charge;
    }

    /// The velocity of states `(x, v)`.
    public Rate.Written velocity(int n, int dimension, double drag) {
        double[] mass = masses(n);
        double[] charge = charges(n);
        int wide = n * dimension;
        return (t, state, out) -> {
            Arrays.fill(out, 0);
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    double r = PairLaw.distance(state, i, j, dimension);
                    double factor = charge[i] * charge[j] * force(r) / r;
                    for (int c = 0; c < dimension; c++) {
                        double f = factor * (state[i * dimension + c] - state[j * dimension + c]);
                        out[wide + i * dimension + c] += f;
                        out[wide + j * dimension + c] -= f;
                    }
                }
            }
            for (int a = 0; a < wide; a++) {
                out[a] = state[wide + a];
                out[wide + a] = (out[wide + a] - drag * state[wide + a]) / mass[a / dimension];
            }
        };
    }

    /// Exact motions of `(x, v)`: `count` of them, 31 points to time 1.5; where two particles come closer than 0.1,
    /// others are drawn.
    public List<Path> motions(Key key, int count, int n, int dimension, double drag) {
        List<Path> paths = new ArrayList<>();
        double[] times = Rollout.times(1.5, 31);
        for (int i = 0; paths.size() < count; i++) {
            double[] start = key.fold(i).normals(2 * n * dimension);
            for (int a = 0; a < n * dimension; a++) {
                start[n * dimension + a] *= 0.5;
            }
            double[][] states = Rollout.states(velocity(n, dimension, drag), start, times, 1e-11);
            if (i > 50 * count || Arrays.stream(states).allMatch(state -> apart(state, n, dimension))) {
                paths.add(new Path(
                        "" + (paths.size() + 1),
                        times,
                        Arrays.stream(states).flatMapToDouble(Arrays::stream).toArray()));
            }
        }
        return paths;
    }

    private boolean apart(double[] state, int n, int dimension) {
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (!(PairLaw.distance(state, i, j, dimension) > 0.1)) {
                    return this == SPRINGS;
                }
            }
        }
        return true;
    }
}
