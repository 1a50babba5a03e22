package thalweg.system;

import thalweg.array.Tensor;
import thalweg.flow.Field;
import thalweg.flow.Rate;

/// Prey and predators at unit rates, `x' = x (1 - y)`, `y' = y (x - 1)`; conserved is `x - ln x + y - ln y`. Volterra,
/// Nature 118 (1926) 558.
public record LotkaVolterra() implements Field<Tensor> {
    @Override
    public Tensor at(Tensor t, Tensor s) {
        Tensor x = s.get(0);
        Tensor y = s.get(1);
        return Tensor.stack(x.times(y.neg().plus(1)), y.times(x.minus(1)));
    }

    @Override
    public Rate<Tensor> flat(Tensor example) {
        return Rate.written(example, (t, s, out) -> {
            out[0] = s[0] * (1 - s[1]);
            out[1] = s[1] * (s[0] - 1);
        });
    }
}
