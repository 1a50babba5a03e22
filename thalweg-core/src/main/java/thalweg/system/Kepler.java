package thalweg.system;

import thalweg.array.Tensor;
import thalweg.flow.Phase;
import thalweg.flow.Separable;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;

/// The potential of a fixed sun in the plane, `V(q) = -1 / |q|`, for one planet of unit mass (Kepler 1609).
///
/// From [#perihelion] the orbit has energy -1/2, period 2 pi, angular momentum `sqrt(1 - e^2)`.
public record Kepler() implements Energy<Tensor> {
    @Override
    public Tensor at(Tensor q) {
        return q.square().sum().sqrt().reciprocal().neg();
    }

    @Override
    public Flat<Tensor> flat(Tensor example) {
        return Flat.written(this, example, (q, slope) -> {
            double square = q[0] * q[0] + q[1] * q[1];
            double distance = Math.sqrt(square);
            double cube = 1 / (square * distance);
            slope[0] = q[0] * cube;
            slope[1] = q[1] * cube;
            return -1 / distance;
        });
    }

    /// `|p|^2 / 2 - 1 / |q|`.
    public static Separable<Tensor> law() {
        return Separable.unitMass(new Kepler());
    }

    /// The place nearest to the sun of an orbit of excentricity `e` and semi-axis 1.
    public static Phase<Tensor> perihelion(double e) {
        return new Phase<>(Tensor.vector(1 - e, 0), Tensor.vector(0, Math.sqrt((1 + e) / (1 - e))));
    }
}
