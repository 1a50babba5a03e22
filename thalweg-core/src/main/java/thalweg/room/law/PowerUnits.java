package thalweg.room.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import thalweg.array.Misuse;
import thalweg.data.Column;
import thalweg.data.Dataset;
import thalweg.data.Nearest;
import thalweg.data.Unit;
import thalweg.room.law.unit.Balance;
import thalweg.room.law.unit.Variable;
import thalweg.study.Problem;

/// What units have to say about the power laws of a table.
///
/// @param told column to unit; the table has them already
record PowerUnits(Map<String, String> told, Constants constants) {
    private boolean asked() {
        return !told.isEmpty() || restrict();
    }

    /// Whether they restrict the exponents.
    boolean restrict() {
        return constants == Constants.DIMENSIONLESS;
    }

    /// Every problem with the units of a table.
    ///
    /// @param used target and inputs
    /// @param errors column to error column
    List<Problem> check(Dataset table, List<String> used, Map<String, String> errors) {
        List<Problem> problems = new ArrayList<>();
        List<String> known =
                Stream.concat(used.stream(), errors.values().stream()).toList();
        for (String name : told.keySet()) {
            if (!known.contains(name)) {
                problems.add(new Problem(
                        "units",
                        name.equals("*")
                                ? "the unit " + told.get(name) + " without a column"
                                : "a unit for \"" + name + "\", which is not in use",
                        "NAME=UNIT with a name of " + String.join(", ", used),
                        Nearest.advice(name, known, "name a column that is in use")));
            }
        }
        for (String name : used) {
            if (table.column(name).unitText().isEmpty() && restrict()) {
                problems.add(new Problem(
                        "units",
                        "no unit for \"" + name + "\"",
                        "a unit for target and inputs, 1 for a pure number",
                        "add --units " + name + "=UNIT, or a unit in the header: " + name + " [UNIT]"));
            }
        }
        if (asked()) {
            unreadable(table, used).forEach((name, misuse) -> problems.add(Problem.of("units", misuse)));
        }
        errors.forEach(
                (name, error) -> scale(table.column(name), table.column(error)).ifPresent(problems::add));
        if (problems.isEmpty() && restrict()) {
            try {
                balance(table, used);
            } catch (Misuse e) {
                problems.add(Problem.of("constants", e));
            }
        }
        return problems;
    }

    /// Columns whose units cannot be read.
    Map<String, Misuse> unreadable(Dataset table, List<String> used) {
        Map<String, Misuse> found = new java.util.LinkedHashMap<>();
        for (String name : used) {
            try {
                table.column(name).unit();
            } catch (Misuse e) {
                found.put(name, new Misuse(e.found() + " of column \"" + name + "\"", e.expected(), e.todo()));
            }
        }
        return found;
    }

    private static Optional<Problem> scale(Column column, Column error) {
        if (column.unitText().isEmpty() || error.unitText().isEmpty() || same(column.unitText(), error.unitText())) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                "sigma",
                "\"" + error.name() + "\" in " + error.unitText() + " beside \"" + column.name() + "\" in "
                        + column.unitText(),
                "errors in the unit of their column",
                "convert them, or correct the unit: --units " + error.name() + "=" + column.unitText()));
    }

    /// Whether two texts mean the same unit.
    static boolean same(String one, String other) {
        try {
            return one.equals(other) || Math.abs(Unit.parse(one).in(Unit.parse(other)) - 1) < 1e-12;
        } catch (Misuse e) {
            return false;
        }
    }

    /// Target and inputs with their units, if all of them are stated and can be read.
    Optional<List<Variable>> variables(Dataset table, List<String> used) {
        List<Column> columns = used.stream().map(table::column).toList();
        return columns.stream().anyMatch(column -> column.unitText().isEmpty())
                        || !unreadable(table, used).isEmpty()
                ? Optional.empty()
                : Optional.of(columns.stream()
                        .map(column -> new Variable(column.name(), column.unit()))
                        .toList());
    }

    /// The exponents that units allow.
    ///
    /// @throws Misuse where there are none
    Balance balance(Dataset table, List<String> used) {
        List<Variable> variables = used.stream()
                .map(table::column)
                .map(column -> new Variable(column.name(), column.unit()))
                .toList();
        return Balance.of(variables.getFirst(), variables.subList(1, variables.size()));
    }
}
