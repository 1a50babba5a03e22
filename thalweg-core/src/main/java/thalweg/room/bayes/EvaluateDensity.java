package thalweg.room.bayes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.flow.Ending;
import thalweg.landscape.Energy;
import thalweg.stan.StanPosterior;
import thalweg.stan.data.StanData;
import thalweg.stan.trace.Model;
import thalweg.stan.trace.Settings;
import thalweg.study.Experiment;
import thalweg.study.Figure;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;

/// The log density of a Stan program at a point, `log p(x(u), data) + log |dx/du|`, its slope, and the values there.
@Experiment.Named(
        value = "evaluate density",
        says = "Evaluates the log density of a Stan program, its gradient and its parameters at a point.",
        examples = {
            "evaluate density eight-schools",
            "evaluate density ./model.stan --data data.json --at u.json --constants drop"
        })
public record EvaluateDensity(
        @Knob(value = "a Stan program, or a posterior of the catalogue", positional = true)
        String program,

        @Knob("its data: JSON or an R dump") String data,

        @Knob("the point: numbers between commas, or a JSON file with \"u\", or with all parameters; empty for zeros")
        String at,

        @Knob(
                value = "whether sampling statements keep terms without parameters",
                choices = {"keep", "drop"})
        String constants,

        @Knob(
                value = "the map onto simplices: log-ratio (Stan from 2.37 on) or sticks",
                choices = {"log-ratio", "sticks"})
        String simplex,

        @Knob(value = "tolerance of differential equations where it is tighter than the program's", min = 1e-14)
        double odeTolerance,

        @Knob("whether Gaussian likelihoods are written in sufficient statistics")
        boolean sufficient)
        implements Experiment {
    public EvaluateDensity() {
        this("eight-schools", "", "", "keep", "log-ratio", 1, true);
    }

    private Knobs.Bound bound() {
        return Knobs.Bound.of(program, data, new Settings(sufficient, simplex.equals("sticks"), odeTolerance));
    }

    @Override
    public List<Problem> check(Lab lab) {
        Knobs.Bound bound = bound();
        if (bound.posterior().isEmpty()) {
            return bound.problems();
        }
        try {
            point(bound.posterior().get());
            return List.of();
        } catch (Misuse misuse) {
            return List.of(Problem.of("at", misuse));
        }
    }

    private double[] point(StanPosterior posterior) {
        int n = posterior.size();
        double[] u = new double[n];
        if (at.isBlank()) {
            return u;
        }
        if (at.endsWith(".json") || at.endsWith(".R")) {
            StanData given = StanData.read(Path.of(at));
            for (String name : List.of("u", "unconstrained")) {
                StanData.Entry entry = given.get(name);
                if (entry != null) {
                    return sized(entry.numbers(), n);
                }
            }
            return posterior.unconstrain(given);
        }
        String[] words = at.split(",", -1);
        double[] numbers = new double[words.length];
        for (int i = 0; i < numbers.length; i++) {
            try {
                numbers[i] = Double.parseDouble(words[i].strip());
            } catch (NumberFormatException e) {
                throw new Misuse("\"" + words[i] + "\"", "numbers between commas, or a file", "correct it");
            }
        }
        return sized(numbers, n);
    }

    private static double[] sized(double[] u, int n) {
        if (u.length != n) {
            throw new Misuse("a point of " + u.length + " numbers", n + " free coordinates", "give one a coordinate");
        }
        return u;
    }

    @Override
    public Report run(Lab lab) {
        Refused.unlessEmpty(check(lab));
        StanPosterior posterior = bound().posterior().orElseThrow();
        double[] u = point(posterior);
        boolean keep = constants.equals("keep");
        List<Tensor> both = keep ? posterior.logDensity(Tensor.vector(u)) : posterior.dropped(Tensor.vector(u));
        Energy<Tensor> energy = keep ? posterior.complete() : posterior;
        double[] slope = new double[u.length];
        double value = u.length == 0
                ? -both.get(0).value()
                : energy.flat(Tensor.vector(u)).at(u, slope);
        List<List<@Nullable Object>> gradient = new ArrayList<>();
        for (int i = 0; i < u.length; i++) {
            gradient.add(List.of(i + 1L, u[i], -slope[i]));
        }
        Report.Draft draft = lab.report(this)
                .number("log density", both.get(0).value())
                .number("log jacobian", both.get(1).value())
                .number("log density of free coordinates", -value)
                .add(Figure.Table.of("gradient", List.of("coordinate", "u", "slope"), gradient));
        Ending ending = new Ending.Converged("log density " + both.get(0).value());
        try {
            draft.add(values(posterior, u));
        } catch (Model.Rejected rejected) {
            draft.warn(String.valueOf(rejected.getMessage()));
        }
        return draft.ended(ending);
    }

    private static Figure.Table values(StanPosterior posterior, double[] u) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        double[] values = posterior.constrain(u);
        List<String> names = posterior.names(false);
        for (int i = 0; i < values.length; i++) {
            rows.add(Arrays.asList(names.get(i), values[i]));
        }
        return Figure.Table.of("values", List.of("name", "value"), rows);
    }
}
