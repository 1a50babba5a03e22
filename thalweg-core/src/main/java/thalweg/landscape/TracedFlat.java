package thalweg.landscape;

import org.jspecify.annotations.Nullable;
import thalweg.array.Tensor;
import thalweg.array.transform.Calculus;
import thalweg.linalg.LinearMap;

/// The flat door of an energy as three compiled programs: height, height and slope, second derivatives along a
/// direction.
final class TracedFlat<S> implements Flat<S> {
    private record Along<S>(S at, S direction) {}

    private final Coordinates<S> coordinates;
    private final Energy<S> energy;
    private final S example;
    private final FlatFunction<S, Calculus.Slope<S>> slope;
    private volatile @Nullable FlatFunction<S, Tensor> height;
    private volatile @Nullable FlatFunction<Along<S>, S> product;
    private volatile @Nullable HeldFunction<S, S> held;

    TracedFlat(Energy<S> energy, S example) {
        this.coordinates = Coordinates.of(example);
        this.energy = energy;
        this.example = example;
        this.slope = FlatFunction.of(Calculus.valueAndGrad(energy::at), example);
    }

    @Override
    public int size() {
        return coordinates.size();
    }

    @Override
    public double height(double[] x) {
        double[] result = new double[1];
        FlatFunction<S, Tensor> function = height;
        if (function == null) {
            function = FlatFunction.of(energy::at, example);
            height = function;
        }
        function.call(new double[][] {x}, new double[][] {result});
        return result[0];
    }

    @Override
    public double at(double[] x, double[] out) {
        return slope.call(x, out);
    }

    @Override
    public void product(double[] x, double[] v, double[] out) {
        FlatFunction<Along<S>, S> function = product;
        if (function == null) {
            function = FlatFunction.of(
                    a -> Calculus.hessianVector(energy::at, a.at()).apply(a.direction()),
                    new Along<>(example, example));
            product = function;
        }
        function.call(new double[][] {x, v}, new double[][] {out});
    }

    @Override
    public LinearMap hessian(double[] x) {
        HeldFunction<S, S> function = held;
        if (function == null) {
            function = HeldFunction.of(
                    (at, v) -> Calculus.hessianVector(energy::at, at).apply(v), example, example);
            held = function;
        }
        return function.at(x);
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
