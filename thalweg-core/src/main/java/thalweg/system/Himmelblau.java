package thalweg.system;

import thalweg.array.Tensor;
import thalweg.landscape.Box;
import thalweg.landscape.Flat;

/// `E = (x^2 + y - 11)^2 + (x + y^2 - 7)^2`: four minima, all 0. Himmelblau, Applied Nonlinear Programming (1972).
public record Himmelblau() implements Landscape {
    @Override
    public String name() {
        return "himmelblau";
    }

    @Override
    public Box box() {
        return Box.cube(2, -5, 5);
    }

    @Override
    public double[] start() {
        return new double[] {0, 0};
    }

    @Override
    public Tensor at(Tensor place) {
        Tensor x = place.get(0);
        Tensor y = place.get(1);
        Tensor a = x.square().plus(y).minus(11);
        Tensor b = x.plus(y.square()).minus(7);
        return a.square().plus(b.square());
    }

    @Override
    public Flat<Tensor> flat(Tensor example) {
        return Flat.written(this, example, (s, slope) -> {
            double a = s[0] * s[0] + s[1] - 11;
            double b = s[0] + s[1] * s[1] - 7;
            slope[0] = 4 * s[0] * a + 2 * b;
            slope[1] = 2 * a + 4 * s[1] * b;
            return a * a + b * b;
        });
    }
}
