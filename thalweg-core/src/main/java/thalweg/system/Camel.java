package thalweg.system;

import thalweg.array.Tensor;
import thalweg.landscape.Box;
import thalweg.landscape.Flat;

/// `E = (4 - 2.1 x^2 + x^4 / 3) x^2 + x y + (4 y^2 - 4) y^2`: six humps, two of them lowest at -1.0316. Dixon
/// and Szegő, Towards Global Optimisation 2 (1978).
public record Camel() implements Landscape {
    @Override
    public String name() {
        return "camel";
    }

    @Override
    public Box box() {
        return new Box(new double[] {-2, -1.2}, new double[] {2, 1.2});
    }

    @Override
    public double[] start() {
        return new double[] {-1.9, 1.1};
    }

    @Override
    public Tensor at(Tensor place) {
        Tensor x = place.get(0);
        Tensor y = place.get(1);
        Tensor xx = x.square();
        Tensor yy = y.square();
        Tensor first = xx.times(xx).over(3).minus(xx.times(2.1)).plus(4).times(xx);
        return first.plus(x.times(y)).plus(yy.times(4).minus(4).times(yy));
    }

    @Override
    public Flat<Tensor> flat(Tensor example) {
        return Flat.written(this, example, (s, slope) -> {
            double x = s[0];
            double y = s[1];
            double xx = x * x;
            double yy = y * y;
            slope[0] = x * (8 - 8.4 * xx + 2 * xx * xx) + y;
            slope[1] = x + y * (16 * yy - 8);
            return (4 - 2.1 * xx + xx * xx / 3) * xx + x * y + (4 * yy - 4) * yy;
        });
    }
}
