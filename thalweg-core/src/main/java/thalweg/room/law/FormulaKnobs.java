package thalweg.room.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import thalweg.data.Nearest;
import thalweg.landscape.Box;
import thalweg.study.Problem;
import thalweg.study.Rounding;

/// The knobs of `fit formula` that name parameters: starts, bounds and known values. `*` stands for every parameter.
record FormulaKnobs(FitFormula asked, FormulaModel model) {
    /// The names that the report uses itself.
    private static final List<String> TAKEN = List.of(
            "verdict", "formula", "parameters", "covariance", "columns", "plot", "residuals", "R2", "RSS", "chi2");

    /// The start of each parameter, NaN where none is given.
    double[] start() {
        return numbers(asked.start(), Double.NaN);
    }

    Box box() {
        return new Box(
                numbers(asked.lower(), Double.NEGATIVE_INFINITY), numbers(asked.upper(), Double.POSITIVE_INFINITY));
    }

    private double[] numbers(Map<String, Double> given, double none) {
        return model.parameters().stream()
                .mapToDouble(name -> value(given, name, none))
                .toArray();
    }

    private static double value(Map<String, Double> given, String name, double none) {
        return given.getOrDefault(name, given.getOrDefault("*", none));
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (String name : model.parameters()) {
            if (TAKEN.contains(name)) {
                problems.add(new Problem(
                        "formula",
                        "a parameter named " + name + ", a name that the report uses itself",
                        "another name",
                        "rename it, for example " + name + "_0"));
            }
        }
        known("start", asked.start(), problems);
        known("lower", asked.lower(), problems);
        known("upper", asked.upper(), problems);
        for (Map.Entry<String, Double> fixed : asked.fixed().entrySet()) {
            fixed(fixed.getKey(), fixed.getValue(), problems);
        }
        for (String name : model.parameters()) {
            bounds(name, problems);
        }
        return problems;
    }

    private void known(String knob, Map<String, Double> given, List<Problem> problems) {
        given.forEach((name, value) -> {
            if (!name.equals("*")
                    && !model.parameters().contains(name)
                    && !asked.fixed().containsKey(name)) {
                problems.add(stranger(knob, name));
            }
            if (value.isNaN() || value.isInfinite() && knob.equals("start")) {
                problems.add(new Problem(knob, name + " = " + value, "a finite number", "correct it, or leave it out"));
            }
        });
    }

    private Problem stranger(String knob, String name) {
        boolean column = model.columns().contains(name);
        return new Problem(
                knob,
                column ? "the column " + name : "\"" + name + "\", which the formula does not have",
                "parameters: " + String.join(", ", model.parameters()),
                Nearest.advice(name, model.parameters(), "leave it out"));
    }

    private void fixed(String name, double value, List<Problem> problems) {
        if (!model.written().contains(name) || model.inputs().contains(name)) {
            problems.add(stranger("fixed", name));
        } else if (!Double.isFinite(value)) {
            problems.add(new Problem("fixed", name + " = " + value, "a finite number", "correct it"));
        } else if (asked.start().containsKey(name)) {
            problems.add(new Problem(
                    "fixed", name + " with a start as well", "a start or a fixed value", "leave one of them out"));
        }
    }

    private void bounds(String name, List<Problem> problems) {
        double low = value(asked.lower(), name, Double.NEGATIVE_INFINITY);
        double high = value(asked.upper(), name, Double.POSITIVE_INFINITY);
        double start = value(asked.start(), name, Double.NaN);
        if (low >= high) {
            problems.add(new Problem(
                    "lower",
                    name + " from " + Rounding.number(low) + " to " + Rounding.number(high),
                    "a lower bound below the upper one",
                    low == high ? "use --fixed " + name + "=" + Rounding.number(low) : "swap them"));
        } else if (start < low || start > high) {
            problems.add(new Problem(
                    "start",
                    name + " = " + Rounding.number(start) + " outside its bounds",
                    "a number from " + Rounding.number(low) + " to " + Rounding.number(high),
                    "move the start or the bound"));
        }
    }
}
