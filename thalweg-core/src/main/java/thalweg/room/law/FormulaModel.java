package thalweg.room.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Misuse;
import thalweg.data.Column;
import thalweg.data.Dataset;
import thalweg.formula.Equation;
import thalweg.formula.Formula;
import thalweg.room.law.curve.Curve;

/// What a typed formula means beside a table: `response(target, ..) = curve(inputs; parameters)`.
///
/// @param left the response as it was written, or the target's name
/// @param written the right side as it was written
/// @param right the right side with fixed parameters replaced by their numbers
/// @param target the column to explain
/// @param responses the columns on the left
/// @param inputs the columns on the right
/// @param parameters the names on the right that are neither columns nor fixed
record FormulaModel(
        Formula left,
        Formula written,
        Formula right,
        String target,
        List<String> responses,
        List<String> inputs,
        List<String> parameters) {
    /// @throws Misuse where the text breaks, or no column can be the target
    static FormulaModel of(String text, @Nullable String target, Map<String, Double> fixed, Dataset table) {
        Formula left = target == null ? null : new Formula.Name(target);
        Formula right;
        if (text.replaceAll("`[^`]*`", "").contains("=")) {
            Equation equation = Equation.parse(text);
            left = equation.left();
            right = equation.right();
        } else {
            right = Formula.parse(text);
        }
        if (left == null) {
            throw new Misuse(
                    "a formula without a left side and no target",
                    "the column that the formula is to give",
                    "write NAME = " + text + ", or add --target NAME");
        }
        List<String> columns = table.columns().stream().map(Column::name).toList();
        left.unconfused("column", columns);
        right.unconfused("column", columns);
        List<String> responses = List.copyOf(left.names());
        List<String> inputs = right.names().stream().filter(columns::contains).toList();
        List<String> parameters = right.names().stream()
                .filter(name -> !columns.contains(name) && !fixed.containsKey(name))
                .toList();
        Map<String, Formula> known = new LinkedHashMap<>();
        fixed.forEach((name, value) -> {
            if (!columns.contains(name)) {
                known.put(name, Formula.number(value));
            }
        });
        return new FormulaModel(
                left, right, right.with(known), explained(left, target, inputs, table), responses, inputs, parameters);
    }

    private static String explained(Formula left, @Nullable String target, List<String> inputs, Dataset table) {
        List<String> open =
                left.names().stream().filter(name -> !inputs.contains(name)).toList();
        if (target != null) {
            table.column(target);
            if (!left.contains(target)) {
                throw new Misuse(
                        "the target " + target + " beside the left side " + left,
                        "a left side with the target in it",
                        "leave --target out");
            }
        }
        String explained = target != null ? target : open.size() == 1 ? open.getFirst() : null;
        if (explained == null) {
            throw new Misuse(
                    open.isEmpty()
                            ? "no column on the left that is not also on the right: " + left
                            : "several columns on the left: " + String.join(", ", open),
                    "one column to explain",
                    "name it: --target " + (open.isEmpty() ? "NAME" : open.getFirst()));
        }
        if (inputs.contains(explained)) {
            throw new Misuse(
                    "the target " + explained + " on the right side",
                    "a formula of the other columns",
                    "solve the formula for " + explained);
        }
        left.names().forEach(table::column);
        return explained;
    }

    Curve curve() {
        return Curve.of(right, inputs, parameters);
    }

    /// Every column that is read, each once.
    List<String> columns() {
        List<String> all = new ArrayList<>(responses);
        inputs.stream().filter(name -> !all.contains(name)).forEach(all::add);
        return all;
    }

    /// The slope of the response by one of its columns.
    Formula responseSlope(String column) {
        return left.derivative(column);
    }
}
