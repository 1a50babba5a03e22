package thalweg.room.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.Column;
import thalweg.data.Dataset;
import thalweg.formula.Plan;
import thalweg.room.law.curve.Curve;
import thalweg.room.law.curve.CurveFit;
import thalweg.room.law.curve.Rows;
import thalweg.study.Data;
import thalweg.study.Lab;
import thalweg.study.Problem;

/// What is asked of a table when a given formula is fitted to it. `NAME_error` is the column of the errors of NAME.
final class FormulaQuestion {
    private static final String ERROR = "_error";
    private static final long MOST = 50_000_000;

    private final FitFormula asked;
    private final Lab lab;

    FormulaQuestion(FitFormula asked, Lab lab) {
        this.asked = asked;
        this.lab = lab;
    }

    /// The fit, and what it was fitted to.
    ///
    /// @param sigma where the errors are from, empty where none are given
    record Answer(Dataset table, FormulaModel model, CurveFit fit, String sigma) {}

    /// Fits; the question has no problems.
    Answer answer() {
        Dataset table = table();
        FormulaModel model = model(table);
        FormulaKnobs knobs = new FormulaKnobs(asked, model);
        String sigma = sigma(model, table);
        Rows rows = rows(model, table, sigma);
        CurveFit fit = CurveFit.of(lab, model.curve(), rows, knobs.start(), knobs.box(), asked.tries());
        return new Answer(table, model, fit, sigma);
    }

    /// Every problem, as far as the ones before it let it be seen.
    List<Problem> problems() {
        Dataset table;
        try {
            table = table();
        } catch (Misuse e) {
            return List.of(Problem.of("data", e));
        }
        FormulaModel model;
        try {
            model = model(table);
        } catch (Misuse e) {
            return List.of(Problem.of("formula", e));
        }
        List<Problem> problems = new ArrayList<>();
        names(model, table, problems);
        problems.addAll(new FormulaKnobs(asked, model).problems());
        String sigma = "";
        try {
            sigma = sigma(model, table);
        } catch (Misuse e) {
            problems.add(Problem.of("sigma", e));
        }
        size(model, table, problems);
        Survey survey = new Survey();
        model.columns().forEach(name -> survey.ask("data", name, Survey.Range.FINITE, false, "leave these rows out"));
        if (table.find(sigma).isPresent()) {
            survey.ask("sigma", sigma, Survey.Range.ERROR, false, "correct the errors, or leave --sigma out");
        }
        problems.addAll(survey.of(table));
        if (problems.isEmpty()) {
            values(model, rows(model, table, sigma), problems);
        }
        return problems;
    }

    private Dataset table() {
        Data data = asked.data();
        if (data == null) {
            throw new Misuse("no data", "a file", "name one: `fit formula data/decay.csv --formula ...`");
        }
        return lab.open(data);
    }

    private FormulaModel model(Dataset table) {
        String text = asked.formula() == null ? "" : asked.formula();
        return FormulaModel.of(text, asked.target(), asked.fixed(), table);
    }

    private static void names(FormulaModel model, Dataset table, List<Problem> problems) {
        if (model.inputs().isEmpty()) {
            List<String> columns = table.numeric().stream().map(Column::name).toList();
            problems.add(new Problem(
                    "formula",
                    "no column in " + model.written(),
                    "one or more of the columns " + String.join(", ", columns),
                    "write columns as they are called"));
        }
        if (model.parameters().isEmpty()) {
            problems.add(new Problem(
                    "formula",
                    "no parameter to find in " + model.right(),
                    "a name that is no column where a number is to be found",
                    "write one, for example a*(" + model.right() + ")"));
        }
    }

    private static void size(FormulaModel model, Dataset table, List<Problem> problems) {
        int n = model.parameters().size();
        String found = table.rows() + (table.rows() == 1 ? " row and " : " rows and ") + n
                + (n == 1 ? " parameter" : " parameters") + " (" + String.join(", ", model.parameters()) + ")";
        if (table.rows() <= n) {
            problems.add(new Problem(
                    "data",
                    found,
                    "at least " + (n + 1) + " rows, one more than there are parameters",
                    "add rows, or give parameters with --fixed"));
        }
        if (table.rows() * n > MOST) {
            problems.add(new Problem(
                    "data", found, "at most " + MOST + " rows times parameters", "take a part of the rows"));
        }
    }

    /// The column or the number of the target's errors, empty if none are asked for.
    private String sigma(FormulaModel model, Dataset table) {
        String all = asked.sigma().getOrDefault("*", "");
        String own = asked.sigma().getOrDefault(model.target(), all);
        for (String name : asked.sigma().keySet()) {
            if (!name.equals("*") && !name.equals(model.target())) {
                throw new Misuse(
                        "errors of " + name,
                        "errors of the target " + model.target() + " alone",
                        "leave them out; `fit power` takes errors of inputs");
            }
        }
        String column = own.equals("auto") ? model.target() + ERROR : own;
        Double number = number(column);
        if (column.isEmpty() || number != null && number > 0 && number < Double.POSITIVE_INFINITY) {
            return column;
        }
        if (number != null) {
            throw new Misuse("a standard error of " + column, "a number above zero", "correct it");
        }
        table.number(column);
        return column;
    }

    private static @Nullable Double number(String text) {
        try {
            return text.matches("[-+]?[.0-9].*") ? Double.valueOf(text) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Rows rows(FormulaModel model, Dataset table, String sigma) {
        int n = Math.toIntExact(table.rows());
        double[][] response = new double[2][n];
        double[][] columns = table.numbers(model.responses());
        Plan.of(List.of(model.left(), model.left().derivative(model.target())), model.responses(), List.of())
                .on(columns, n, new double[0], response);
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        if (!sigma.isEmpty()) {
            Double number = number(sigma);
            double[] errors = number == null ? table.numbers(sigma) : new double[0];
            for (int i = 0; i < n; i++) {
                weights[i] = 1 / ((number == null ? errors[i] : number) * Math.abs(response[1][i]));
            }
        }
        return new Rows(table.numbers(model.inputs()), response[0], weights);
    }

    /// Problems that only the numbers show.
    private void values(FormulaModel model, Rows rows, List<Problem> problems) {
        for (int i = 0; i < rows.count(); i++) {
            if (!Double.isFinite(rows.target()[i]) || !Double.isFinite(rows.weights()[i])) {
                problems.add(new Problem(
                        "formula",
                        model.left() + " is " + (Double.isFinite(rows.target()[i]) ? "flat" : rows.target()[i])
                                + " in row " + (i + 1),
                        "a left side that is finite in every row",
                        "leave these rows out"));
                return;
            }
        }
        Curve curve = model.curve();
        FormulaStart start = new FormulaStart(curve, rows, new FormulaKnobs(asked, model));
        problems.addAll(start.problems());
    }

    /// The column of the target's errors, where it stands in the table and was not asked for; else empty.
    static String unused(Answer answer) {
        String column = answer.model().target() + ERROR;
        boolean there = answer.table().find(column).isPresent();
        return answer.sigma().isEmpty() && there && !answer.model().inputs().contains(column) ? column : "";
    }

    /// What may not have been meant: parameters that are columns but for upper and lower case.
    static List<String> doubts(Answer answer) {
        List<String> doubts = new ArrayList<>();
        for (Column column : answer.table().columns()) {
            String name = column.name();
            for (String parameter : answer.model().parameters()) {
                if (name.equalsIgnoreCase(parameter)) {
                    doubts.add(
                            parameter + " was taken for a parameter; the column " + name + " is written differently.");
                }
            }
        }
        return doubts;
    }
}
