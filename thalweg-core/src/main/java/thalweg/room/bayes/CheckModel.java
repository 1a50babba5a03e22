package thalweg.room.bayes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.flow.Ending;
import thalweg.stan.StanProgram;
import thalweg.stan.data.StanData;
import thalweg.stan.text.Trouble;
import thalweg.stan.trace.Model;
import thalweg.study.Experiment;
import thalweg.study.Figure;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;

/// A Stan program held against the rules of the language, and against data: everything that is wrong, each with its
/// place.
@Experiment.Named(
        value = "check model",
        says = "Reads a Stan program and says everything that is wrong or suspicious, with line and column.",
        examples = {"check model eight-schools", "check model ./model.stan --data data.json"})
public record CheckModel(
        @Knob(value = "a Stan program, or a posterior of the catalogue", positional = true)
        String program,

        @Knob("its data: JSON or an R dump") String data,

        @Knob("whether to list warnings") boolean warnings)
        implements Experiment {
    public CheckModel() {
        this("eight-schools", "", true);
    }

    @Override
    public List<Problem> check(Lab lab) {
        List<Problem> problems = new ArrayList<>();
        try {
            PosteriorSource source = PosteriorSource.of(program, data);
            for (Trouble trouble : StanProgram.check(source.text())) {
                if (!trouble.warning()) {
                    problems.add(new Problem("", trouble.print(source.file(), source.text()), "", ""));
                }
            }
            if (problems.isEmpty() && source.data() != StanData.NONE) {
                StanProgram.of(source.file(), source.text()).with(source.data());
            }
        } catch (Misuse misuse) {
            problems.addAll(Knobs.problems(program, data, misuse));
        } catch (Model.Rejected rejected) {
            problems.add(new Problem(
                    "data", String.valueOf(rejected.getMessage()), "data the program accepts", "correct it"));
        }
        return problems;
    }

    @Override
    public Report run(Lab lab) {
        Refused.unlessEmpty(check(lab));
        PosteriorSource source = PosteriorSource.of(program, data);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<Trouble> troubles = StanProgram.check(source.text());
        for (Trouble trouble : troubles) {
            if (warnings) {
                rows.add(List.of(
                        (long) trouble.at().line(), (long) trouble.at().column(), "warning", trouble.message()));
            }
        }
        String found =
                troubles.isEmpty() ? "no error, no warning" : "no error, " + Knobs.count(troubles.size(), "warning");
        return lab.report(this)
                .number("errors", 0)
                .number("warnings", troubles.size())
                .add(Figure.Table.of("problems", List.of("line", "column", "kind", "message"), rows))
                .text("verdict", source.file() + ": " + found + ".")
                .ended(new Ending.Converged(found));
    }
}
