package thalweg.system;

import thalweg.array.Tensor;
import thalweg.flow.Field;
import thalweg.flow.Rate;

/// Convection cut down to three numbers, `x' = s (y - x)`, `y' = x (r - z) - y`, `z' = x y - b z`: chaotic, and nothing
/// is conserved. Lorenz, J. Atmos. Sci. 20 (1963) 130.
///
/// @param sigma Prandtl number, 10 in the paper
/// @param rho heating over its critical value, 28 in the paper
/// @param beta shape of the rolls, 8/3 in the paper
public record Lorenz(double sigma, double rho, double beta) implements Field<Tensor> {
    /// The numbers of the paper.
    public Lorenz() {
        this(10, 28, 8.0 / 3);
    }

    @Override
    public Tensor at(Tensor t, Tensor s) {
        Tensor x = s.get(0);
        Tensor y = s.get(1);
        Tensor z = s.get(2);
        return Tensor.stack(
                y.minus(x).times(sigma),
                x.times(z.neg().plus(rho)).minus(y),
                x.times(y).minus(z.times(beta)));
    }

    @Override
    public Rate<Tensor> flat(Tensor example) {
        return Rate.written(example, (t, s, out) -> {
            out[0] = sigma * (s[1] - s[0]);
            out[1] = s[0] * (rho - s[2]) - s[1];
            out[2] = s[0] * s[1] - beta * s[2];
        });
    }
}
