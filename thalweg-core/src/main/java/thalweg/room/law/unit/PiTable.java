package thalweg.room.law.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import thalweg.array.Misuse;
import thalweg.data.Column;
import thalweg.data.Dataset;
import thalweg.room.law.power.Noise;

/// A table seen through its dimensionless products, in coherent units: the column `pi_0`, the target over the
/// balanced product of inputs, and `pi_1`, `pi_2`, .. for the groups of the inputs. A power law among these has
/// exponents that respect the units, and a dimensionless prefactor. Columns of errors keep their names.
///
/// @param table with positive numbers in the columns of target and inputs
public record PiTable(Dataset table, Balance balance) implements Dataset {
    /// Refuses a table that has columns with the names of products.
    public PiTable {
        for (Column column : table.columns()) {
            if (column.name().matches("pi_[0-9]+")) {
                throw new Misuse(
                        "a column named \"" + column.name() + "\"", "names other than pi_0, pi_1, ..", "rename it");
            }
        }
    }

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
        List<String> own = names.stream().filter(this::isOwn).toList();
        double[][] powers = own.stream().map(this::powers).toArray(double[][]::new);
        names.stream().filter(name -> !isOwn(name)).forEach(columns::add);
        double[][] out = new double[names.size()][];
        double[][] products = new double[own.size()][0];
        table.stream(columns, (first, count, block) -> {
            for (int c = 0; c < products.length; c++) {
                products[c] = products[c].length < count ? new double[count] : products[c];
                for (int i = 0; i < count; i++) {
                    double log = 0;
                    for (int k = 0; k < scale.length; k++) {
                        log += powers[c][k] == 0 ? 0 : powers[c][k] * StrictMath.log(block[k][i] * scale[k]);
                    }
                    products[c][i] = StrictMath.exp(log);
                }
            }
            int product = 0;
            int passed = scale.length;
            for (int c = 0; c < out.length; c++) {
                out[c] = isOwn(names.get(c)) ? products[product++] : block[passed++];
            }
            visitor.rows(first, count, out);
        });
    }

    private boolean isOwn(String name) {
        return name.equals(column(0)) || groups().contains(name);
    }

    /// How the errors of the table's columns move its products.
    ///
    /// @param errors column of target or input to its column of standard errors
    List<Noise> noises(Map<String, String> errors) {
        List<String> columns = new ArrayList<>(List.of(balance.target().name()));
        balance.inputs().forEach(input -> columns.add(input.name()));
        List<Noise> noises = new ArrayList<>();
        errors.forEach((column, error) -> {
            Map<String, Double> powers = new HashMap<>();
            int place = columns.indexOf(column);
            powers.put(column(0), powers(column(0))[place]);
            groups().forEach(group -> powers.put(group, powers(group)[place]));
            noises.add(new Noise(column, error, powers));
        });
        return noises;
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
        System.arraycopy(balance.groups().get(g).powers(), 0, powers, 1, powers.length - 1);
        return powers;
    }
}
