package thalweg.room.law;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.Dataset;
import thalweg.flow.Ending;
import thalweg.room.law.power.Confidence;
import thalweg.study.Data;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Problem;
import thalweg.study.Refused;
import thalweg.study.Report;

/// A power law taken from a report and applied to new rows: `ln y = ln A + sum n_k ln x_k`, with errors by its
/// covariance.
final class PowerApplied {
    private final Report found;
    private final Figure.Table model;

    PowerApplied(Report found, String what) {
        this.found = found;
        this.model = found.table("model");
        for (List<@Nullable Object> row : model.rows()) {
            if (Double.isNaN(number(row.get(1)))) {
                throw new Misuse(
                        "a " + what + " whose exponent of " + row.get(0) + " the data did not determine",
                        "a law with all exponents",
                        "fit it again with fewer --inputs");
            }
        }
    }

    private static double number(@Nullable Object cell) {
        return cell instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    Report to(Lab lab, Data data, Dataset table) {
        int size = model.rows().size();
        List<String> inputs = new ArrayList<>();
        Survey survey = new Survey();
        for (int k = 1; k < size; k++) {
            inputs.add(String.valueOf(model.rows().get(k).get(0)));
            survey.ask("data", inputs.getLast(), Survey.Range.POSITIVE, false, "leave these rows out");
        }
        Refused.unlessEmpty(survey.of(table));
        Refused.unlessEmpty(units(table));
        double[][] x = table.numbers(inputs);
        double reach = reach();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        int outside = 0;
        for (int i = 0; i < table.rows(); i++) {
            double[] at = new double[size];
            at[0] = 1;
            boolean out = false;
            List<@Nullable Object> row = new ArrayList<>();
            for (int k = 1; k < size; k++) {
                double value = x[k - 1][i];
                at[k] = StrictMath.log(value);
                out |= value < number(model.rows().get(k).get(2))
                        || value > number(model.rows().get(k).get(3));
                row.add(value);
            }
            outside += out ? 1 : 0;
            double error = Math.sqrt(variance(at)) * scale();
            double log = height(at);
            row.add(StrictMath.exp(log));
            row.add(StrictMath.exp(log) * error);
            row.add(StrictMath.exp(log - reach * error));
            row.add(StrictMath.exp(log + reach * error));
            row.add(out);
            rows.add(row);
        }
        return report(lab, data, inputs, rows, outside);
    }

    /// Columns that say another unit than the law was found in.
    private List<Problem> units(Dataset table) {
        List<Problem> problems = new ArrayList<>();
        for (List<@Nullable Object> row : model.rows().subList(1, model.rows().size())) {
            String name = String.valueOf(row.getFirst());
            String own = String.valueOf(row.getLast());
            String given = table.column(name).unitText();
            if (!own.isEmpty() && !given.isEmpty() && !PowerUnits.same(own, given)) {
                problems.add(new Problem(
                        "data",
                        "column \"" + name + "\" in " + given,
                        "the unit the law was found in, " + own,
                        "convert the column"));
            }
        }
        return problems;
    }

    private double height(double[] at) {
        double sum = 0;
        for (int k = 0; k < at.length; k++) {
            sum += number(model.rows().get(k).get(1)) * at[k];
        }
        return sum;
    }

    private double variance(double[] at) {
        double sum = 0;
        for (int j = 0; j < at.length; j++) {
            for (int k = 0; k < at.length; k++) {
                sum += at[j] * number(model.rows().get(j).get(4 + k)) * at[k];
            }
        }
        return Math.max(0, sum);
    }

    private boolean weighted() {
        return found.figures().stream().anyMatch(f -> f.name().equals("chi2"));
    }

    private boolean stretched() {
        return weighted() && found.number("p").value() <= 0.01;
    }

    private double scale() {
        return stretched() ? found.number("scatter").value() : 1;
    }

    private double reach() {
        double freedom = found.number("degrees of freedom").value();
        return new Confidence(weighted() && !stretched() ? Double.POSITIVE_INFINITY : freedom).quantile(0.95);
    }

    private Report report(Lab lab, Data data, List<String> inputs, List<List<@Nullable Object>> rows, int outside) {
        String target = found.formula("law").text();
        target = target.substring(0, target.indexOf(" = "));
        List<String> headings = new ArrayList<>(inputs);
        headings.addAll(List.of(target, "standard error", "95 % low", "95 % high", "outside the data"));
        Report.Draft draft = lab.report(found.experiment());
        draft.text(
                "verdict",
                rows.size() + " rows of " + data.name() + " predicted by "
                        + found.formula("law").text()
                        + (outside == 0 ? "." : "; " + outside + " of them outside the data the law was found in."));
        if (outside > 0) {
            draft.warn(outside + " of " + rows.size()
                    + " rows lie outside the data the law was found in: their errors say nothing about whether"
                    + " it holds there.");
        }
        draft.add(Figure.Table.of("predictions", headings, rows));
        return draft.number("rows", rows.size())
                .number("outside", outside)
                .ended(new Ending.Converged("applied to " + rows.size() + " rows"));
    }
}
