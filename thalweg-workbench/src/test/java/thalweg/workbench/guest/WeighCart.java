package thalweg.workbench.guest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.Dataset;
import thalweg.flow.Ending;
import thalweg.study.Axis;
import thalweg.study.Data;
import thalweg.study.Experiment;
import thalweg.study.Figure;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Layer;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;

/// The mean of a column with its standard error, with a knob of every kind.
@Experiment.Named(
        value = "weigh cart",
        says = "The mean of a column of a table, with its standard error",
        examples = {"weigh cart carts.csv --target mass", "weigh cart carts.csv --target mass --scale jump"})
public record WeighCart(
        @Knob(value = "the table", required = true, positional = true) @Nullable
        Data data,

        @Knob(value = "the column to weigh", required = true) @Nullable
        String target,

        @Knob(value = "share of rows cut off at each end", min = 0, max = 0.4)
        double trim,

        @Knob(value = "how often the balance is read", min = 1, max = 1e6)
        int readings,

        @Knob("whether to take logarithms") boolean logarithm,
        @Knob("columns to show beside") List<String> beside,
        @Knob("weights by column, or one for all") Map<String, String> weights,
        @Knob("which pan holds the cart") Pan pan,
        @Knob("the balance") Scale scale,
        Note note)
        implements Experiment.Applicable {
    /// Where the cart lies.
    public enum Pan {
        LEFT_PAN,
        RIGHT_PAN
    }

    /// What weighs.
    public sealed interface Scale {}

    /// Swings until it rests.
    public record Swing(
            @Knob(value = "damping", min = 0) double damping,
            @Knob("depth of the pan") int depth) implements Scale {
        public Swing() {
            this(0.1, 3);
        }
    }

    /// Jumps at once.
    public record Jump(@Knob(value = "how far", min = 0) double reach) implements Scale {
        public Jump() {
            this(1);
        }
    }

    /// What is noted beside.
    public record Note(
            @Knob("who weighed") String author,
            @Knob("words of the day") String motto) {
        public Note() {
            this("", "");
        }
    }

    public WeighCart {
        if (trim > 0.3 && readings > 1000) {
            throw new Misuse("trim " + trim + " with " + readings + " readings", "one of them small", "lower one");
        }
    }

    public WeighCart() {
        this(null, null, 0, 10, false, List.of(), Map.of(), Pan.LEFT_PAN, new Swing(), new Note());
    }

    private Data given() {
        if (data == null) {
            throw new IllegalStateException("no data");
        }
        return data;
    }

    private String column() {
        return String.valueOf(target);
    }

    @Override
    public List<Problem> check(Lab lab) {
        List<Problem> problems = new ArrayList<>();
        Dataset table = lab.open(given());
        check(problems, "target", table, column());
        beside.forEach(name -> check(problems, "beside", table, name));
        weights.keySet().stream().filter(name -> !name.equals("*")).forEach(n -> check(problems, "weights", table, n));
        if (problems.isEmpty() && Arrays.stream(table.numbers(column())).anyMatch(v -> v <= 0)) {
            problems.add(new Problem("target", "a mass that is not above 0", "masses above 0", "correct the rows"));
        }
        return problems;
    }

    private static void check(List<Problem> problems, String knob, Dataset table, String name) {
        try {
            table.number(name);
        } catch (Misuse e) {
            problems.add(Problem.of(knob, e));
        }
    }

    @Override
    public Report run(Lab lab) {
        Refused.unlessEmpty(check(lab));
        double[] mass = lab.open(given()).numbers(column());
        int n = mass.length;
        double mean = Arrays.stream(mass).average().orElse(Double.NaN);
        double square = Arrays.stream(mass).map(m -> (m - mean) * (m - mean)).sum();
        double error = n > 1 ? Math.sqrt(square / (n - 1) / n) : Double.NaN;
        for (int reading = 1; reading <= readings; reading++) {
            lab.progress(reading, readings, "weighing", Figure.Quantity.of("mass", mean, error));
        }
        double[] row = new double[n];
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            row[i] = i + 1;
            rows.add(List.of((Object) (long) (i + 1), mass[i], mass[i] > mean ? "heavy" : "light"));
        }
        double[] ends = {1, n};
        Report.Draft draft = lab.report(this)
                .text("verdict", "the cart weighs " + Math.round(mean) + " kg")
                .add(Figure.Quantity.of("mass", mean, error).in("kg").against(12, "the brass plate"))
                .add(Figure.Quantity.of("lever", Double.NaN))
                .add(new Figure.Formula("law", "m = " + mean, "m", "m", "m", List.of()))
                .add(Figure.Table.of("carts", List.of("row", "mass [kg]", "kind"), rows))
                .add(new Figure.Picture(
                        "plot",
                        "Carts by row",
                        "Masses; the line is the mean.",
                        Axis.linear("row", ""),
                        Axis.log("mass", "kg"),
                        List.of(
                                new Layer.Points("carts", Layer.Ink.DATA, row, mass, new double[0], new double[0]),
                                new Layer.Line("mean", Layer.Ink.MODEL, ends, new double[] {mean, mean}))))
                .number("draw", lab.key().fold(1).uniform(0))
                .text("note", note.author() + " " + note.motto());
        if (n < 3) {
            draft.warn("only " + n + " carts");
        }
        return draft.ended(new Ending.Converged("weighed " + n + " carts"));
    }

    @Override
    public Report apply(Lab lab, Report found, Data rows) {
        Dataset table = lab.open(rows);
        double mean = found.number("mass").value();
        List<List<@Nullable Object>> cells = new ArrayList<>();
        for (double mass : table.numbers(column())) {
            cells.add(List.of((Object) mass, mass - mean));
        }
        return lab.report(this)
                .text("verdict", cells.size() + " carts compared")
                .add(Figure.Table.of("differences", List.of("mass [kg]", "difference [kg]"), cells))
                .ended(new Ending.Converged("applied"));
    }

    /// A table of three carts.
    public static Map<String, String> table() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "carts.csv", "name,mass [kg],height,height_error\nred,11,1.5,0.1\nblue,12,2.5,0.1\ngreen,14,3.5,0.2\n");
        return files;
    }
}
