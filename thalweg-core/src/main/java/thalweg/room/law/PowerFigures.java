package thalweg.room.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.flow.Ending;
import thalweg.room.law.power.Exponent;
import thalweg.room.law.power.Goodness;
import thalweg.room.law.power.PowerLaw;
import thalweg.room.law.power.Prefactor;
import thalweg.room.law.unit.BalancedLaw;
import thalweg.study.Figure;
import thalweg.study.Report;

/// Writes a fitted power law into a report.
final class PowerFigures {
    private final PowerQuestion.Answer answer;
    private final PowerLaw law;
    private final Report.Draft draft;

    PowerFigures(PowerQuestion.Answer answer, Report.Draft draft) {
        this.answer = answer;
        this.law = answer.law();
        this.draft = draft;
    }

    /// All figures, the sentences first.
    ///
    /// @param onward what to add to the verdict where the law does not explain the data
    Report write(String onward) {
        PowerPictures pictures = new PowerPictures(answer);
        String verdict = new PowerVerdict(law, pictures.deviation()).text();
        draft.text("verdict", law.goodness().explains() || onward.isEmpty() ? verdict : verdict + " " + onward);
        answer.warnings().forEach(draft::warn);
        draft.add(PowerText.formula(answer));
        numbers();
        pictures.figures().forEach(draft::add);
        draft.add(exponents());
        if (!answer.variables().isEmpty()) {
            new UnitFigures(answer.variables()).groups().ifPresent(draft::add);
        }
        if (law instanceof BalancedLaw balanced && !balanced.powers().isEmpty()) {
            draft.add(UnitFigures.powers(balanced));
        }
        model();
        if (!answer.table().notes().isEmpty()) {
            draft.text("about the data", String.join("\n", answer.table().notes()));
        }
        return draft.ended(new Ending.Converged("fitted to " + law.rows() + " rows by "
                + (law.weighted()
                        ? "greatest likelihood with errors in "
                                + String.join(", ", answer.errors().keySet())
                        : "least squares in logarithms")));
    }

    private void numbers() {
        for (Exponent e : law.exponents()) {
            String kind = e.exact() ? "exact" : "standard";
            draft.add(new Figure.Quantity("exponent " + e.input(), e.value(), e.error(), kind, "", null));
        }
        Prefactor prefactor = law.prefactor();
        draft.add(Figure.Quantity.of("prefactor", prefactor.value(), prefactor.error())
                .in(PowerText.prefactorUnit(answer)));
        if (law.columnPrefactor().log() != prefactor.log()) {
            Prefactor columns = law.columnPrefactor();
            draft.add(Figure.Quantity.of("prefactor for the columns", columns.value(), columns.error()));
        }
        draft.number("prefactor low", prefactor.low()).number("prefactor high", prefactor.high());
        draft.number("scatter", law.scatter());
        draft.number("degrees of freedom", (double) law.degreesOfFreedom());
        switch (law.goodness()) {
            case Goodness.ChiSquare chi ->
                draft.number("chi2", chi.chi2())
                        .number("chi2/dof", chi.reduced())
                        .number("p", chi.p());
            case Goodness.Curvature bend -> draft.number("F", bend.f()).number("p", bend.p());
            case Goodness.Restriction freer -> draft.number("F", freer.f()).number("p", freer.p());
            case Goodness.Untested untested -> {}
        }
    }

    private Figure.Table exponents() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Exponent e : law.exponents()) {
            rows.add(Arrays.asList(
                    e.input(),
                    e.value(),
                    e.error(),
                    Double.isNaN(e.scaled()) ? null : (Object) e.scaled(),
                    e.low(),
                    e.high(),
                    e.determined() ? e.ratio().toString() : null,
                    e.determined() ? (Object) e.ratio().distance() : null,
                    e.determined() && e.ratio().consistent()));
        }
        return Figure.Table.of(
                "exponents",
                List.of(
                        "input",
                        "exponent",
                        "standard error",
                        "scaled error",
                        "95 % low",
                        "95 % high",
                        "nearest fraction",
                        "distance [standard errors]",
                        "consistent"),
                rows);
    }

    /// What `apply` needs: coefficients of the logarithms with their covariance, and where the data lie.
    private void model() {
        int size = law.inputs().size() + 1;
        double[] covariance = law.covariance();
        List<String> headings = new ArrayList<>(List.of("term", "coefficient", "low", "high"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            headings.add("covariance " + (k + 1));
            List<@Nullable Object> row = new ArrayList<>();
            row.add(k == 0 ? "ln A" : law.inputs().get(k - 1));
            row.add(
                    k == 0
                            ? law.columnPrefactor().log()
                            : law.exponents().get(k - 1).value());
            row.add(k == 0 ? null : (Object) law.low(k - 1));
            row.add(k == 0 ? null : (Object) law.high(k - 1));
            for (int j = 0; j < size; j++) {
                row.add(covariance[k * size + j]);
            }
            row.add(
                    k == 0
                            ? null
                            : answer.table().column(law.inputs().get(k - 1)).unitText());
            rows.add(row);
        }
        headings.add("unit");
        draft.add(Figure.Table.of("model", headings, rows));
        if (!law.combinations().isEmpty()) {
            draft.add(Figure.Table.of(
                    "determined combinations",
                    List.of("combination", "value", "standard error"),
                    law.combinations().stream()
                            .map(c -> Arrays.<@Nullable Object>asList(c.text(), c.value(), c.error()))
                            .toList()));
        }
    }
}
