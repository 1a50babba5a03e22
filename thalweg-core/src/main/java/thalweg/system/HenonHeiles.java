package thalweg.system;

import thalweg.array.Tensor;
import thalweg.flow.Separable;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;

/// A star near the plane of a galaxy, `V = (x^2 + y^2) / 2 + x^2 y - y^3 / 3`: regular at low energy, chaotic
/// near the escape at 1/6. Hénon and Heiles, Astron. J. 69 (1964) 73.
public record HenonHeiles() implements Energy<Tensor> {
    @Override
    public Tensor at(Tensor q) {
        Tensor x = q.get(0);
        Tensor y = q.get(1);
        return x.square()
                .plus(y.square())
                .times(0.5)
                .plus(x.square().times(y))
                .minus(y.times(y.square()).over(3));
    }

    @Override
    public Flat<Tensor> flat(Tensor example) {
        return Flat.written(this, example, (q, slope) -> {
            double x = q[0];
            double y = q[1];
            slope[0] = x + 2 * x * y;
            slope[1] = y + x * x - y * y;
            return 0.5 * (x * x + y * y) + x * x * y - y * y * y / 3;
        });
    }

    /// With unit mass.
    public static Separable<Tensor> law() {
        return Separable.unitMass(new HenonHeiles());
    }
}
