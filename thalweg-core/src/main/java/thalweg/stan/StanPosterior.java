package thalweg.stan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.Program;
import thalweg.array.Tensor;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;
import thalweg.stan.data.StanData;
import thalweg.stan.text.StanText;
import thalweg.stan.trace.Model;

/// The posterior of a Stan program: the energy `E(u) = -log p(x(u), data) - log |dx/du|` of free coordinates `u`.
public final class StanPosterior implements Energy<Tensor> {
    private final Model model;

    StanPosterior(Model model) {
        this.model = model;
    }

    /// The number of free coordinates.
    public int size() {
        return model.size();
    }

    /// The energy; terms without parameters are dropped from sampling statements, as Stan does.
    @Override
    public Tensor at(Tensor u) {
        List<Tensor> both = model.at(u, false);
        return both.get(0).plus(both.get(1)).neg();
    }

    /// The log density with all its constants, and the log Jacobian.
    public List<Tensor> logDensity(Tensor u) {
        return model.at(u, true);
    }

    /// The energy over plain arrays, with its slope.
    public Flat<Tensor> flat() {
        return flat(Tensor.zeros(size()));
    }

    /// The same energy with all constants.
    public Energy<Tensor> complete() {
        return u -> {
            List<Tensor> both = model.at(u, true);
            return both.get(0).plus(both.get(1)).neg();
        };
    }

    /// The energy as an array program.
    public Program program() {
        return Program.of(this::at, Tensor.zeros(size()));
    }

    /// What a draw reports: parameters, transformed parameters, generated quantities.
    public List<Model.Variable> variables() {
        return model.variables();
    }

    /// The names of all reported numbers as CmdStan writes them: `a.2.1`, by columns.
    ///
    /// @param generated whether generated quantities are among them
    public List<String> names(boolean generated) {
        List<String> names = new ArrayList<>();
        for (Model.Variable variable : model.variables()) {
            if (generated || variable.part() != StanText.Part.GENERATED_QUANTITIES) {
                for (int i = 0; i < count(variable); i++) {
                    StringBuilder name = new StringBuilder(variable.name());
                    int rest = i;
                    for (int size : variable.sizes()) {
                        name.append('.').append(rest % size + 1);
                        rest /= size;
                    }
                    names.add(name.toString());
                }
            }
        }
        return names;
    }

    private static int count(Model.Variable variable) {
        return Arrays.stream(variable.sizes()).reduce(1, (a, b) -> a * b);
    }

    /// Parameters and transformed parameters at free coordinates, in the order of [#names].
    ///
    /// @throws Model.Rejected if a transformed parameter breaks its constraint
    public double[] constrain(double[] u) {
        return values(u, null);
    }

    /// The same and generated quantities, their random numbers from a key.
    public double[] generate(double[] u, Key key) {
        return values(u, key);
    }

    private double[] values(double[] u, @Nullable Key key) {
        List<double[]> values = model.values(u, key);
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            all.add(byColumns(values.get(i), model.variables().get(i).sizes()));
        }
        return all.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[] byColumns(double[] rows, int[] sizes) {
        if (sizes.length < 2) {
            return rows;
        }
        double[] columns = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int rest = i;
            int place = 0;
            for (int axis = 0; axis < sizes.length; axis++) {
                place = place * sizes[axis] + rest % sizes[axis];
                rest /= sizes[axis];
            }
            columns[i] = rows[place];
        }
        return columns;
    }

    /// The free coordinates of given parameters.
    public double[] unconstrain(StanData parameters) {
        return model.free(parameters);
    }
}
