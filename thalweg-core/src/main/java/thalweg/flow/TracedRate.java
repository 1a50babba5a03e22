package thalweg.flow;

import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.array.transform.Calculus;
import thalweg.landscape.Coordinates;
import thalweg.landscape.FlatFunction;

/// A field as two compiled programs: the velocity, and its derivative along a direction.
final class TracedRate<S> implements Rate<S> {
    private record Moment<S>(Tensor t, S x) {}

    private record Along<S>(Tensor t, S x, S direction) {}

    private final Coordinates<S> coordinates;
    private final FlatFunction<Moment<S>, S> velocity;
    private final FlatFunction<Along<S>, S> push;

    TracedRate(Field<S> field, Coordinates<S> coordinates) {
        this.coordinates = coordinates;
        S example = coordinates.example().value();
        Tensor zero = Tensor.of(0);
        this.velocity = FlatFunction.of(m -> field.at(m.t(), m.x()), new Moment<>(zero, example));
        if (velocity.results() != coordinates.size()) {
            throw new Misuse(
                    "a field with " + velocity.results() + " numbers",
                    coordinates.size() + " as its place",
                    "give one velocity each");
        }
        this.push = FlatFunction.of(
                a -> Calculus.<S, S>jvp(x -> field.at(a.t(), x), a.x(), a.direction())
                        .tangent(),
                new Along<>(zero, example, example));
    }

    @Override
    public Coordinates<S> coordinates() {
        return coordinates;
    }

    @Override
    public void at(double t, double[] x, double[] out) {
        velocity.call(new double[][] {{t}, x}, new double[][] {out});
    }

    @Override
    public void jacobian(double t, double[] x, double[] out) {
        int n = x.length;
        double[] direction = new double[n];
        double[] column = new double[n];
        for (int j = 0; j < n; j++) {
            direction[j] = 1;
            push.call(new double[][] {{t}, x, direction}, new double[][] {column});
            for (int i = 0; i < n; i++) {
                out[i * n + j] = column[i];
            }
            direction[j] = 0;
        }
    }
}
