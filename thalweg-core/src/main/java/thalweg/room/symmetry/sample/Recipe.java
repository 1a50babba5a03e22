package thalweg.room.symmetry.sample;

import java.util.List;
import java.util.function.Function;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Field;
import thalweg.system.Brusselator;
import thalweg.system.HenonHeiles;
import thalweg.system.Kepler;
import thalweg.system.Lorenz;
import thalweg.system.LotkaVolterra;
import thalweg.system.Newtonian;
import thalweg.system.Oscillator;
import thalweg.system.Pendulum;
import thalweg.system.Ring;
import thalweg.system.ThreeBody;
import thalweg.system.VanDerPol;

/// How trajectories of a named system are made up.
///
/// @param name as a user types it
/// @param names of the coordinates
/// @param step time between samples; ten steps of order 4 are done in it
/// @param start draws where a trajectory begins
/// @param scale what coordinates are divided by
/// @param library words of the library that holds its laws
/// @param adaptive whether steps follow a tolerance
public record Recipe(
        String name,
        List<String> names,
        Field<Tensor> field,
        double step,
        Function<Key, double[]> start,
        double scale,
        List<String> library,
        boolean adaptive) {
    private static Recipe of(
            String name,
            String names,
            Field<Tensor> field,
            double step,
            Function<Key, double[]> start,
            String library) {
        return new Recipe(name, List.of(names.split(" ")), field, step, start, 1, List.of(library.split(",")), false);
    }

    /// All of them.
    public static List<Recipe> all() {
        return List.of(
                of("harmonic", "x v", new Oscillator(0), 0.1, normal(2), "monomial:4"),
                of("isotropic", "x y vx vy", new Oscillator(0), 0.1, normal(4), "monomial:2"),
                of("ring", "x1 x2 x3 v1 v2 v3", new Ring(), 0.1, normal(6), "monomial:2"),
                of(
                        "kepler",
                        "x y vx vy",
                        new Newtonian(new Kepler()),
                        0.1,
                        Recipe::orbit,
                        "monomial:3,reciprocal-distance"),
                new Recipe(
                        "three-body",
                        List.of("x1", "y1", "x2", "y2", "x3", "y3", "vx1", "vy1", "vx2", "vy2", "vx3", "vy3"),
                        new ThreeBody(),
                        0.05,
                        Recipe::three,
                        1,
                        bodies(),
                        true),
                of("lotka-volterra", "x y", new LotkaVolterra(), 0.1, box(0.4, 2, 2), "monomial:2,log"),
                of("henon-heiles", "x y vx vy", new Newtonian(new HenonHeiles()), 0.1, box(-0.3, 0.3, 4), "monomial:4"),
                of("pendulum", "q v", new Newtonian(new Pendulum()), 0.1, Recipe::swing, "monomial:4,cos:q"),
                new Recipe(
                        "lorenz",
                        List.of("x", "y", "z"),
                        new Lorenz(),
                        0.05,
                        Recipe::rolls,
                        10,
                        List.of("monomial:4"),
                        false),
                of("damped", "x v", new Oscillator(0.1), 0.1, normal(2), "monomial:4"),
                of("van-der-pol", "x v", new VanDerPol(1), 0.1, box(-3, 3, 2), "monomial:4"),
                of("brusselator", "x y", new Brusselator(1, 3), 0.1, box(0.5, 3, 2), "monomial:4"));
    }

    private static Function<Key, double[]> normal(int n) {
        return key -> key.normals(n);
    }

    private static Function<Key, double[]> box(double low, double high, int n) {
        return key -> {
            double[] x = key.uniforms(n);
            for (int i = 0; i < n; i++) {
                x[i] = low + (high - low) * x[i];
            }
            return x;
        };
    }

    private static double between(Key key, int i, double low, double high) {
        return low + (high - low) * key.uniform(i);
    }

    /// Perihelion or aphelion near distance 1, either sense, a little off the tangent.
    private static double[] orbit(Key key) {
        double r = between(key, 0, 0.8, 1.5);
        double v = between(key, 1, 0.7, 1.15) / Math.sqrt(r);
        double place = between(key, 2, 0, 2 * Math.PI);
        double sense = key.uniform(3) < 0.5 ? -1 : 1;
        double way = place + sense * Math.PI / 2 + between(key, 4, -0.2, 0.2);
        return new double[] {
            r * StrictMath.cos(place), r * StrictMath.sin(place), v * StrictMath.cos(way), v * StrictMath.sin(way)
        };
    }

    private static double[] swing(Key key) {
        return new double[] {between(key, 0, -2, 2), between(key, 1, -1, 1)};
    }

    private static double[] rolls(Key key) {
        return new double[] {between(key, 0, -10, 10), between(key, 1, -10, 10), between(key, 2, -10, 10) + 20};
    }

    /// Three bodies near the corners of a triangle that turns slowly and drifts.
    private static double[] three(Key key) {
        double[] s = new double[12];
        double turn = between(key, 40, 0, 2 * Math.PI);
        double sense = between(key, 41, 0.5, 0.9) * (key.uniform(42) < 0.5 ? -1 : 1);
        for (int i = 0; i < 3; i++) {
            double angle = turn + 2 * Math.PI * i / 3;
            s[2 * i] = StrictMath.cos(angle) + between(key, 2 * i, -0.25, 0.25);
            s[2 * i + 1] = StrictMath.sin(angle) + between(key, 2 * i + 1, -0.25, 0.25);
            s[6 + 2 * i] = -sense * StrictMath.sin(angle) * 0.76 + 0.2 * key.normal(20) + 0.1 * key.normal(10 + 2 * i);
            s[7 + 2 * i] = sense * StrictMath.cos(angle) * 0.76 + 0.2 * key.normal(21) + 0.1 * key.normal(11 + 2 * i);
        }
        return s;
    }

    /// Twelve linear terms, squares of velocities and places, products of places and velocities of one body, reciprocal
    /// distances: 36 terms.
    private static List<String> bodies() {
        java.util.ArrayList<String> words = new java.util.ArrayList<>(List.of("monomial:1", "reciprocal-distance"));
        for (int i = 1; i <= 3; i++) {
            for (String term : new String[] {"vx#^2", "vy#^2", "x#*vx#", "x#*vy#", "y#*vx#", "y#*vy#"}) {
                words.add(term.replace("#", Integer.toString(i)));
            }
            words.add("x# ^2 + y# ^2".replace("# ", Integer.toString(i)));
        }
        return List.copyOf(words);
    }
}
