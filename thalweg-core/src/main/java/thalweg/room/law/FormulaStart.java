package thalweg.room.law;

import java.util.ArrayList;
import java.util.List;
import thalweg.formula.Formula;
import thalweg.room.law.curve.Curve;
import thalweg.room.law.curve.CurveFit;
import thalweg.room.law.curve.Idle;
import thalweg.room.law.curve.Rows;
import thalweg.study.Problem;

/// Whether a fit can begin: the formula is finite at the start, and depends on every parameter.
record FormulaStart(Curve curve, Rows rows, FormulaKnobs knobs) {
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        double[] start = knobs.start();
        int row = CurveFit.broken(curve, rows, start);
        if (row >= 0) {
            problems.add(new Problem(
                    "start",
                    "the formula is not finite at the start in row " + (row + 1) + ": " + place(row),
                    "a start where the formula is finite in every row",
                    "choose another start, or leave it out to search for one"));
            return problems;
        }
        for (String name : Idle.of(curve, rows, start, knobs.box())) {
            problems.add(new Problem(
                    "formula",
                    "the parameter " + name + ", on which the formula does not depend in these rows",
                    "a formula that changes with every parameter",
                    "leave it out of the formula, or give it with --fixed"));
        }
        return problems;
    }

    private String place(int row) {
        List<String> parts = new ArrayList<>();
        for (int k = 0; k < curve.inputs().size(); k++) {
            parts.add(new Formula.Name(curve.inputs().get(k)) + " = " + rows.inputs()[k][row]);
        }
        return String.join(", ", parts);
    }
}
