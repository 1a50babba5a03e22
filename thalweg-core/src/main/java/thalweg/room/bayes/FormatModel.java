package thalweg.room.bayes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import thalweg.array.Misuse;
import thalweg.flow.Ending;
import thalweg.stan.StanProgram;
import thalweg.stan.text.Format;
import thalweg.stan.text.StanText;
import thalweg.stan.text.Trouble;
import thalweg.stan.text.Troubles;
import thalweg.study.Experiment;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;

/// A Stan program in its canonical form, with the syntax that Stan has removed rewritten.
@Experiment.Named(
        value = "format model",
        says = "Writes a Stan program in its canonical form, old syntax in today's.",
        examples = {"format model eight-schools", "format model ./old.stan"})
public record FormatModel(
        @Knob(value = "a Stan program, or a posterior of the catalogue", positional = true)
        String program) implements Experiment {
    public FormatModel() {
        this("eight-schools");
    }

    @Override
    public List<Problem> check(Lab lab) {
        List<Problem> problems = new ArrayList<>();
        try {
            PosteriorSource source = PosteriorSource.of(program, "");
            for (Trouble trouble : StanProgram.check(source.text())) {
                if (!trouble.warning()) {
                    problems.add(new Problem("", trouble.print(source.file(), source.text()), "", ""));
                }
            }
        } catch (Misuse misuse) {
            problems.addAll(Knobs.problems(program, "", misuse));
        }
        return problems;
    }

    @Override
    public Report run(Lab lab) {
        Refused.unlessEmpty(check(lab));
        PosteriorSource source = PosteriorSource.of(program, "");
        Troubles troubles = new Troubles();
        String text = Format.of(StanText.parse(source.text(), troubles));
        int old = (int) troubles.all().stream().filter(Trouble::warning).count();
        String said = old == 0 ? "no old syntax" : Knobs.count(old, "kind") + " of old syntax rewritten";
        return lab.report(this)
                .number("rewritten", old)
                .text("program", text)
                .file("formatted.stan", text.getBytes(StandardCharsets.UTF_8))
                .ended(new Ending.Converged(said));
    }
}
