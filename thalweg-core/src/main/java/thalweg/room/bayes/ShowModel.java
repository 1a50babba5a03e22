package thalweg.room.bayes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Program;
import thalweg.array.transform.Simplify;
import thalweg.flow.Ending;
import thalweg.stan.StanPosterior;
import thalweg.stan.trace.Model;
import thalweg.stan.trace.Notes;
import thalweg.stan.trace.Settings;
import thalweg.study.Experiment;
import thalweg.study.Figure;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;

/// A Stan program with its data as the array program it becomes: its loops, what was recognised, and its steps.
@Experiment.Named(
        value = "show model",
        says = "Shows the array program that a Stan program becomes, and how each of its loops runs.",
        examples = {"show model garch", "show model ./model.stan --data data.json"})
public record ShowModel(
        @Knob(value = "a Stan program, or a posterior of the catalogue", positional = true)
        String program,

        @Knob("its data: JSON or an R dump") String data,

        @Knob("whether Gaussian likelihoods are written in sufficient statistics")
        boolean sufficient)
        implements Experiment {
    public ShowModel() {
        this("eight-schools", "", true);
    }

    private Knobs.Bound bound() {
        return Knobs.Bound.of(program, data, new Settings(sufficient, false, Double.POSITIVE_INFINITY));
    }

    @Override
    public List<Problem> check(Lab lab) {
        return bound().problems();
    }

    @Override
    public Report run(Lab lab) {
        Knobs.Bound bound = bound();
        Refused.unlessEmpty(bound.problems());
        StanPosterior posterior = bound.posterior().orElseThrow();
        List<List<@Nullable Object>> loops = new ArrayList<>();
        for (Notes.Note note : posterior.notes()) {
            loops.add(List.of((long) note.line(), note.what(), note.how(), note.why()));
        }
        Program simplified = Simplify.forRun(posterior.program());
        List<List<@Nullable Object>> variables = new ArrayList<>();
        for (Model.Variable variable : posterior.variables()) {
            variables.add(List.of(
                    variable.name(),
                    variable.type().toString(),
                    java.util.Arrays.toString(variable.sizes()).replace(" ", ""),
                    variable.part().toString()));
        }
        return lab.report(this)
                .number("free coordinates", posterior.size())
                .number("steps", simplified.steps().size())
                .add(Figure.Table.of("loops", List.of("line", "what", "how", "why"), loops))
                .add(Figure.Table.of("variables", List.of("name", "type", "sizes", "block"), variables))
                .text("program", simplified.toString())
                .ended(new Ending.Converged(
                        "traced into " + Knobs.count(simplified.steps().size(), "step")));
    }
}
