package thalweg.room.law.power;

import java.util.Arrays;
import java.util.List;
import thalweg.array.Misuse;
import thalweg.data.Dataset;

/// Logarithms of a table and their standard errors, in memory: `sigma(ln x) = sigma(x) / x`, first order.
final class LogTable implements Dataset.Visitor {
    private final Logs logs;
    private final List<String> names;
    private final List<Integer> erring;
    private final Compressed dependence;
    private final double[] u;
    private final double[] row;

    /// `value[k][i]`: factor `k`, the target last.
    final double[][] value;
    /// `error[k][i]`: zeros where no errors were given.
    final double[][] error;

    private int rows;

    /// @param names the target, then the factors: the first columns of the blocks that will come
    /// @param erring which of `names` have a column of errors; these columns follow, in this order
    /// @param capacity the number of rows that will come
    LogTable(List<String> names, List<Integer> erring, int capacity) {
        this.names = List.copyOf(names);
        this.erring = List.copyOf(erring);
        this.logs = new Logs(names);
        this.value = new double[names.size()][capacity];
        this.error = new double[names.size()][capacity];
        this.dependence = new Compressed(names.size());
        this.u = new double[names.size()];
        this.row = new double[names.size()];
    }

    @Override
    public void rows(long first, int count, double[][] block) {
        for (int i = 0; i < count; i++) {
            logs.take(block, i, first + i, u);
            row[0] = 1;
            for (int c = 0; c < u.length; c++) {
                value[c][rows] = u[c];
                if (c < factors()) {
                    row[c + 1] = u[c] - value[c][0];
                }
            }
            for (int e = 0; e < erring.size(); e++) {
                int column = erring.get(e);
                double sigma = block[names.size() + e][i];
                if (!(sigma >= 0 && sigma < Double.POSITIVE_INFINITY)) {
                    throw new Misuse(
                            "an error of " + sigma + " for \"" + names.get(column) + "\" in row " + (first + i + 1),
                            "errors of 0 or more",
                            "correct it, or leave out the row");
                }
                error[place(column)][rows] = sigma / block[column][i];
            }
            dependence.add(row);
            rows++;
        }
    }

    /// The target comes first in a block and last here.
    private int place(int column) {
        return column == 0 ? factors() : column - 1;
    }

    int factors() {
        return names.size() - 1;
    }

    int rows() {
        return rows;
    }

    List<String> names() {
        return names;
    }

    /// @throws Misuse for fewer rows than factors and 2
    Dependence dependence() {
        if (rows < factors() + 2) {
            throw new Misuse(
                    rows + " rows for " + factors() + " factor" + (factors() == 1 ? "" : "s") + " and a prefactor",
                    "at least " + (factors() + 2) + " rows",
                    "give more rows or fewer inputs");
        }
        return Dependence.of(dependence, factors());
    }

    double[] low() {
        return range(Double.POSITIVE_INFINITY, Math::min);
    }

    double[] high() {
        return range(Double.NEGATIVE_INFINITY, Math::max);
    }

    private double[] range(double from, java.util.function.DoubleBinaryOperator pick) {
        double[] range = new double[factors()];
        Arrays.setAll(range, k -> Arrays.stream(value[k], 0, rows).reduce(from, pick));
        return range;
    }
}
