package thalweg.room.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.Dataset;
import thalweg.flow.Ending;
import thalweg.formula.Equation;
import thalweg.formula.Formula;
import thalweg.formula.Function;
import thalweg.room.law.curve.Curve;
import thalweg.room.law.power.Confidence;
import thalweg.study.Data;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Refused;
import thalweg.study.Report;

/// A fitted formula taken from a report and applied to new rows, with errors by its covariance.
final class FormulaApplied {
    private final Report found;
    private final Formula left;
    private final Curve curve;
    private final double[] place;
    private final double[][] covariance;
    private final List<double[]> ranges = new ArrayList<>();

    FormulaApplied(FitFormula asked, Report found) {
        this.found = found;
        String text = asked.formula() == null ? "" : asked.formula();
        boolean equation = text.replaceAll("`[^`]*`", "").contains("=");
        this.left = equation
                ? Equation.parse(text).left()
                : new Formula.Name(asked.target() == null ? "response" : asked.target());
        Formula right = equation ? Equation.parse(text).right() : Formula.parse(text);
        List<String> inputs = new ArrayList<>();
        for (List<@Nullable Object> row : found.table("columns").rows()) {
            inputs.add(String.valueOf(row.get(0)));
            ranges.add(new double[] {number(row.get(1)), number(row.get(2))});
        }
        Map<String, Formula> known = new LinkedHashMap<>();
        asked.fixed().forEach((name, value) -> known.put(name, Formula.number(value)));
        List<String> parameters = new ArrayList<>();
        List<List<@Nullable Object>> rows = found.table("parameters").rows();
        this.place = new double[rows.size()];
        this.covariance = new double[rows.size()][rows.size()];
        for (int j = 0; j < place.length; j++) {
            parameters.add(String.valueOf(rows.get(j).get(0)));
            place[j] = number(rows.get(j).get(1));
            for (int k = 0; k < place.length; k++) {
                covariance[j][k] =
                        number(found.table("covariance").rows().get(j).get(k + 1));
            }
        }
        this.curve = Curve.of(right.with(known), inputs, parameters);
    }

    private static double number(@Nullable Object cell) {
        return cell instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    Report to(Lab lab, Data data) {
        for (int j = 0; j < place.length; j++) {
            if (Double.isNaN(place[j])) {
                throw new Misuse(
                        "a fit that found no " + curve.parameters().get(j),
                        "a fit that ended well",
                        "fit again with a --start");
            }
        }
        Dataset table = lab.open(data);
        Survey survey = new Survey();
        curve.inputs().forEach(name -> survey.ask("data", name, Survey.Range.FINITE, false, "leave these rows out"));
        Refused.unlessEmpty(survey.of(table));
        double[][] x = table.numbers(curve.inputs());
        int n = Math.toIntExact(table.rows());
        double[] value = curve.values(x, n, place);
        double[][] slopes = curve.slopes(x, n, place);
        double reach = reach();
        Formula back = inverse();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        int outside = 0;
        for (int i = 0; i < n; i++) {
            List<@Nullable Object> row = new ArrayList<>();
            boolean out = false;
            for (int k = 0; k < x.length; k++) {
                row.add(x[k][i]);
                out |= x[k][i] < ranges.get(k)[0] || x[k][i] > ranges.get(k)[1];
            }
            outside += out ? 1 : 0;
            double error = Math.sqrt(variance(slopes, i));
            row.add(value[i]);
            row.add(error);
            row.add(value[i] - reach * error);
            row.add(value[i] + reach * error);
            if (back != null) {
                row.add(back.value(Map.of("response", value[i])));
            }
            row.add(out);
            rows.add(row);
        }
        return report(lab, data, rows, outside, back != null);
    }

    private double variance(double[][] slopes, int i) {
        double sum = 0;
        for (int j = 0; j < place.length; j++) {
            for (int k = 0; k < place.length; k++) {
                sum += slopes[j][i] * covariance[j][k] * slopes[k][i];
            }
        }
        return Math.max(0, sum) * (scattered() ? found.number("chi2/dof").value() : 1);
    }

    private boolean weighted() {
        return found.figures().stream().anyMatch(f -> f.name().equals("chi2/dof"));
    }

    private boolean scattered() {
        return weighted() && found.number("p value").value() < FormulaResult.SIGNIFICANT;
    }

    private double reach() {
        double freedom = found.number("degrees of freedom").value();
        return new Confidence(weighted() && !scattered() ? Double.POSITIVE_INFINITY : freedom).quantile(0.95);
    }

    /// The target from the response, where the left side is one function of it; else null.
    private @Nullable Formula inverse() {
        if (!(left instanceof Formula.Apply(Function function, Formula.Name name))) {
            return null;
        }
        String text = switch (function) {
            case LOG -> "exp(response)";
            case LOG10 -> "10^response";
            case LOG2 -> "2^response";
            case LOG1P -> "expm1(response)";
            case EXP -> "log(response)";
            case SQRT -> "response^2";
            case NEGATE -> "-response";
            default -> "";
        };
        return text.isEmpty() || name.name().isEmpty() ? null : Formula.parse(text);
    }

    private Report report(Lab lab, Data data, List<List<@Nullable Object>> rows, int outside, boolean back) {
        List<String> headings = new ArrayList<>(curve.inputs());
        headings.addAll(List.of(left.text(), "standard error", "95 % low", "95 % high"));
        if (back) {
            headings.add(left.names().first());
        }
        headings.add("outside the data");
        Report.Draft draft = lab.report(found.experiment());
        draft.text(
                "verdict",
                rows.size() + " rows of " + data.name() + " predicted by "
                        + found.formula("formula").text()
                        + (outside == 0 ? "." : "; " + outside + " of them outside the data it was fitted to."));
        if (outside > 0) {
            draft.warn(outside + " of " + rows.size()
                    + " rows lie outside the data the formula was fitted to: their errors say nothing about whether"
                    + " it holds there.");
        }
        draft.add(Figure.Table.of("predictions", headings, rows));
        return draft.number("rows", rows.size())
                .number("outside", outside)
                .ended(new Ending.Converged("applied to " + rows.size() + " rows"));
    }
}
