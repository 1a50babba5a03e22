package thalweg.system;

import thalweg.array.Tensor;
import thalweg.flow.Separable;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;

/// The potential of a pendulum of unit length and weight, `V(q) = -cos q`; the angle is a vector of one number.
public record Pendulum() implements Energy<Tensor> {
    @Override
    public Tensor at(Tensor q) {
        return q.cos().neg().sum();
    }

    @Override
    public Flat<Tensor> flat(Tensor example) {
        return Flat.written(this, example, (q, slope) -> {
            double sum = 0;
            for (int i = 0; i < q.length; i++) {
                slope[i] = StrictMath.sin(q[i]);
                sum -= StrictMath.cos(q[i]);
            }
            return sum;
        });
    }

    /// `p^2 / 2 - cos q`.
    public static Separable<Tensor> law() {
        return Separable.unitMass(new Pendulum());
    }
}
