package thalweg.room.mechanics.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import thalweg.array.Key;

/// A system known by name, with the recipe by which its data are made.
///
/// The first two are the recipes of Greydanus, Dzamba and Yosinski, NeurIPS 2019 (arXiv:1906.01563), as are the bodies.
public enum Example {
    /// `p^2 + q^2`: 50 swings of 30 points, radius 0.1 to 1.
    SPRING("q,p", "p^2 + q^2", 0, 50, 30, 3, 0.5),
    /// `p^2 + 3 (1 - cos q)`: 50 swings of 45 points, radius 1.3 to 2.3.
    PENDULUM("q,p", "3*(1 - cos(q)) + p^2", 0, 50, 45, 3, 0.5),
    /// A pendulum in a viscous medium.
    DAMPED_PENDULUM("q,p", "p^2/2 - cos(q)", 0.2, 30, 40, 8, 0.8),
    /// Two equal pendulums, one hanging from the other.
    DOUBLE_PENDULUM(
            "q1,q2,p1,p2",
            "(p1^2 + 2*p2^2 - 2*p1*p2*cos(q1-q2))/(2*(1 + sin(q1-q2)^2)) - 2*cos(q1) - cos(q2)",
            0,
            100,
            30,
            3,
            0.8),
    /// Two unit masses that attract each other, near circular orbits.
    TWO_BODIES("x1,y1,x2,y2,u1,v1,u2,v2", "(u1^2+v1^2+u2^2+v2^2)/2 - 1/sqrt((x1-x2)^2+(y1-y2)^2)", 0, 200, 50, 20, 0.8),
    /// Three unit masses near the equilateral circle.
    THREE_BODIES(
            "x1,y1,x2,y2,x3,y3,u1,v1,u2,v2,u3,v3",
            "(u1^2+v1^2+u2^2+v2^2+u3^2+v3^2)/2 - 1/sqrt((x1-x2)^2+(y1-y2)^2) - 1/sqrt((x1-x3)^2+(y1-y3)^2)"
                    + " - 1/sqrt((x2-x3)^2+(y2-y3)^2)",
            0,
            500,
            20,
            5,
            0.8);

    private final Truth truth;
    private final int trajectories;
    private final int points;
    private final double span;
    private final double train;

    Example(String names, String energy, double drag, int trajectories, int points, double span, double train) {
        this.truth = new Truth(List.of(names.split(",")), energy, drag);
        this.trajectories = trajectories;
        this.points = points;
        this.span = span;
        this.train = train;
    }

    /// Its Hamiltonian.
    public Truth truth() {
        return truth;
    }

    /// The usual number of trajectories.
    public int trajectories() {
        return trajectories;
    }

    /// How many of `count` trajectories train.
    public int training(int count) {
        return Math.clamp(Math.round(train * count), 1, count - 1);
    }

    /// Exact motions.
    public List<Path> motions(Key key, int count) {
        Truth.Ready ready = truth.ready();
        double[] times = Rollout.times(span, points);
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] start = start(key.fold(i));
            double[][] states = Rollout.states(ready.velocity(), start, times, 1e-12);
            double[] x = Arrays.stream(states).flatMapToDouble(Arrays::stream).toArray();
            paths.add(new Path("" + (i + 1), times, x));
        }
        return paths;
    }

    /// Starts from which the energy of rollouts is judged, at 100 times.
    public List<double[]> judged(Key key, int count) {
        List<double[]> starts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] start = start(key.fold(i));
            if (this == SPRING || this == PENDULUM) {
                for (int a = 0; a < 2; a++) {
                    double size = 0.2 + 0.8 * key.fold(i).uniform(10 + a);
                    start[a] = key.fold(i).uniform(20 + a) < 0.5 ? -size : size;
                }
            }
            starts.add(start);
        }
        return starts;
    }

    /// How long the energy of rollouts is judged.
    public double horizon() {
        return switch (this) {
            case TWO_BODIES -> 10;
            case THREE_BODIES -> 5;
            default -> 20;
        };
    }

    private double[] start(Key key) {
        return switch (this) {
            case SPRING -> round(key, 0.1, 1);
            case PENDULUM -> round(key, 1.3, 2.3);
            case DAMPED_PENDULUM -> round(key, 0.5, 2);
            case DOUBLE_PENDULUM -> new double[] {2 * key.uniform(0) - 1, 2 * key.uniform(1) - 1, 0, 0};
            case TWO_BODIES -> two(key);
            case THREE_BODIES -> three(key);
        };
    }

    private static double[] round(Key key, double least, double most) {
        double q = 2 * key.uniform(0) - 1;
        double p = 2 * key.uniform(1) - 1;
        double factor = (least + (most - least) * key.uniform(2)) / Math.sqrt(q * q + p * p);
        return new double[] {q * factor, p * factor};
    }

    private static double[] two(Key key) {
        double x = (0.5 + key.uniform(0)) * (key.uniform(3) < 0.5 ? -1 : 1);
        double y = (0.5 + key.uniform(1)) * (key.uniform(4) < 0.5 ? -1 : 1);
        double r = Math.sqrt(x * x + y * y);
        double speed = 1 / (2 * Math.sqrt(r)) * (1 + 0.05 * key.normal(2));
        double u = -y / r * speed;
        double v = x / r * speed;
        return new double[] {x, y, -x, -y, u, v, -u, -v};
    }

    private static double[] three(Key key) {
        double r = 0.9 + 0.3 * key.uniform(0);
        double angle = 2 * Math.PI * key.uniform(1);
        double speed = Math.sqrt(1 / (Math.sqrt(3) * r));
        double[] state = new double[12];
        IntStream.range(0, 3).forEach(b -> {
            double c = StrictMath.cos(angle + 2 * Math.PI * b / 3);
            double s = StrictMath.sin(angle + 2 * Math.PI * b / 3);
            state[2 * b] = r * c;
            state[2 * b + 1] = r * s;
            state[6 + 2 * b] = -s * speed * (0.8 + 0.4 * key.uniform(2 + 2 * b));
            state[7 + 2 * b] = c * speed * (0.8 + 0.4 * key.uniform(3 + 2 * b));
        });
        return state;
    }
}
