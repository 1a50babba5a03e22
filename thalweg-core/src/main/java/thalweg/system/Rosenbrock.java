package thalweg.system;

import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.landscape.Box;
import thalweg.landscape.Flat;

/// A curved valley, `E = sum_i (1 - x_i)^2 + 100 (x_{i+1} - x_i^2)^2`, with its minimum 0 at ones. Rosenbrock,
/// Comput. J. 3 (1960) 175.
///
/// @param size the number of coordinates
public record Rosenbrock(int size) implements Landscape {
    /// @throws Misuse for fewer than two coordinates
    public Rosenbrock {
        if (size < 2) {
            throw new Misuse("a Rosenbrock valley of " + size + " coordinates", "2 or more", "the classic one has 2");
        }
    }

    @Override
    public String name() {
        return size == 2 ? "rosenbrock" : "rosenbrock-" + size;
    }

    @Override
    public Box box() {
        return Box.cube(size, -2, 2);
    }

    /// (-1.2, 1) in turn.
    @Override
    public double[] start() {
        double[] start = new double[size];
        for (int i = 0; i < size; i++) {
            start[i] = i % 2 == 0 ? -1.2 : 1;
        }
        return start;
    }

    @Override
    public Tensor at(Tensor x) {
        Tensor here = x.slice(0, 0, size - 1);
        Tensor next = x.slice(0, 1, size);
        Tensor a = here.neg().plus(1);
        Tensor b = next.minus(here.square());
        return a.square().plus(b.square().times(100)).sum();
    }

    @Override
    public Flat<Tensor> flat(Tensor example) {
        return Flat.written(this, example, (x, slope) -> {
            double sum = 0;
            slope[0] = 0;
            for (int i = 0; i + 1 < x.length; i++) {
                double a = 1 - x[i];
                double b = x[i + 1] - x[i] * x[i];
                slope[i] += -2 * a - 400 * x[i] * b;
                slope[i + 1] = 200 * b;
                sum += a * a + 100 * b * b;
            }
            return sum;
        });
    }
}
