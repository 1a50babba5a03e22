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
import thalweg.room.mechanics.field.Path;
import thalweg.room.mechanics.field.Samples;
import thalweg.room.mechanics.field.Truth;
import thalweg.study.Lab;
import thalweg.study.Problem;

/// What `learn hamiltonian` is asked, read from the table or made.
record MotionQuestion(LearnHamiltonian asked) {
    /// Data ready to learn from.
    ///
    /// @param names of the state's columns
    /// @param train rows with slopes; null where there are none
    /// @param test rows held out, with slopes; null where there are none
    /// @param learned trajectories to learn from, empty without time
    /// @param held trajectories held out, empty without time
    /// @param group trajectory of each row of `test`, null if unknown
    /// @param truth the true Hamiltonian, null if unknown
    /// @param notes what the reader must know of how the data were taken
    record Answer(
            List<String> names,
            @Nullable Samples train,
            @Nullable Samples test,
            List<Path> learned,
            List<Path> held,
            int @Nullable [] group,
            @Nullable Truth truth,
            List<String> notes) {}

    List<Problem> problems(Lab lab) {
        List<Problem> problems = new ArrayList<>();
        if (asked.system() != LearnHamiltonian.Recipe.NONE) {
            return problems;
        }
        if (asked.data() == null) {
            problems.add(new Problem(
                    "data",
                    "nothing",
                    "a table of motion, or a system by name",
                    "name one: `learn hamiltonian data/swing.csv --state q,p --time t --trajectory swing`"));
            return problems;
        }
        Dataset table;
        try {
            table = lab.open(asked.data());
        } catch (Misuse e) {
            return List.of(Problem.of("data", e));
        }
        columns(problems, table);
        if (problems.isEmpty()) {
            try {
                answer(lab);
            } catch (Misuse e) {
                problems.add(Problem.of("data", e));
            }
        }
        return problems;
    }

    private void columns(List<Problem> problems, Dataset table) {
        String there =
                String.join(", ", table.numeric().stream().map(c -> c.name()).toList());
        if (asked.state().isEmpty()) {
            problems.add(new Problem(
                    "state",
                    "nothing",
                    "columns of positions, then of momenta",
                    "choose among " + there + ": --state q,p"));
        } else if (asked.state().size() % 2 == 1) {
            problems.add(new Problem(
                    "state",
                    "state has " + asked.state().size() + " column"
                            + (asked.state().size() == 1 ? "" : "s"),
                    "an even number: positions and momenta must pair",
                    "give a momentum (or velocity) for every position, or take `learn lagrangian` for"
                            + " positions alone"));
        }
        boolean wantsSlopes = asked.from() == LearnHamiltonian.From.SLOPES;
        boolean path = asked.time() != null;
        if (asked.slope().isEmpty() && !path) {
            problems.add(new Problem(
                    "slope",
                    "neither slopes nor times",
                    "the columns of d(state)/dt, or the column of time",
                    "give --slope dq,dp or --time t --trajectory id; the table has " + there));
        } else if (asked.slope().isEmpty() && wantsSlopes) {
            problems.add(new Problem(
                    "slope", "no slopes", "columns of d(state)/dt", "give --slope, or --from trajectories"));
        } else if (!path && asked.from() == LearnHamiltonian.From.TRAJECTORIES) {
            problems.add(new Problem("time", "no times", "the column of time", "give --time, or --from slopes"));
        }
        if (!asked.slope().isEmpty() && asked.slope().size() != asked.state().size()) {
            problems.add(new Problem(
                    "slope",
                    asked.slope().size() + " slopes for " + asked.state().size() + " columns of state",
                    "as many, in the same order",
                    "correct --slope"));
        }
        Map<String, List<String>> numeric = new LinkedHashMap<>();
        numeric.put("state", asked.state());
        numeric.put("slope", asked.slope());
        numeric.put("input", asked.input());
        numeric.put("time", asked.time() == null ? List.of() : List.of(asked.time()));
        numeric.forEach((knob, names) -> names.forEach(name -> refuse(problems, knob, () -> table.number(name))));
        refuse(problems, "trajectory", () -> named(table, asked.trajectory()));
        refuse(problems, "split", () -> named(table, asked.split()));
        String known = asked.known();
        if (known != null && problems.isEmpty()) {
            refuse(problems, "known", () -> new Truth(asked.state(), known, 0));
        }
    }

    private static void named(Dataset table, @Nullable String column) {
        if (column != null) {
            table.column(column);
        }
    }

    private static void refuse(List<Problem> problems, String knob, Runnable question) {
        try {
            question.run();
        } catch (Misuse e) {
            problems.add(Problem.of(knob, e));
        }
    }

    Answer answer(Lab lab) {
        return asked.system() != LearnHamiltonian.Recipe.NONE || asked.data() == null
                ? MadeMotion.of(asked, lab.key().fold(1))
                : read(lab.open(asked.data()), lab.key().fold(1));
    }

