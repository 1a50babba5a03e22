package thalweg.room.law.curve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.formula.Formula;
import thalweg.formula.Plan;

/// A formula of columns and parameters, with its exact slopes by the parameters.
public final class Curve {
    private final Formula formula;
    private final List<String> inputs;
    private final List<String> parameters;
    private final List<Integer> linear;
    private final Plan values;
    private final Plan slopes;

    private Curve(Formula formula, List<String> inputs, List<String> parameters) {
        this.formula = formula;
        this.inputs = List.copyOf(inputs);
        this.parameters = List.copyOf(parameters);
        this.linear = Linearity.largest(formula, parameters);
        this.values = Plan.of(List.of(formula), inputs, parameters);
        this.slopes = Plan.of(parameters.stream().map(formula::derivative).toList(), inputs, parameters);
    }

    /// @param inputs the names that stand for columns
    /// @param parameters all other names of the formula
    /// @throws thalweg.array.Misuse if the formula has another name
    public static Curve of(Formula formula, List<String> inputs, List<String> parameters) {
        return new Curve(formula, inputs, parameters);
    }

    public List<String> inputs() {
        return inputs;
    }

    public List<String> parameters() {
        return parameters;
    }

    /// The places of the parameters that enter linearly, all of them together.
    public List<Integer> linear() {
        return linear;
    }

    /// The places of the other parameters.
    public List<Integer> nonlinear() {
        List<Integer> others = new ArrayList<>();
        for (int j = 0; j < parameters.size(); j++) {
            if (!linear.contains(j)) {
                others.add(j);
            }
        }
        return others;
    }

    /// The curve at many rows.
    ///
    /// @param columns one array an input
    /// @param place one number a parameter
    public double[] values(double[][] columns, int rows, double[] place) {
        double[][] result = new double[1][rows];
        values.on(columns, rows, place, result);
        return result[0];
    }

    /// The slopes at many rows, one array a parameter.
    public double[][] slopes(double[][] columns, int rows, double[] place) {
        double[][] result = new double[parameters.size()][rows];
        slopes.on(columns, rows, place, result);
        return result;
    }

    /// The formula with the linear parameters 0, its slope by each linear parameter, and the slopes of all these by
    /// each other parameter: `f = f_0 + sum c_k phi_k`.
    ///
    /// @return a plan of columns and nonlinear parameters; results `f_0, phi_1, .., df_0/da_1, dphi_1/da_1, ..`
    Plan separated() {
        Map<String, Formula> zero = new LinkedHashMap<>();
        linear.forEach(j -> zero.put(parameters.get(j), Formula.number(0)));
        List<Formula> parts = new ArrayList<>(List.of(formula.with(zero)));
        linear.forEach(j -> parts.add(formula.derivative(parameters.get(j))));
        List<String> names = nonlinear().stream().map(parameters::get).toList();
        List<Formula> all = new ArrayList<>(parts);
        for (String name : names) {
            parts.forEach(part -> all.add(part.derivative(name)));
        }
        return Plan.of(all, inputs, names);
    }
}
