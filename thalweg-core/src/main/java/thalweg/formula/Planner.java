package thalweg.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import thalweg.array.Misuse;
import thalweg.data.Nearest;

/// Finds the distinct parts of some formulas, and buffers for those that differ from row to row.
final class Planner {
    private final List<String> columns;
    private final List<String> parameters;
    private final List<Part> parts = new ArrayList<>();
    private final List<Boolean> varies = new ArrayList<>();
    private final Map<Part, Integer> known = new HashMap<>();
    private final IdentityHashMap<Formula, Integer> seen = new IdentityHashMap<>();

    Planner(List<String> columns, List<String> parameters) {
        this.columns = columns;
        this.parameters = parameters;
    }

    Plan plan(List<Formula> formulas) {
        int[] results = formulas.stream().mapToInt(this::part).toArray();
        boolean[] varying = new boolean[parts.size()];
        for (int p = 0; p < varying.length; p++) {
            varying[p] = varies.get(p);
        }
        int[] slot = new int[varying.length];
        int slots = assign(varying, results, slot);
        return new Plan(parts, varying, slot, slots, results, columns.size(), parameters.size());
    }

    private int part(Formula formula) {
        Integer before = seen.get(formula);
        if (before != null) {
            return before;
        }
        int part = switch (formula) {
            case Formula.Literal(double value) -> add(new Part.Fixed(value), false);
            case Formula.Constant constant -> add(new Part.Fixed(constant.value()), false);
            case Formula.Name(String name) -> named(name);
            case Formula.Apply(Function function, Formula x) -> applied(function, part(x));
            case Formula.Join(Operator operator, Formula x, Formula y) ->
                operator == Operator.POWER ? power(part(x), y) : joined(operator, part(x), part(y));
        };
        seen.put(formula, part);
        return part;
    }

    private int add(Part part, boolean varying) {
        Integer before = known.putIfAbsent(part, parts.size());
        if (before != null) {
            return before;
        }
        parts.add(part);
        varies.add(varying);
        return parts.size() - 1;
    }

    private int applied(Function function, int x) {
        return add(new Part.Applied(function, x), varies.get(x));
    }

    private int joined(Operator operator, int x, int y) {
        return add(new Part.Joined(operator, x, y), varies.get(x) || varies.get(y));
    }

    /// Squares, cubes, roots and reciprocals without the power function.
    private int power(int x, Formula exponent) {
        Double number = Simple.number(exponent);
        double n = number == null ? Double.NaN : number;
        if (n == 2 || n == 3 || n == 4) {
            int square = joined(Operator.MULTIPLY, x, x);
            return n == 2 ? square : joined(Operator.MULTIPLY, square, n == 3 ? x : square);
        }
        if (n == -1) {
            return joined(Operator.DIVIDE, add(new Part.Fixed(1), false), x);
        }
        return n == 0.5 ? applied(Function.SQRT, x) : joined(Operator.POWER, x, part(exponent));
    }

    private int named(String name) {
        int column = columns.indexOf(name);
        if (column >= 0) {
            return add(new Part.Column(column), true);
        }
        int parameter = parameters.indexOf(name);
        if (parameter >= 0) {
            return add(new Part.Parameter(parameter), false);
        }
        List<String> all = new ArrayList<>(columns);
        all.addAll(parameters);
        throw new Misuse(
                "the name " + Names.written(name),
                all.isEmpty() ? "a formula without names" : "one of " + String.join(", ", all),
                Nearest.advice(name, all, "give it a value"));
    }

    /// A buffer for each part that a block computes or reads as a repeated number, shared where lives do not meet;
    /// -1 for the others.
    private int assign(boolean[] varying, int[] results, int[] slot) {
        int[] lastUse = new int[varying.length];
        boolean[] repeated = new boolean[varying.length];
        for (int p = 0; p < varying.length; p++) {
            for (int operand : operands(parts.get(p))) {
                lastUse[operand] = p;
                repeated[operand] |= varying[p] && !varying[operand];
            }
        }
        for (int result : results) {
            lastUse[result] = varying.length;
        }
        Arrays.fill(slot, -1);
        int slots = 0;
        for (int p = 0; p < varying.length; p++) {
            if (repeated[p]) {
                slot[p] = slots++;
            }
        }
        Deque<Integer> free = new ArrayDeque<>();
        for (int p = 0; p < varying.length; p++) {
            if (!varying[p] || parts.get(p) instanceof Part.Column) {
                continue;
            }
            slot[p] = free.isEmpty() ? slots++ : free.pop();
            for (int operand : Arrays.stream(operands(parts.get(p))).distinct().toArray()) {
                boolean buffer = varying[operand] && slot[operand] >= 0;
                if (buffer && lastUse[operand] == p) {
                    free.push(slot[operand]);
                }
            }
        }
        return slots;
    }

    private static int[] operands(Part part) {
        return switch (part) {
            case Part.Fixed _, Part.Column _, Part.Parameter _ -> new int[0];
            case Part.Applied applied -> new int[] {applied.x()};
            case Part.Joined joined -> new int[] {joined.x(), joined.y()};
        };
    }
}
