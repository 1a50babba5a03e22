package thalweg.room.mechanics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.data.Dataset;
import thalweg.flow.Rate;
import thalweg.room.mechanics.field.Path;
import thalweg.room.mechanics.field.Samples;
import thalweg.room.mechanics.field.Smoothing;
import thalweg.room.mechanics.pair.PairData;
import thalweg.room.mechanics.pair.PairExample;
import thalweg.study.Lab;
import thalweg.study.Problem;

/// What `learn forces` is asked, read from the table or made.
record ForcesQuestion(LearnForces asked) {
    /// Data ready to learn from.
    ///
    /// @param held motions of `(x, v)` held out, empty without time
    /// @param masses whether masses were given
    record Answer(
            PairData train,
            PairData test,
            List<Path> held,
            boolean masses,
            @Nullable PairExample truth) {}

    List<Problem> problems(Lab lab) {
        List<Problem> problems = new ArrayList<>();
        if (asked.system() != LearnForces.Recipe.NONE) {
            return problems;
        }
        if (asked.data() == null) {
            problems.add(new Problem(
                    "data",
                    "nothing",
                    "a table of motion, or a system: gravity, logarithm, springs, charges",
                    "name one: `learn forces springs`"));
            return problems;
        }
        try {
            Dataset table = lab.open(asked.data());
            columns(problems, table);
            if (problems.isEmpty()) {
                answer(lab);
            }
        } catch (Misuse e) {
            problems.add(Problem.of("data", e));
        }
        return problems;
    }

    private void columns(List<Problem> problems, Dataset table) {
        int wide = asked.position().size();
        if (wide == 0) {
            problems.add(new Problem(
                    "position",
                    "nothing",
                    "columns of positions, particle by particle",
                    "choose among "
                            + String.join(
                                    ", ",
                                    table.numeric().stream().map(c -> c.name()).toList())
                            + ": --position x1,y1,x2,y2"));
        } else if (wide % asked.particles() != 0) {
            problems.add(new Problem(
                    "position",
                    wide + " columns for " + asked.particles() + " particles",
                    "as many coordinates for each",
                    "correct --position, or give --particles"));
        }
        same(problems, "velocity", asked.velocity().size(), wide);
        same(problems, "acceleration", asked.acceleration().size(), wide);
        same(problems, "mass", asked.mass().size(), asked.particles());
        same(problems, "charge", asked.charge().size(), asked.particles());
        if (asked.acceleration().isEmpty() && asked.time() == null) {
            problems.add(new Problem(
                    "time",
                    "neither accelerations nor times",
                    "the column of time, from which accelerations are read, or their columns",
                    "give --time t --trajectory id, or --acceleration"));
        }
        Map<String, List<String>> numeric = new LinkedHashMap<>();
        numeric.put("position", asked.position());
        numeric.put("velocity", asked.velocity());
        numeric.put("acceleration", asked.acceleration());
        numeric.put("time", asked.time() == null ? List.of() : List.of(asked.time()));
        numeric.forEach((knob, names) -> names.forEach(name -> {
            try {
                table.number(name);
            } catch (Misuse e) {
                problems.add(Problem.of(knob, e));
            }
        }));
        if (asked.trajectory() != null && table.find(asked.trajectory()).isEmpty()) {
            try {
                table.column(asked.trajectory());
            } catch (Misuse e) {
                problems.add(Problem.of("trajectory", e));
            }
        }
        if (asked.drag() && asked.velocity().isEmpty() && asked.time() == null) {
            problems.add(new Problem("velocity", "drag without velocities", "their columns", "give --velocity"));
        }
    }

    private static void same(List<Problem> problems, String knob, int found, int wanted) {
        if (found > 0 && found != wanted) {
            problems.add(new Problem(knob, found + " given", wanted + ", in the order of --position", "correct it"));
        }
    }

    Answer answer(Lab lab) {
        return asked.data() == null
                ? made(lab.key().fold(1))
                : read(lab.open(asked.data()), lab.key().fold(1));
    }

