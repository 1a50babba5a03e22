package thalweg.room.bayes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.flow.Ending;
import thalweg.room.bayes.draw.ChainTable;
import thalweg.room.bayes.draw.Chains;
import thalweg.room.bayes.draw.Judgement;
import thalweg.study.Data;
import thalweg.study.Experiment;
import thalweg.study.Knob;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;

/// Whether draws of anybody's sampler are to be believed: R-hat, effective sizes and errors of every quantity.
@Experiment.Named(
        value = "diagnose draws",
        says = "Judges draws of any sampler: do the chains agree, what are they worth, what are their errors.",
        examples = {"diagnose draws data/draws.csv", "diagnose draws data/draws.csv --only mu,tau --pictures mu"})
public record DiagnoseDraws(
        @Knob(
                value = "table with a column for each quantity; columns chain and draw if it has several chains",
                positional = true,
                required = true)
        @Nullable
        Data data,

        @Knob("further files of the same run, as CmdStan writes one a chain")
        List<Data> more,

        @Knob("quantities to judge; all if left out") List<String> only,

        @Knob("quantities to draw pictures of; the three known least if left out")
        List<String> pictures)
        implements Experiment {
    /// No data yet; every quantity is judged.
    public DiagnoseDraws() {
        this(null, List.of(), List.of(), List.of());
    }

    private ChainTable table(Lab lab) {
        if (data == null) {
            throw new Misuse("no draws", "a file", "name one: `diagnose draws draws.csv`");
        }
        return new ChainTable(
                Stream.concat(Stream.of(data), more.stream()).map(lab::open).toList(), only);
    }

    @Override
    public List<Problem> check(Lab lab) {
        List<Problem> problems = new ArrayList<>();
        try {
            Chains chains = table(lab).read();
            for (String picture : pictures) {
                if (!chains.names().contains(picture)) {
                    problems.add(new Problem(
                            "pictures",
                            "no quantity \"" + picture + "\"",
                            "one of " + String.join(", ", chains.names()),
                            "choose one of these"));
                }
            }
        } catch (Misuse e) {
            problems.add(Problem.of(e.found().startsWith("no quantity") ? "only" : "data", e));
        }
        return problems;
    }

    @Override
    public Report run(Lab lab) {
        Refused.unlessEmpty(check(lab));
        ChainTable table = table(lab);
        lab.progress(0, 1, "reading");
        Chains chains = table.read();
        lab.progress(1, 1, "judging");
        DrawFigures figures = new DrawFigures(Judgement.of(chains, lab), pictures);
        Report.Draft draft = lab.report(this);
        draft.text("verdict", figures.verdict());
        table.remarks().forEach(draft::warn);
        figures.add(draft);
        return draft.ended(new Ending.Converged(
                chains.names().size() + (chains.names().size() == 1 ? " quantity" : " quantities") + " judged"));
    }
}
