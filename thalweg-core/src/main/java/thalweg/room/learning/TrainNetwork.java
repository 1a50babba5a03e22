package thalweg.room.learning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.Column;
import thalweg.data.Dataset;
import thalweg.study.Data;
import thalweg.study.Experiment;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;

/// A dense network trained by Adam on a table: a classifier where the target is a word or a digit, else a regression.
@Experiment.Named(
        value = "train network",
        says = "Trains a dense network on a table and judges it on rows held out.",
        examples = {
            "train network data/digits.csv --target digit --hidden 64,32",
            "train network data/iris.csv --target species --hidden 16"
        })
public record TrainNetwork(
        @Knob(value = "table with a header line", positional = true, required = true) @Nullable
        Data data,

        @Knob(value = "column to predict", required = true) @Nullable
        String target,

        @Knob("columns to predict from; all other numeric ones if left out")
        List<String> inputs,

        @Knob("widths of the hidden layers") List<Integer> hidden,

        @Knob("what the target is; auto takes few different whole numbers or words for classes")
        Task task,

        @Knob(value = "passes over the training rows", min = 1, max = 1_000_000)
        int epochs,

        @Knob(value = "rows a step", min = 1) int batch,

        @Knob(value = "step size of Adam", min = 1e-12, max = 10)
        double rate,

        @Knob(value = "share of rows held out", min = 0.01, max = 0.9)
        double holdout)
        implements Experiment.Applicable {
    private static final int MOST_CLASSES = 20;

    /// What a network is to learn.
    public enum Task {
        AUTO,
        CLASSIFY,
        REGRESS
    }

    /// No data and no target yet; two hidden layers, 60 epochs.
    public TrainNetwork() {
        this(null, null, List.of(), List.of(64, 32), Task.AUTO, 60, 32, 1e-3, 0.2);
    }

    public TrainNetwork {
        if (hidden.stream().anyMatch(width -> width < 1 || width > 100_000)) {
            throw new Misuse("hidden widths " + hidden, "widths from 1 to 100000", "correct --hidden");
        }
    }

    private Dataset table(Lab lab) {
        if (data == null) {
            throw new Misuse("no data", "a file", "name one: `train network data/digits.csv --target digit`");
        }
        return lab.open(data);
    }

    String wanted() {
        return target == null ? "" : target;
    }

    List<String> factors(Dataset table) {
        return !inputs.isEmpty()
                ? inputs
                : table.numeric().stream()
                        .map(Column::name)
                        .filter(name -> !name.equals(target))
                        .toList();
    }

    /// The classes in order, empty for a regression.
    List<String> classes(Dataset table) {
        boolean words = table.column(wanted()).kind() == Column.Kind.TEXT;
        if (task == Task.REGRESS) {
            return List.of();
        }
        List<String> different = table.texts(wanted()).stream()
                .map(String::strip)
                .distinct()
                .sorted(TrainNetwork::order)
                .toList();
        boolean few =
                different.size() <= MOST_CLASSES && different.stream().allMatch(text -> text.matches("[+-]?[0-9]+"));
        return words || few || task == Task.CLASSIFY ? different : List.of();
    }

    private static int order(String a, String b) {
        return a.matches("[+-]?[0-9]+") && b.matches("[+-]?[0-9]+")
                ? Long.compare(Long.parseLong(a), Long.parseLong(b))
                : a.compareTo(b);
    }

    @Override
    public List<Problem> check(Lab lab) {
        List<Problem> problems = new ArrayList<>();
        Dataset table;
        try {
            table = table(lab);
        } catch (Misuse e) {
            return List.of(Problem.of("data", e));
        }
        refuse(problems, "target", () -> table.column(wanted()));
        for (String input : factors(table)) {
            refuse(problems, "inputs", () -> table.number(input));
        }
        if (!problems.isEmpty()) {
            return problems;
        }
        if (factors(table).isEmpty() || factors(table).contains(wanted())) {
            problems.add(new Problem(
                    "inputs",
                    factors(table).isEmpty() ? "no numeric column beside the target" : "the target among the inputs",
                    "other columns",
                    "choose others"));
        }
        if (classes(table).isEmpty()) {
            refuse(problems, "target", () -> table.number(wanted()));
        }
        if (problems.isEmpty()) {
            refuse(problems, "data", () -> Examples.of(this, table, lab.key().fold(1)));
        }
        return problems;
    }

    private static void refuse(List<Problem> problems, String knob, Runnable question) {
        try {
            question.run();
        } catch (Misuse e) {
            problems.add(Problem.of(knob, e));
        }
    }

    @Override
    public Report run(Lab lab) {
        Refused.unlessEmpty(check(lab));
        Examples examples = Examples.of(this, table(lab), lab.key().fold(1));
        return new Training(this, examples, lab).run();
    }

    @Override
    public Report apply(Lab lab, Report found, Data rows) {
        return Trained.of(found).predict(lab, found, rows);
    }
}
