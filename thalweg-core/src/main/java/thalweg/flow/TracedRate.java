package thalweg.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.array.Closure;
import thalweg.array.Misuse;
import thalweg.array.Program;
import thalweg.array.Tensor;
import thalweg.array.transform.Linearize;
import thalweg.landscape.Coordinates;

/// A field as two programs: the velocity, and its derivative along a direction.
final class TracedRate<S> implements Rate<S> {
    /// What the programs take.
    record Argument<S>(Tensor t, S x) {}

    private final Coordinates<S> coordinates;
    private final Program velocity;
    private final Program push;

    TracedRate(Field<S> field, Coordinates<S> coordinates) {
        this.coordinates = coordinates;
        S example = coordinates.example().value();
        Closure<Argument<S>, S> closure =
                Closure.of(a -> field.at(a.t(), a.x()), new Argument<>(Tensor.of(0), example));
        if (!closure.captured().isEmpty()) {
            throw new Misuse(
                    "a field that uses tensors of a function being traced",
                    "a field of time, place and concrete tensors",
                    "run flows outside of traced functions");
        }
        int found = closure.result().leaves().stream().mapToInt(Tensor::count).sum();
        if (found != coordinates.size()) {
            throw new Misuse(
                    "a field with " + found + " numbers",
                    coordinates.size() + " as its place",
                    "give one velocity each");
        }
        this.velocity = closure.program();
        boolean[] wanted = new boolean[velocity.inputs().size()];
        Arrays.fill(wanted, 1, wanted.length, true);
        this.push = Linearize.pushforward(velocity, wanted);
    }

    @Override
    public Coordinates<S> coordinates() {
        return coordinates;
    }

    @Override
    public void at(double t, double[] x, double[] out) {
        Coordinates.write(velocity.on(arguments(t, x)), 0, out);
    }

    @Override
    public void jacobian(double t, double[] x, double[] out) {
        int n = x.length;
        double[] direction = new double[n];
        double[] column = new double[n];
        for (int j = 0; j < n; j++) {
            direction[j] = 1;
            List<Tensor> all = arguments(t, x);
            all.addAll(coordinates.leaves(direction));
            Coordinates.write(push.on(all), velocity.results(), column);
            for (int i = 0; i < n; i++) {
                out[i * n + j] = column[i];
            }
            direction[j] = 0;
        }
    }

    private List<Tensor> arguments(double t, double[] x) {
        List<Tensor> all = new ArrayList<>();
        all.add(Tensor.of(t));
        all.addAll(coordinates.leaves(x));
        return all;
    }
}
