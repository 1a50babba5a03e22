package thalweg.room.bayes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.landscape.Flat;
import thalweg.stan.StanPosterior;
import thalweg.stan.trace.Model;

/// The posterior of a Stan program as chains see it; a draw reports parameters, transformed parameters and generated
/// quantities.
final class StanLaw implements Posterior {
    private final String name;
    private final StanPosterior posterior;
    private final Flat<Tensor> flat;
    private final List<String> names;

    StanLaw(String name, StanPosterior posterior) {
        this.name = name;
        this.posterior = posterior;
        this.flat = posterior.flat();
        this.names = posterior.names(true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Flat<Tensor> flat() {
        return flat;
    }

    @Override
    public List<String> names() {
        return names;
    }

    /// Not numbers where the program refuses to generate.
    @Override
    public double[] report(double[] u, Key key) {
        try {
            return posterior.generate(u, key);
        } catch (Model.Rejected _) {
            double[] nothing = new double[names.size()];
            Arrays.fill(nothing, Double.NaN);
            return nothing;
        }
    }

    @Override
    public double[] free(Map<String, Double> given, double[] u) {
        throw new Misuse(
                "values of parameters to start a Stan program at",
                "a radius about 0 in free coordinates",
                "as --init 0");
    }

    @Override
    public String blame(double[] u) {
        try {
            posterior.constrain(u);
            return "";
        } catch (Model.Rejected rejected) {
            return String.valueOf(rejected.getMessage());
        }
    }
}
