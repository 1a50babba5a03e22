package thalweg.room.bayes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.measure.Ess;
import thalweg.measure.Estimate;
import thalweg.measure.Outcome;
import thalweg.measure.Summary;
import thalweg.room.bayes.draw.Judgement;
import thalweg.study.Figure;
import thalweg.study.Report;
import thalweg.study.Rounding;

/// Writes judged draws into a report: tables, numbers, warnings and pictures.
///
/// @param shown quantities to draw pictures of; the three worst if empty
record DrawFigures(Judgement judged, List<String> shown) {
    private static final int PICTURED = 3;

    /// Adds everything but the verdict, which a caller writes above it.
    void add(Report.Draft draft) {
        judged.warnings().forEach(draft::warn);
        draft.add(parameters());
        long divergences = judged.chains().divergences();
        if (divergences >= 0) {
            draft.number("divergences", (double) divergences);
        }
        draft.number("max rhat", judged.greatestRhat());
        draft.number("min ess bulk", judged.leastBulk()).number("min ess tail", judged.leastTail());
        List<Outcome> bfmi = judged.bfmi();
        if (!bfmi.isEmpty()) {
            draft.number(
                    "min e-bfmi",
                    bfmi.stream().mapToDouble(Outcome::value).min().orElse(Double.NaN));
        }
        draft.number("chains", judged.chains().count());
        draft.number("draws", (double) judged.chains().count() * judged.chains().length());
        draft.add(diagnostics());
        new DrawPictures(judged).of(pictured()).forEach(draft::add);
    }

    private List<Judgement.Row> pictured() {
        return shown.isEmpty()
                ? judged.worst().stream().limit(PICTURED).toList()
                : judged.rows().stream()
                        .filter(row ->
                                shown.contains(row.name()) && row.draws().flaw().isEmpty())
                        .toList();
    }

    /// One sentence: whether to believe the draws.
    String verdict() {
        int chains = judged.chains().count();
        String size = judged.rows().size() + (judged.rows().size() == 1 ? " quantity" : " quantities") + ", " + chains
                + (chains == 1 ? " chain" : " chains") + " of "
                + judged.chains().length() + " draws: ";
        int warnings = judged.warnings().size();
        return size
                + (warnings == 0
                        ? "the chains agree (R-hat at most " + Rounding.number(judged.greatestRhat(), 5)
                                + ") and are worth at least "
                                + Rounding.number(Math.rint(Math.min(judged.leastBulk(), judged.leastTail())))
                                + " independent draws of any quantity."
                        : warnings + (warnings == 1 ? " warning" : " warnings") + " to read before they are used.");
    }

    private Figure.Table parameters() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Judgement.Row row : judged.rows()) {
            Summary s = row.summary();
            rows.add(List.of(
                    row.name(),
                    s.mean().value(),
                    s.mean().error(),
                    s.sd().value(),
                    s.q5().value(),
                    s.median().value(),
                    s.q95().value(),
                    s.ess().bulk().value(),
                    s.ess().tail().value(),
                    s.rhat().value().value()));
        }
        return Figure.Table.of(
                "parameters",
                List.of("name", "mean", "mcse", "sd", "q5", "q50", "q95", "ess_bulk", "ess_tail", "rhat"),
                rows);
    }

    /// Every diagnostic there is, under the names of R's posterior.
    private Figure.Table diagnostics() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Judgement.Row row : judged.rows()) {
            Summary s = row.summary();
            Ess ess = s.ess();
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(row.name());
            cells.add(s.rhat().value().value());
            cells.add(s.rhat().basic().value());
            cells.add(s.rhat().split().value());
            for (Outcome size : List.of(ess.bulk(), ess.tail(), ess.mean(), ess.sd(), ess.median())) {
                cells.add(size.value());
            }
            cells.add(Ess.basic(row.draws()).value());
            cells.add(Ess.quantile(row.draws(), 0.05).value());
            cells.add(Ess.quantile(row.draws(), 0.95).value());
            for (Estimate estimate : List.of(s.mean(), s.sd(), s.median(), s.q5())) {
                cells.add(estimate.error());
            }
            cells.add(s.mean().value());
            cells.add(s.sd().value());
            rows.add(cells);
        }
        return Figure.Table.of(
                "diagnostics",
                List.of(
                        "name",
                        "rhat",
                        "rhat_basic_nosplit",
                        "rhat_basic_split",
                        "ess_bulk",
                        "ess_tail",
                        "ess_mean",
                        "ess_sd",
                        "ess_median",
                        "ess_basic_nosplit",
                        "ess_q05",
                        "ess_q95",
                        "mcse_mean",
                        "mcse_sd",
                        "mcse_median",
                        "mcse_q05",
                        "mean",
                        "sd"),
                rows);
    }
}
