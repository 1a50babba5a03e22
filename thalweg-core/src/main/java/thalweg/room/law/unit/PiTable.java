package thalweg.room.law.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import thalweg.array.Misuse;
import thalweg.data.Column;
import thalweg.data.Dataset;

/// A table seen through its dimensionless products, in coherent units: the column `pi_0`, the target over the
/// balanced product of inputs, and `pi_1`, `pi_2`, .. for the groups of the inputs. A power law among these has
/// exponents that respect the units, and a dimensionless prefactor.
///
/// @param table with positive numbers in the columns of target and inputs
public record PiTable(Dataset table, Balance balance) implements Dataset {
    /// The name of the column of group `g`, counted from 1; of the target for 0.
    public static String column(int g) {
        return "pi_" + g;
    }

    /// The names of the columns of the groups of inputs.
    public List<String> groups() {
        return IntStream.rangeClosed(1, balance.groups().size())
                .mapToObj(PiTable::column)
                .toList();
    }

    @Override
    public String name() {
        return table.name();
    }

    @Override
    public List<Column> columns() {
        return IntStream.rangeClosed(0, balance.groups().size())
                .mapToObj(g -> new Column(column(g), "", Column.Kind.NUMBER, 0, null))
                .toList();
    }

    @Override
    public long rows() {
        return table.rows();
    }

    @Override
    public String sha256() {
        return table.sha256();
    }

    @Override
    public List<String> texts(String name) {
        double[] numbers = numbers(name);
        return IntStream.range(0, numbers.length)
                .mapToObj(i -> String.valueOf(numbers[i]))
                .toList();
    }

    @Override
    public void stream(List<String> names, Visitor visitor) {
        List<Variable> inputs = balance.inputs();
        double[] scale = new double[inputs.size() + 1];
        List<String> columns = new ArrayList<>(List.of(balance.target().name()));
        scale[0] = balance.target().unit().factor();
        for (int k = 0; k < inputs.size(); k++) {
            columns.add(inputs.get(k).name());
            scale[k + 1] = inputs.get(k).unit().factor();
        }
        double[][] powers = names.stream().map(this::powers).toArray(double[][]::new);
        double[][] out = new double[names.size()][0];
        table.stream(columns, (first, count, block) -> {
            for (int c = 0; c < out.length; c++) {
                out[c] = out[c].length < count ? new double[count] : out[c];
                for (int i = 0; i < count; i++) {
                    double log = 0;
                    for (int k = 0; k < scale.length; k++) {
                        log += powers[c][k] == 0 ? 0 : powers[c][k] * StrictMath.log(block[k][i] * scale[k]);
                    }
                    out[c][i] = StrictMath.exp(log);
                }
            }
            visitor.rows(first, count, out);
        });
    }

    /// Exponents of the target and the inputs in a column.
    private double[] powers(String name) {
        double[] powers = new double[balance.inputs().size() + 1];
        if (name.equals(column(0))) {
            powers[0] = 1;
            for (int k = 1; k < powers.length; k++) {
                powers[k] = -balance.exponents().get(k - 1).doubleValue();
            }
            return powers;
        }
        int g = groups().indexOf(name);
        if (g < 0) {
            throw new Misuse("no column \"" + name + "\"", "pi_0 or one of " + groups(), "choose one of these");
        }
        System.arraycopy(balance.groups().get(g).powers(), 0, powers, 1, powers.length - 1);
        return powers;
    }
}
