package thalweg.system;

import thalweg.array.Tensor;
import thalweg.landscape.Box;
import thalweg.landscape.Flat;

/// The test landscape of chemical paths, a sum of four exponentials of quadratic forms: three minima, two saddles.
/// Müller and Brown, Theor. Chim. Acta 53 (1979) 75.
public record MuellerBrown() implements Landscape {
    private static final double[] HEIGHT = {-200, -100, -170, 15};
    private static final double[] XX = {-1, -1, -6.5, 0.7};
    private static final double[] XY = {0, 0, 11, 0.6};
    private static final double[] YY = {-10, -10, -6.5, 0.7};
    private static final double[] X = {1, 0, -0.5, -1};
    private static final double[] Y = {0, 0.5, 1.5, 1};

    @Override
    public String name() {
        return "mueller-brown";
    }

    @Override
    public Box box() {
        return new Box(new double[] {-1.5, -0.5}, new double[] {1.2, 2});
    }

    @Override
    public double[] start() {
        return new double[] {-0.2, 0.9};
    }

    @Override
    public Tensor at(Tensor place) {
        Tensor sum = Tensor.of(0);
        for (int k = 0; k < HEIGHT.length; k++) {
            Tensor x = place.get(0).minus(X[k]);
            Tensor y = place.get(1).minus(Y[k]);
            Tensor form = x.square()
                    .times(XX[k])
                    .plus(x.times(y).times(XY[k]))
                    .plus(y.square().times(YY[k]));
            sum = sum.plus(form.exp().times(HEIGHT[k]));
        }
        return sum;
    }

    @Override
    public Flat<Tensor> flat(Tensor example) {
        return Flat.written(this, example, (s, slope) -> {
            double sum = 0;
            slope[0] = 0;
            slope[1] = 0;
            for (int k = 0; k < HEIGHT.length; k++) {
                double x = s[0] - X[k];
                double y = s[1] - Y[k];
                double value = HEIGHT[k] * StrictMath.exp(XX[k] * x * x + XY[k] * x * y + YY[k] * y * y);
                slope[0] += value * (2 * XX[k] * x + XY[k] * y);
                slope[1] += value * (XY[k] * x + 2 * YY[k] * y);
                sum += value;
            }
            return sum;
        });
    }
}
