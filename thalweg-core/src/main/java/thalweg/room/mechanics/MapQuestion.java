package thalweg.room.mechanics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.data.Dataset;
import thalweg.room.mechanics.field.Path;
import thalweg.room.mechanics.field.Truth;
import thalweg.room.mechanics.map.MapExample;
import thalweg.room.mechanics.map.Pairs;
import thalweg.study.Lab;
import thalweg.study.Problem;

/// What `learn map` is asked, read from the table or made.
record MapQuestion(LearnMap asked) {
    /// Data ready to learn from.
    ///
    /// @param held motions held out
    /// @param even whether all steps of time are alike
    record Answer(
            List<String> names,
            Pairs train,
            Pairs test,
            List<Path> held,
            boolean even,
            @Nullable Truth truth) {}

    List<Problem> problems(Lab lab) {
        List<Problem> problems = new ArrayList<>();
        if (asked.system() != LearnMap.Recipe.NONE) {
            return problems;
        }
        if (asked.data() == null) {
            problems.add(new Problem(
                    "data",
                    "nothing",
                    "a table of motion, or a system by name",
                    "name one: `learn map pendulum --net la`"));
            return problems;
        }
        try {
            Dataset table = lab.open(asked.data());
            columns(problems, table);
            if (problems.isEmpty()) {
                Answer answer = answer(lab);
                boolean fixed = asked.net() == LearnMap.Net.HENON;
                if (!answer.even && fixed) {
                    problems.add(new Problem(
                            "net",
                            "steps of time that differ",
                            "one step for a net trained at one step",
                            "take --net g, leapfrog or generating, which know the step, or give even times"));
                }
            }
        } catch (Misuse e) {
            problems.add(Problem.of("data", e));
        }
        return problems;
    }

    private void columns(List<Problem> problems, Dataset table) {
        if (asked.state().isEmpty()) {
            problems.add(new Problem(
                    "state",
                    "nothing",
                    "columns of positions, then of momenta",
                    "choose among "
                            + String.join(
                                    ", ",
                                    table.numeric().stream().map(c -> c.name()).toList())
                            + ": --state q,p"));
        } else if (asked.state().size() % 2 == 1) {
            problems.add(new Problem(
                    "state",
                    "state has " + asked.state().size() + " column"
                            + (asked.state().size() == 1 ? "" : "s"),
                    "an even number: positions and momenta must pair",
                    "give a momentum for every position"));
        }
        if (!asked.next().isEmpty() && asked.next().size() != asked.state().size()) {
            problems.add(new Problem(
                    "next",
                    asked.next().size() + " columns for " + asked.state().size() + " of state",
                    "as many, in the same order",
                    "correct --next"));
        }
        if (asked.next().isEmpty() && asked.time() == null) {
            problems.add(new Problem(
                    "time",
                    "neither times nor next states",
                    "the column of time, by which rows follow each other, or the columns of the next state",
                    "give --time t --trajectory id, or --next"));
        }
        List<String> numeric = new ArrayList<>(asked.state());
        numeric.addAll(asked.next());
        if (asked.time() != null) {
            numeric.add(asked.time());
        }
        for (String name : numeric) {
            try {
                table.number(name);
            } catch (Misuse e) {
                problems.add(Problem.of(asked.next().contains(name) ? "next" : "state", e));
            }
        }
        if (asked.trajectory() != null) {
            try {
                table.column(asked.trajectory());
            } catch (Misuse e) {
                problems.add(Problem.of("trajectory", e));
            }
        }
    }

    Answer answer(Lab lab) {
        Key key = lab.key().fold(1);
        return asked.data() == null ? made(key) : read(lab.open(asked.data()), key);
    }

    private Answer made(Key key) {
        MapExample example = asked.system().example();
        Path held = example.held(asked.step(), 100);
        return new Answer(
                example.truth().names(),
                pairs(example.learned(key, asked.step())),
                pairs(List.of(held)),
                List.of(held),
                true,
                example.truth());
    }

    private Answer read(Dataset table, Key key) {
        int n = asked.state().size();
        double[] x = MotionTable.numbers(table, asked.state());
        int rows = x.length / n;
        if (!asked.next().isEmpty()) {
            double[] y = MotionTable.numbers(table, asked.next());
            int[][] parts = MotionTable.split(new int[rows], rows, asked.holdout(), key);
            return new Answer(asked.state(), some(x, y, parts[0], n), some(x, y, parts[1], n), List.of(), true, null);
        }
        double[] time = MotionTable.numbers(table, asked.time() == null ? List.of() : List.of(asked.time()));
        int[] group = MotionTable.groups(table, asked.trajectory(), time, rows);
        int[][] parts = MotionTable.split(group, rows, asked.holdout(), key);
        if (Arrays.stream(group).max().orElse(0) == 0) {
            int cut = Math.clamp(Math.round((1 - asked.holdout()) * rows), 2, rows - 2);
            parts = new int[][] {
                IntStream.range(0, cut).toArray(), IntStream.range(cut, rows).toArray()
            };
        }
        List<Path> learned = MotionTable.held(x, time, group, marked(parts[0], rows), n);
        List<Path> held = MotionTable.held(x, time, group, marked(parts[1], rows), n);
        Pairs train = pairs(learned);
        double least = Arrays.stream(train.step()).min().orElse(1);
        double most = Arrays.stream(train.step()).max().orElse(1);
        return new Answer(asked.state(), train, pairs(held), held, most - least < 1e-6 * most, null);
    }

    private static boolean[] marked(int[] rows, int count) {
        boolean[] marked = new boolean[count];
        IntStream.of(rows).forEach(i -> marked[i] = true);
        return marked;
    }

    private static Pairs some(double[] x, double[] y, int[] rows, int n) {
        double[] from = new double[rows.length * n];
        double[] to = new double[rows.length * n];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(x, rows[i] * n, from, i * n, n);
            System.arraycopy(y, rows[i] * n, to, i * n, n);
        }
        double[] step = new double[rows.length];
        Arrays.fill(step, 1);
        return new Pairs(n / 2, rows.length, from, to, step);
    }

    private static Pairs pairs(List<Path> paths) {
        int n = paths.getFirst().size();
        int count = paths.stream().mapToInt(p -> p.count() - 1).sum();
        if (count < 2) {
            throw new Misuse(
                    count + " pairs of states", "at least 2", "give longer trajectories, or check --trajectory");
        }
        double[] from = new double[count * n];
        double[] to = new double[count * n];
        double[] step = new double[count];
        int at = 0;
        for (Path path : paths) {
            int length = (path.count() - 1) * n;
            System.arraycopy(path.x(), 0, from, at * n, length);
            System.arraycopy(path.x(), n, to, at * n, length);
            for (int i = 1; i < path.count(); i++) {
                step[at++] = path.time()[i] - path.time()[i - 1];
            }
        }
        return new Pairs(n / 2, count, from, to, step);
    }
}
