package thalweg.landscape;

import java.util.Arrays;
import java.util.List;
import thalweg.array.Closure;
import thalweg.array.Misuse;
import thalweg.array.Program;
import thalweg.array.Tensor;
import thalweg.array.Type;
import thalweg.array.transform.Differentiate;
import thalweg.array.transform.Linearize;

/// The flat door of an energy as three programs: height, height and slope, second derivatives along a direction.
final class TracedFlat<S> implements Flat<S> {
    private final Coordinates<S> coordinates;
    private final Program height;
    private final Program slope;
    private final Program product;

    TracedFlat(Energy<S> energy, S example) {
        this.coordinates = Coordinates.of(example);
        Closure<S, Tensor> closure = Closure.of(energy::at, coordinates.example());
        if (!closure.captured().isEmpty()) {
            throw new Misuse(
                    "an energy that uses tensors of a function being traced",
                    "an energy of its place and concrete tensors",
                    "run flows outside of traced functions");
        }
        this.height = closure.program();
        Type type = height.resultTypes().get(0);
        if (!type.shape().isScalar() || !type.isReal()) {
            throw new Misuse("an energy with result " + type, "a scalar f64[]", "sum or average it");
        }
        boolean[] wanted = new boolean[height.inputs().size()];
        Arrays.fill(wanted, true);
        this.slope = Differentiate.gradient(height, wanted);
        this.product = Linearize.pushforward(slope, wanted);
    }

    @Override
    public int size() {
        return coordinates.size();
    }

    @Override
    public double height(double[] x) {
        return height.on(coordinates.leaves(x)).get(0).value();
    }

    @Override
    public double at(double[] x, double[] out) {
        List<Tensor> results = slope.on(coordinates.leaves(x));
        Coordinates.write(results, 1, out);
        return results.get(0).value();
    }

    @Override
    public void product(double[] x, double[] v, double[] out) {
        List<Tensor> arguments = coordinates.leaves(x);
        arguments.addAll(coordinates.leaves(v));
        List<Tensor> results = product.on(arguments);
        Coordinates.write(results, slope.results() + 1, out);
    }

    @Override
    public double[] flat(S place) {
        return coordinates.flat(place);
    }

    @Override
    public S tree(double[] x) {
        return coordinates.tree(x);
    }
}
