package thalweg.room.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.Column;
import thalweg.data.Dataset;
import thalweg.data.Nearest;
import thalweg.room.law.power.Loss;
import thalweg.room.law.power.PowerLaw;
import thalweg.room.law.unit.Balance;
import thalweg.room.law.unit.BalancedLaw;
import thalweg.room.law.unit.Variable;
import thalweg.study.Data;
import thalweg.study.Lab;
import thalweg.study.Problem;

/// What is asked of a table when a power law is sought in it.
///
/// `NAME_error` is the column of the standard errors of NAME and never an input.
///
/// @param inputs empty for all numeric columns but the target and errors
/// @param sigma column to its error column, or to `auto` for NAME_error; `*` stands for every column
/// @param robust null for least squares
record PowerQuestion(
        @Nullable Data data,
        @Nullable String target,
        List<String> inputs,
        Map<String, String> sigma,
        @Nullable Loss robust,
        Map<String, Double> offset,
        boolean absolute,
        PowerUnits units) {
    private static final String ERROR = "_error";

    private Dataset table(Lab lab) {
        if (data == null) {
            throw new Misuse("no data", "a file", "name one: `fit power data/planets.csv --target period`");
        }
        return Shifted.of(lab.open(data), offset, absolute, units.told());
    }

    private String wanted() {
        return target == null ? "" : target;
    }

    /// Every problem that the data show.
    List<Problem> check(Lab lab) {
        Dataset table;
        try {
            table = table(lab);
        } catch (Misuse e) {
            return List.of(Problem.of("data", e));
        }
        List<Problem> problems = names(table);
        if (!problems.isEmpty()) {
            return problems;
        }
        List<String> factors = factors(table);
        Map<String, String> errors = errors(table, factors);
        String todo = "leave these rows out, or use `fit power` with --abs or --offset";
        Survey survey = new Survey().ask("target", wanted(), Survey.Range.POSITIVE, table.rows() > 1, todo);
        factors.forEach(input -> survey.ask("inputs", input, Survey.Range.POSITIVE, table.rows() > 1, todo));
        errors.values()
                .forEach(error -> survey.ask(
                        "sigma", error, Survey.Range.ERROR, false, "correct the errors, or leave --sigma out"));
        if (table.rows() < factors.size() + 2) {
            problems.add(new Problem(
                    "data",
                    table.rows() + (table.rows() == 1 ? " row" : " rows") + " for " + factors.size()
                            + (factors.size() == 1 ? " input" : " inputs"),
                    "at least " + (factors.size() + 2) + ", one more than there are numbers to find",
                    "add rows, or choose fewer --inputs"));
        }
        problems.addAll(survey.of(table));
        problems.addAll(units.check(table, used(table), errors));
        return problems;
    }

    private List<Problem> names(Dataset table) {
        List<Problem> problems = new ArrayList<>();
        name(table, "target", wanted()).ifPresent(problems::add);
        for (String input : inputs) {
            name(table, "inputs", input).ifPresent(problems::add);
            if (input.equals(target)) {
                problems.add(new Problem("inputs", "the target " + input, "other columns", "leave it out"));
            }
        }
        if (inputs.stream().distinct().count() < inputs.size()) {
            problems.add(new Problem("inputs", "a column named twice", "each column once", "leave one out"));
        }
        if (problems.isEmpty() && factors(table).isEmpty()) {
            problems.add(new Problem(
                    "inputs",
                    "no numeric column beside " + target + " in " + table.name(),
                    "at least one input",
                    "add a column, or choose another --target"));
        }
        List<String> used = problems.isEmpty() ? used(table) : List.of();
        for (String name : used.isEmpty() ? List.<String>of() : List.copyOf(sigma.keySet())) {
            if (!name.equals("*") && !used.contains(name)) {
                problems.add(new Problem(
                        "sigma",
                        "errors for \"" + name + "\", which is not in use",
                        "one of " + String.join(", ", used),
                        Nearest.advice(name, used, "leave it out")));
            }
        }
        offset.keySet().stream()
                .filter(name -> !used.isEmpty() && !used.contains(name))
                .forEach(name -> problems.add(new Problem(
                        "offset", "\"" + name + "\", which is not in use", "one of " + used, "leave it out")));
        if (problems.isEmpty()) {
            errorNames(table, used, problems);
        }
        if (robust != null && !sigma.isEmpty()) {
            problems.add(new Problem(
                    "robust",
                    "--robust together with --sigma",
                    "one of them: robust weights come from the scatter, sigma states it",
                    "leave one out"));
        }
        return problems;
    }

    private static Optional<Problem> name(Dataset table, String knob, String name) {
        try {
            table.number(name);
            return Optional.empty();
        } catch (Misuse e) {
            return Optional.of(Problem.of(knob, e));
        }
    }

    private void errorNames(Dataset table, List<String> used, List<Problem> problems) {
        Map<String, String> errors = errors(table, factors(table));
        if (!sigma.isEmpty() && errors.isEmpty()) {
            problems.add(new Problem(
                    "sigma",
                    "no error column for " + String.join(", ", used),
                    "columns named " + used.getFirst() + ERROR + " and so on",
                    "name them: --sigma " + used.getFirst() + "=COLUMN"));
        }
        errors.values().forEach(error -> name(table, "sigma", error).ifPresent(problems::add));
    }

    /// The inputs: those named, or all numeric columns but the target, errors and empty ones.
    List<String> factors(Dataset table) {
        if (!inputs.isEmpty()) {
            return inputs;
        }
        return table.numeric().stream()
                .filter(column -> column.missing() < table.rows())
                .map(Column::name)
                .filter(name -> !name.equals(target) && !isError(table, name) && !sigma.containsValue(name))
                .toList();
    }

    private static boolean isError(Dataset table, String name) {
        return name.endsWith(ERROR)
                && table.find(name.substring(0, name.length() - ERROR.length())).isPresent();
    }

    private List<String> used(Dataset table) {
        List<String> used = new ArrayList<>(List.of(wanted()));
        used.addAll(factors(table));
        return used;
    }

    /// Column to error column, for those asked for.
    Map<String, String> errors(Dataset table, List<String> factors) {
        Map<String, String> errors = new LinkedHashMap<>();
        List<String> used = new ArrayList<>(List.of(wanted()));
        used.addAll(factors);
        for (String name : used) {
            String asked = sigma.getOrDefault(name, sigma.getOrDefault("*", ""));
            if (asked.equals("auto")) {
                asked = table.find(name + ERROR).isPresent() || sigma.containsKey(name) ? name + ERROR : "";
            }
            if (!asked.isEmpty()) {
                errors.put(name, asked);
            }
        }
        return errors;
    }

    /// Columns of errors that stand in the table and were not asked for.
    List<String> unused(Dataset table) {
        return sigma.isEmpty()
                ? used(table).stream()
                        .map(name -> name + ERROR)
                        .filter(name -> table.find(name).isPresent())
                        .toList()
                : List.of();
    }

    /// The fit, and what it was fitted to.
    ///
    /// @param variables target and inputs with their units, empty where one is not known
    record Answer(
            Dataset table, PowerLaw law, Map<String, String> errors, List<Variable> variables, List<String> warnings) {}

    /// Fits the law; the question was checked.
    Answer answer(Lab lab) {
        Dataset table = table(lab);
        Map<String, String> errors = errors(table, factors(table));
        List<String> warnings = new ArrayList<>();
        List<String> unused = unused(table);
        if (!unused.isEmpty()) {
            warnings.add("The errors in " + String.join(", ", unused) + " were not used; --sigma auto uses them.");
        }
        units.unreadable(table, used(table))
                .forEach((name, misuse) -> warnings.add("Not understood and not used: " + misuse.found() + "."));
        PowerLaw law = units.restrict() ? balanced(table, errors) : free(table, errors);
        return new Answer(
                table, law, errors, units.variables(table, used(table)).orElse(List.of()), List.copyOf(warnings));
    }

    private PowerLaw free(Dataset table, Map<String, String> errors) {
        List<String> factors = factors(table);
        return !errors.isEmpty()
                ? PowerLaw.weighted(table, wanted(), factors, errors)
                : robust != null
                        ? PowerLaw.robust(table, wanted(), factors, robust)
                        : PowerLaw.plain(table, wanted(), factors);
    }

    private PowerLaw balanced(Dataset table, Map<String, String> errors) {
        Balance balance = units.balance(table, used(table));
        return !errors.isEmpty()
                ? BalancedLaw.weighted(table, balance, errors)
                : robust != null ? BalancedLaw.robust(table, balance, robust) : BalancedLaw.plain(table, balance);
    }
}
