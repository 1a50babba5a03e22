package thalweg.system;

import thalweg.array.Tensor;
import thalweg.flow.Field;
import thalweg.flow.Rate;

/// A valve that feeds its own oscillation, `x' = v`, `v' = mu (1 - x^2) v - x`: all roads lead to one cycle. van der
/// Pol, Phil. Mag. 2 (1926) 978.
///
/// @param mu strength of the feedback
public record VanDerPol(double mu) implements Field<Tensor> {
    @Override
    public Tensor at(Tensor t, Tensor s) {
        Tensor x = s.get(0);
        Tensor v = s.get(1);
        return Tensor.stack(v, x.square().neg().plus(1).times(v).times(mu).minus(x));
    }

    @Override
    public Rate<Tensor> flat(Tensor example) {
        return Rate.written(example, (t, s, out) -> {
            out[0] = s[1];
            out[1] = mu * (1 - s[0] * s[0]) * s[1] - s[0];
        });
    }
}