    private Answer made(Key key) {
        PairExample example = asked.system().example();
        int n = asked.particles();
        int count = asked.made().trajectories() > 1 ? asked.made().trajectories() : 40;
        double drag = asked.drag() ? 0.2 : 0;
        List<Path> paths = example.motions(key.fold(0), count, n, 2, drag);
        int training = Math.clamp(Math.round((1 - asked.holdout()) * count), 1, count - 1);
        Rate.Written velocity = example.velocity(n, 2, drag);
        double[] mass = example.masses(n);
        double[] charge = example.charges(n);
        return new Answer(
                exact(paths.subList(0, training), velocity, mass, charge, key.fold(1)),
                exact(paths.subList(training, count), velocity, mass, charge, key.fold(2)),
                paths.subList(training, count),
                true,
                example);
    }

    private PairData exact(List<Path> paths, Rate.Written velocity, double[] mass, double[] charge, Key key) {
        int wide = mass.length * 2;
        int rows = paths.stream().mapToInt(Path::count).sum();
        double[] noise = key.normals(rows * wide);
        double[] x = new double[rows * wide];
        double[] v = new double[rows * wide];
        double[] a = new double[rows * wide];
        double[] out = new double[2 * wide];
        int at = 0;
        for (Path path : paths) {
            for (int i = 0; i < path.count(); i++) {
                double[] state = path.state(i);
                velocity.at(0, state, out);
                for (int c = 0; c < wide; c++) {
                    x[at * wide + c] = state[c];
                    v[at * wide + c] = state[wide + c];
                    a[at * wide + c] = out[wide + c] + asked.made().noise() * noise[at * wide + c];
                }
                at++;
            }
        }
        return new PairData(2, mass, charge, rows, x, v, a);
    }

    private Answer read(Dataset table, Key key) {
        int wide = asked.position().size();
        int n = asked.particles();
        double[] x = MotionTable.numbers(table, asked.position());
        double[] v = MotionTable.numbers(table, asked.velocity());
        double[] a = MotionTable.numbers(table, asked.acceleration());
        int rows = x.length / wide;
        double[] time = asked.time() == null ? new double[0] : MotionTable.numbers(table, List.of(asked.time()));
        int[] group = MotionTable.groups(table, asked.trajectory(), time, rows);
        double[] mass = new double[n];
        double[] charge = new double[n];
        Arrays.setAll(mass, i -> asked.mass().isEmpty() ? 1 : asked.mass().get(i));
        boolean charged = asked.coupling() == LearnForces.Coupling.CHARGE
                || asked.coupling() == LearnForces.Coupling.AUTO
                        && !asked.charge().isEmpty();
        boolean heavy = asked.coupling() == LearnForces.Coupling.MASS;
        Arrays.setAll(
                charge,
                i -> heavy
                        ? mass[i]
                        : charged && !asked.charge().isEmpty() ? asked.charge().get(i) : 1);
        int[][] parts = MotionTable.split(group, rows, asked.holdout(), key);
        List<Path> all = MotionTable.paths(x, v.length > 0 ? v : x, time, group, wide);
        if (time.length > 0) {
            Smoothing smoothing = Smoothing.best(all);
            Samples smooth = smoothing.samples(all);
            boolean both = v.length > 0;
            double[] curve = both ? new double[0] : smoothing.curvatures(all);
            double[] newV = new double[rows * wide];
            double[] newA = new double[rows * wide];
            double[] newX = new double[rows * wide];
            int[] order = MotionTable.order(group, rows);
            for (int i = 0; i < rows; i++) {
                for (int c = 0; c < wide; c++) {
                    int from = i * 2 * wide + c;
                    int to = order[i] * wide + c;
                    newX[to] = smooth.x()[from];
                    newV[to] = both ? smooth.x()[from + wide] : smooth.slope()[from];
                    newA[to] = both ? smooth.slope()[from + wide] : curve[from];
                }
            }
            v = newV;
            x = a.length > 0 ? x : newX;
            a = a.length > 0 ? a : newA;
        } else if (v.length == 0) {
            v = new double[rows * wide];
        }
        PairData data = new PairData(wide / n, mass, charge, rows, x, v, a);
        List<Path> held = new ArrayList<>();
        if (time.length > 0) {
            boolean[] test = new boolean[rows];
            IntStream.of(parts[1]).forEach(i -> test[i] = true);
            double[] states = new double[rows * 2 * wide];
            for (int i = 0; i < rows; i++) {
                System.arraycopy(data.state(i), 0, states, i * 2 * wide, 2 * wide);
            }
            held.addAll(MotionTable.held(states, time, group, test, 2 * wide));
        }
        return new Answer(
                data.rows(parts[0]), data.rows(parts[1]), held, !asked.mass().isEmpty(), null);
    }
}
