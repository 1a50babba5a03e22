package thalweg.formula;

import java.util.Arrays;
import java.util.List;

/// Formulas made ready to be computed on many rows: each distinct part once, block by block.
///
/// Some names stand for columns, with a number a row, the others for parameters, with one number. What depends on
/// parameters alone is computed once a call. A plan has no state: any number of threads may use it.
public final class Plan {
    private static final int BLOCK = 256;

    private final List<Part> parts;
    private final boolean[] varies;
    private final int[] slot;
    private final int slots;
    private final int[] results;
    private final int columns;
    private final int parameters;

    Plan(List<Part> parts, boolean[] varies, int[] slot, int slots, int[] results, int columns, int parameters) {
        this.parts = List.copyOf(parts);
        this.varies = varies;
        this.slot = slot;
        this.slots = slots;
        this.results = results;
        this.columns = columns;
        this.parameters = parameters;
    }

    /// A plan for some formulas.
    ///
    /// @param columns names with a number a row
    /// @param parameters names with one number
    /// @throws thalweg.array.Misuse if a formula has another name
    public static Plan of(List<Formula> results, List<String> columns, List<String> parameters) {
        return new Planner(columns, parameters).plan(results);
    }

    /// Computes every formula on every row.
    ///
    /// @param columns one array a column, of at least `rows` numbers
    /// @param parameters one number a parameter
    /// @param results one array a formula, of at least `rows` numbers, to be overwritten
    /// @throws IllegalArgumentException if there are more or fewer of them than the plan was made for
    public void on(double[][] columns, int rows, double[] parameters, double[][] results) {
        if (columns.length != this.columns
                || parameters.length != this.parameters
                || results.length != this.results.length) {
            throw new IllegalArgumentException(columns.length + " columns, " + parameters.length + " parameters and "
                    + results.length + " results for a plan of " + this.columns + ", " + this.parameters + " and "
                    + this.results.length);
        }
        double[] single = single(parameters);
        double[][] buffers = new double[slots][Math.min(rows, BLOCK)];
        for (int p = 0; p < single.length; p++) {
            if (!varies[p] && slot[p] >= 0) {
                Arrays.fill(buffers[slot[p]], single[p]);
            }
        }
        for (int first = 0; first < rows; first += BLOCK) {
            int n = Math.min(BLOCK, rows - first);
            block(columns, first, n, buffers);
            for (int r = 0; r < results.length; r++) {
                int p = this.results[r];
                if (varies[p]) {
                    System.arraycopy(home(p, columns, buffers), start(p, first), results[r], first, n);
                } else {
                    Arrays.fill(results[r], first, first + n, single[p]);
                }
            }
        }
    }

    /// The parts that are the same in every row.
    private double[] single(double[] parameters) {
        double[] single = new double[parts.size()];
        for (int p = 0; p < single.length; p++) {
            if (!varies[p]) {
                single[p] = switch (parts.get(p)) {
                    case Part.Fixed(double value) -> value;
                    case Part.Parameter(int index) -> parameters[index];
                    case Part.Applied(Function function, int x) -> function.of(single[x]);
                    case Part.Joined(Operator operator, int x, int y) -> operator.of(single[x], single[y]);
                    case Part.Column _ -> throw new IllegalStateException("a column that does not vary");
                };
            }
        }
        return single;
    }

    private void block(double[][] columns, int first, int n, double[][] buffers) {
        for (int p = 0; p < varies.length; p++) {
            if (!varies[p]) {
                continue;
            }
            switch (parts.get(p)) {
                case Part.Applied(Function function, int x) ->
                    Kernels.apply(function, home(x, columns, buffers), start(x, first), buffers[slot[p]], n);
                case Part.Joined(Operator operator, int x, int y) ->
                    Kernels.join(
                            operator,
                            home(x, columns, buffers),
                            start(x, first),
                            home(y, columns, buffers),
                            start(y, first),
                            buffers[slot[p]],
                            n);
                case Part.Fixed _, Part.Parameter _, Part.Column _ -> {}
            }
        }
    }

    private double[] home(int p, double[][] columns, double[][] buffers) {
        return parts.get(p) instanceof Part.Column(int index) ? columns[index] : buffers[slot[p]];
    }

    private int start(int p, int first) {
        return parts.get(p) instanceof Part.Column ? first : 0;
    }
}