    private Answer read(Dataset table, Key key) {
        int n = asked.state().size();
        int rows = Math.toIntExact(table.rows());
        double[] x = MotionTable.numbers(table, asked.state());
        double[] slope = MotionTable.numbers(table, asked.slope());
        double[] input = MotionTable.numbers(table, asked.input());
        double[] time = asked.time() == null ? new double[0] : MotionTable.numbers(table, List.of(asked.time()));
        List<String> ids = asked.trajectory() == null ? List.of() : table.texts(asked.trajectory());
        List<String> notes = new ArrayList<>();
        int[] group = groups(ids, time, rows, notes);
        boolean[] held = held(table, key, group, rows, notes);
        int[] train = IntStream.range(0, rows).filter(i -> !held[i]).toArray();
        int[] test = IntStream.range(0, rows).filter(i -> held[i]).toArray();
        if (train.length < 4 || test.length < 1) {
            throw new Misuse(
                    train.length + " rows to learn from and " + test.length + " held out",
                    "at least 4 and 1",
                    "add rows, or change --holdout");
        }
        boolean slopes = !asked.slope().isEmpty() && asked.from() != LearnHamiltonian.From.TRAJECTORIES;
        Samples all =
                new Samples(n / 2, rows, x, slopes ? slope : new double[x.length], slopes ? input : new double[0]);
        List<Path> learned = new ArrayList<>();
        List<Path> kept = new ArrayList<>();
        if (time.length > 0) {
            paths(x, time, group, held, ids, n, learned, kept);
            if (!slopes && learned.stream().mapToInt(Path::count).max().orElse(0) < 4) {
                throw new Misuse(
                        "trajectories of at most "
                                + learned.stream().mapToInt(Path::count).max().orElse(0) + " points",
                        "at least 4 points in some of them",
                        "check --trajectory, or give --slope");
            }
            if (!slopes && asked.input().size() > 0) {
                throw new Misuse(
                        "inputs together with trajectories",
                        "inputs together with slopes",
                        "give --slope beside --input");
            }
        }
        boolean grouped = Arrays.stream(group).max().orElse(0) > 0;
        return new Answer(
                asked.state(),
                slopes ? all.rows(train) : null,
                slopes ? all.rows(test) : null,
                learned,
                kept,
                slopes && grouped ? Arrays.stream(test).map(i -> group[i]).toArray() : null,
                asked.known() == null ? null : new Truth(asked.state(), asked.known(), 0),
                notes);
    }

    /// The trajectory of each row: by its column, else a new one wherever time runs back.
    private int[] groups(List<String> ids, double[] time, int rows, List<String> notes) {
        int[] group = new int[rows];
        if (!ids.isEmpty()) {
            Map<String, Integer> known = new LinkedHashMap<>();
            for (int i = 0; i < rows; i++) {
                group[i] = known.computeIfAbsent(ids.get(i).strip(), id -> known.size());
            }
            return group;
        }
        for (int i = 1; i < time.length; i++) {
            group[i] = group[i - 1] + (time[i] <= time[i - 1] ? 1 : 0);
        }
        if (time.length > 0 && group[rows - 1] > 0) {
            notes.add((group[rows - 1] + 1) + " trajectories are told apart by where " + asked.time()
                    + " runs back; name their column by --trajectory to be sure.");
        }
        return group;
    }

    private boolean[] held(Dataset table, Key key, int[] group, int rows, List<String> notes) {
        boolean[] held = new boolean[rows];
        String column = asked.split();
        boolean there = table.columns().stream().anyMatch(c -> c.name().equals("split"));
        if (column == null
                && there
                && table.texts("split").stream().anyMatch(t -> t.strip().equals("test"))) {
            column = "split";
            notes.add("The rows marked \"test\" in the column split are held out.");
        }
        if (column != null) {
            List<String> texts = table.texts(column);
            for (int i = 0; i < rows; i++) {
                held[i] = texts.get(i).strip().equals("test");
            }
            if (IntStream.range(0, rows).noneMatch(i -> held[i])) {
                throw new Misuse(
                        "no row named test in \"" + column + "\"", "rows named train and test", "leave out --split");
            }
            return held;
        }
        int groups = Arrays.stream(group).max().orElse(0) + 1;
        boolean whole = groups > 1;
        int units = whole ? groups : rows;
        int[] order = key.permutation(units);
        int count = Math.clamp(Math.round(asked.holdout() * units), 1, units - 1);
        if (!whole && asked.time() != null) {
            for (int i = rows - Math.clamp(Math.round(asked.holdout() * rows), 1, rows - 1); i < rows; i++) {
                held[i] = true;
            }
            notes.add("There is one trajectory: its end is held out.");
            return held;
        }
        boolean[] chosen = new boolean[units];
        for (int i = 0; i < count; i++) {
            chosen[order[i]] = true;
        }
        for (int i = 0; i < rows; i++) {
            held[i] = chosen[whole ? group[i] : i];
        }
        return held;
    }

    private void paths(
            double[] x,
            double[] time,
            int[] group,
            boolean[] held,
            List<String> ids,
            int n,
            List<Path> learned,
            List<Path> kept) {
        int groups = Arrays.stream(group).max().orElse(0) + 1;
        for (int part = 0; part < 2 * groups; part++) {
            int g = part / 2;
            boolean test = part % 2 == 1;
            int[] rows = IntStream.range(0, time.length)
                    .filter(i -> group[i] == g && held[i] == test)
                    .toArray();
            if (rows.length < 2) {
                continue;
            }
            double[] t = Arrays.stream(rows).mapToDouble(i -> time[i]).toArray();
            double[] states = new double[rows.length * n];
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(x, rows[i] * n, states, i * n, n);
                if (i > 0 && !(t[i] > t[i - 1])) {
                    throw new Misuse(
                            "time " + t[i] + " after " + t[i - 1] + " in row " + (rows[i] + 1)
                                    + (ids.isEmpty()
                                            ? ""
                                            : " of trajectory "
                                                    + ids.get(rows[i]).strip()),
                            "times that increase along a trajectory",
                            "sort the rows, or name the column of trajectories by --trajectory");
                }
            }
            String name = ids.isEmpty() ? "" + (g + 1) : ids.get(rows[0]).strip();
            (test ? kept : learned).add(new Path(name, t, states));
        }
    }
}
