package thalweg.room.law;

import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.Dataset;
import thalweg.room.law.rival.Vuong;
import thalweg.room.law.tail.Bootstrap;
import thalweg.room.law.tail.Sample;
import thalweg.room.law.tail.Tail;
import thalweg.study.Data;
import thalweg.study.Experiment;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;
import thalweg.study.Rounding;

/// The tail of a distribution, `p(x) ~ x^-alpha` for `x >= x_min`, after Clauset, Shalizi and Newman (2009).
@Experiment.Named(
        value = "fit tail",
        says = "Fits a power-law tail to a column: exponent, where it begins, whether it is plausible, and its rivals.",
        examples = {
            "fit tail data/blackouts.csv --column customers",
            "fit tail data/words.csv --column count --times words --discrete true"
        })
public record FitTail(
        @Knob(value = "table with a header line", positional = true, required = true) @Nullable
        Data data,

        @Knob(value = "column of positive numbers", required = true) @Nullable
        String column,

        @Knob("column that says how often each number occurs, for a histogram") @Nullable
        String times,

        @Knob("whether the numbers are counts") boolean discrete,

        @Knob("where the tail begins; searched for if left out") @Nullable
        Double xmin,

        @Knob("where the tail ends; nowhere if left out") @Nullable
        Double xmax,

        @Knob(value = "samples that might have been, for p and errors; 0 for none", min = 0, max = 1_000_000)
        int bootstrap)
        implements Experiment {
    private static final int LARGEST = 100_000_000;

    /// No data and no column yet; continuous, everything searched for, 400 bootstrap samples.
    public FitTail() {
        this(null, null, null, false, null, null, 400);
    }

    @Override
    public List<Problem> check(Lab lab) {
        try {
            Dataset table = lab.open(opened());
            Survey survey = new Survey()
                    .ask(
                            "column",
                            wanted(),
                            discrete ? Survey.Range.COUNT : Survey.Range.POSITIVE,
                            true,
                            discrete ? "leave these rows out, or fit without --discrete" : "leave these rows out");
            if (times != null) {
                survey.ask("times", times, Survey.Range.TIMES, false, "correct these rows, or leave --times out");
            }
            List<Problem> problems = survey.of(table);
            return problems.isEmpty() ? part(table) : problems;
        } catch (Misuse e) {
            return List.of(Problem.of("data", e));
        }
    }

    /// What is wrong with the part of the sample that is asked for.
    private List<Problem> part(Dataset table) {
        try {
            Sample sample = sample(table);
            if (xmin != null || sample.distinct() < 2) {
                tail(sample);
            }
            return List.of();
        } catch (Misuse e) {
            String knob = e.found().contains("x_min") ? "xmin" : e.found().contains("x_max") ? "xmax" : "times";
            return List.of(Problem.of(times == null && knob.equals("times") ? "column" : knob, e));
        }
    }

    private Data opened() {
        if (data == null) {
            throw new Misuse("no data", "a file", "name one: `fit tail data/blackouts.csv --column customers`");
        }
        return data;
    }

    private String wanted() {
        return column == null ? "" : column;
    }

    private Sample sample(Dataset table) {
        double[] values = table.numbers(wanted());
        if (times != null) {
            values = repeated(values, table.numbers(times));
        }
        Sample sample = discrete ? Sample.discrete(values) : Sample.continuous(values);
        return xmax == null ? sample : sample.upTo(xmax);
    }

    private double[] repeated(double[] values, double[] counts) {
        double total = java.util.Arrays.stream(counts).sum();
        if (total > LARGEST) {
            throw new Misuse(
                    "a sample of " + Rounding.number(total) + " numbers", "at most " + LARGEST, "take a part of it");
        }
        double[] all = new double[(int) total];
        int at = 0;
        for (int i = 0; i < counts.length; i++) {
            java.util.Arrays.fill(all, at, at + (int) counts[i], values[i]);
            at += (int) counts[i];
        }
        return all;
    }

    private Tail tail(Sample sample) {
        if (xmin != null && xmin > sample.value(sample.distinct() - 1)) {
            throw new Misuse(
                    "an x_min of " + xmin + " above the largest value " + sample.value(sample.distinct() - 1),
                    "an x_min within the data",
                    "lower it, or leave it out to search for it");
        }
        return xmin == null ? Tail.fit(sample) : Tail.fit(sample, xmin);
    }

    @Override
    public Report run(Lab lab) {
        Refused.unlessEmpty(check(lab));
        lab.progress(0, bootstrap, "looking for the start of the tail");
        Sample sample = sample(lab.open(opened()));
        Tail tail = tail(sample);
        List<Vuong> rivals = xmax == null ? Vuong.all(sample, tail) : List.of();
        Bootstrap samples = new Bootstrap(sample, tail, lab.key());
        TailSpread spread = TailSpread.of(lab, samples, tail, bootstrap);
        return new TailFigures(this, sample, tail, rivals, spread).write(lab.report(this));
    }
}
