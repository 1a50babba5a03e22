package thalweg.system;

import thalweg.array.Tensor;
import thalweg.flow.Field;
import thalweg.flow.Rate;

/// A chemical clock, `x' = a - (b + 1) x + x^2 y`, `y' = b x - x^2 y`: a cycle where `b > 1 + a^2`. Prigogine and
/// Lefever, J. Chem. Phys. 48 (1968) 1695.
///
/// @param a feed of the first substance
/// @param b feed of the second
public record Brusselator(double a, double b) implements Field<Tensor> {
    @Override
    public Tensor at(Tensor t, Tensor s) {
        Tensor x = s.get(0);
        Tensor y = s.get(1);
        Tensor made = x.square().times(y);
        return Tensor.stack(x.times(-(b + 1)).plus(a).plus(made), x.times(b).minus(made));
    }

    @Override
    public Rate<Tensor> flat(Tensor example) {
        return Rate.written(example, (t, s, out) -> {
            double made = s[0] * s[0] * s[1];
            out[0] = a - (b + 1) * s[0] + made;
            out[1] = b * s[0] - made;
        });
    }
}
