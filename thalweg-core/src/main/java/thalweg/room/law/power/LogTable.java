package thalweg.room.law.power;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.array.Misuse;
import thalweg.data.Dataset;

/// Logarithms of a table in memory, and the standard errors that move them: `sigma(ln x) = sigma(x) / x`, first
/// order.
final class LogTable implements Dataset.Visitor {
    private final Logs logs;
    private final List<String> names;
    private final List<Noise> noises;
    private final Compressed dependence;
    private final double[] u;
    private final double[] low;
    private final double[] high;
    private final double[] row;

    /// `value[k][i]`: factor `k`, the target last.
    final double[][] value;
    /// `error[t][i]`: the standard error number `t` of row `i`.
    final double[][] error;
    /// `power[t][k]`: how strongly error `t` moves factor `k`, the target last.
    final double[][] power;

    private int rows;

    /// @param names the target, then the factors
    /// @param noises errors, each with a column of numbers and a column of errors
    /// @param capacity the number of rows that will come
    LogTable(List<String> names, List<Noise> noises, int capacity) {
        this.names = List.copyOf(names);
        this.noises = List.copyOf(noises);
        this.logs = new Logs(names);
        this.value = new double[names.size()][capacity];
        this.error = new double[noises.size()][capacity];
        this.power = new double[noises.size()][names.size()];
        for (int t = 0; t < noises.size(); t++) {
            for (int c = 0; c < names.size(); c++) {
                power[t][place(c)] = noises.get(t).power(names.get(c));
            }
        }
        this.dependence = new Compressed(names.size());
        this.u = new double[names.size()];
        this.low = new double[factors()];
        this.high = new double[factors()];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        this.row = new double[names.size()];
    }

    /// The columns of the blocks that are to come.
    List<String> columns() {
        List<String> columns = new ArrayList<>(names);
        for (Noise noise : noises) {
            columns.add(noise.column());
            columns.add(noise.error());
        }
        return columns;
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
                    low[c] = Math.min(low[c], block[c + 1][i]);
                    high[c] = Math.max(high[c], block[c + 1][i]);
                }
            }
            for (int t = 0; t < error.length; t++) {
                error[t][rows] = error(t, block, i, first);
            }
            dependence.add(row);
            rows++;
        }
    }

    private double error(int t, double[][] block, int i, long first) {
        double x = block[names.size() + 2 * t][i];
        double sigma = block[names.size() + 2 * t + 1][i];
        if (!(sigma >= 0 && sigma < Double.POSITIVE_INFINITY)) {
            throw new Misuse(
                    "an error of " + sigma + " for \"" + noises.get(t).column() + "\" in row " + (first + i + 1),
                    "errors of 0 or more",
                    "correct it, or leave out the row");
        }
        return sigma / x;
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

    /// The smallest number of each factor.
    double[] low() {
        return low.clone();
    }

    /// The largest number of each factor.
    double[] high() {
        return high.clone();
    }
}
