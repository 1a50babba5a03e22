package thalweg.system;

import thalweg.array.Tensor;
import thalweg.landscape.Box;
import thalweg.landscape.Flat;

/// Two valleys and a pass, `E = x^4 / 4 - x^2 / 2 + y^2 / 2`: minima -1/4 at (+-1, 0), a saddle at the origin.
public record DoubleWell() implements Landscape {
    @Override
    public String name() {
        return "double-well";
    }

    @Override
    public Box box() {
        return Box.cube(2, -2, 2);
    }

    @Override
    public double[] start() {
        return new double[] {0.1, 1.5};
    }

    @Override
    public Tensor at(Tensor place) {
        Tensor xx = place.get(0).square();
        Tensor y = place.get(1);
        return xx.square().times(0.25).minus(xx.times(0.5)).plus(y.square().times(0.5));
    }

    @Override
    public Flat<Tensor> flat(Tensor example) {
        return Flat.written(this, example, (s, slope) -> {
            double xx = s[0] * s[0];
            slope[0] = s[0] * (xx - 1);
            slope[1] = s[1];
            return 0.25 * xx * xx - 0.5 * xx + 0.5 * s[1] * s[1];
        });
    }
}
