package thalweg.room.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.flow.Ending;
import thalweg.formula.Formula;
import thalweg.room.law.curve.CurveFit;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Report;

/// Writes a fitted formula into a report.
final class FormulaFigures {
    private final FormulaQuestion.Answer answer;
    private final FormulaResult result;
    private final CurveFit fit;
    private final Lab lab;

    FormulaFigures(FormulaQuestion.Answer answer, Lab lab) {
        this.answer = answer;
        this.result = new FormulaResult(answer);
        this.fit = answer.fit();
        this.lab = lab;
    }

    /// All figures, the sentences first.
    Report write(Report.Draft draft) {
        FormulaVerdict verdict = new FormulaVerdict(result);
        draft.text("verdict", verdict.text());
        warnings(draft, verdict);
        if (result.stands()) {
            draft.add(formula());
        }
        for (int j = 0; j < result.parameters().size(); j++) {
            String name = result.parameters().get(j);
            double error = result.error(j);
            draft.add(
                    Double.isNaN(error)
                            ? Figure.Quantity.of(name, fit.place()[j])
                            : Figure.Quantity.of(name, fit.place()[j], error));
        }
        if (result.stands()) {
            numbers(draft);
            new FormulaPictures(result).figures().forEach(draft::add);
        }
        if (!verdict.start().isEmpty()) {
            draft.text("about the start", verdict.start());
        }
        draft.add(parameters());
        draft.add(covariance());
        draft.add(columns());
        return draft.ended(ending());
    }

    private Ending ending() {
        if (lab.stopping()) {
            return new Ending.Stopped(lab.reason());
        }
        return fit.ending() instanceof Ending.Converged
                ? new Ending.Converged("fitted to " + fit.rows().count() + " rows by "
                        + (result.weighted() ? "weighted least squares" : "least squares"))
                : fit.ending();
    }

    private void warnings(Report.Draft draft, FormulaVerdict verdict) {
        String unused = FormulaQuestion.unused(answer);
        if (!unused.isEmpty()) {
            draft.warn("The errors in " + unused + " were not used; --sigma auto uses them.");
        }
        FormulaQuestion.doubts(answer).forEach(draft::warn);
        verdict.warnings().forEach(draft::warn);
    }

    private Figure.Formula formula() {
        Formula exact = result.exact();
        String left = answer.model().left().text();
        List<Figure.Quantity> constants = new ArrayList<>();
        for (int j = 0; j < result.parameters().size(); j++) {
            constants.add(Figure.Quantity.of(result.parameters().get(j), fit.place()[j], result.error(j)));
        }
        return new Figure.Formula(
                "formula",
                left + " = " + result.rounded().text(),
                answer.model().left().latex() + " = " + result.rounded().latex(),
                exact.sympy(),
                exact.java(),
                constants);
    }

    private void numbers(Report.Draft draft) {
        String unit = answer.model().left() instanceof Formula.Name
                ? answer.table().column(answer.model().target()).unitText()
                : "";
        if (result.weighted()) {
            draft.number("chi2", fit.sum()).number("chi2/dof", fit.reduced()).number("p value", result.p());
        }
        draft.number("R2", result.explained());
        draft.number("RSS", result.squares());
        draft.add(Figure.Quantity.of("residual sd", result.deviation()).in(unit));
        draft.number("degrees of freedom", fit.degreesOfFreedom());
    }

    private Figure.Table parameters() {
        double reach = fit.degreesOfFreedom() > 0 ? result.confidence().quantile(0.95) : Double.NaN;
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int j = 0; j < result.parameters().size(); j++) {
            double value = fit.place()[j];
            double error = result.error(j);
            List<@Nullable Object> row =
                    new ArrayList<>(Arrays.asList(result.parameters().get(j), value, error));
            if (result.scattered()) {
                row.add(result.scaled(j));
            }
            row.add(value - reach * error);
            row.add(value + reach * error);
            row.add(fit.held()[j] ? "on its bound" : fit.determined(j) ? "" : "not determined");
            rows.add(row);
        }
        List<String> headings = new ArrayList<>(List.of("parameter", "value", "standard error"));
        if (result.scattered()) {
            headings.add("scaled error");
        }
        headings.addAll(List.of("95 % low", "95 % high", "state"));
        return Figure.Table.of("parameters", headings, rows);
    }

    private Figure.Table covariance() {
        int n = result.parameters().size();
        List<String> headings = new ArrayList<>(List.of("parameter"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            headings.add("covariance with " + result.parameters().get(j));
            List<@Nullable Object> row = new ArrayList<>();
            row.add(result.parameters().get(j));
            for (int k = 0; k < n; k++) {
                row.add(result.variance() * fit.covariance()[j * n + k]);
            }
            rows.add(row);
        }
        return Figure.Table.of("covariance", headings, rows);
    }

    /// Where the data lie.
    private Figure.Table columns() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int k = 0; k < answer.model().inputs().size(); k++) {
            double[] column = fit.rows().inputs()[k];
            rows.add(Arrays.asList(
                    answer.model().inputs().get(k),
                    Arrays.stream(column).min().orElse(Double.NaN),
                    Arrays.stream(column).max().orElse(Double.NaN)));
        }
        return Figure.Table.of("columns", List.of("column", "low", "high"), rows);
    }
}
