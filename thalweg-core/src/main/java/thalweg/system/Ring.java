package thalweg.system;

import java.util.List;
import thalweg.array.Tensor;
import thalweg.flow.Field;
import thalweg.flow.Rate;

/// Equal masses on a ring of equal springs, places before velocities: `x_i'' = x_{i-1} - 2 x_i + x_{i+1}`. Three of
/// them conserve their momentum, and in each of the two modes of `omega^2 = 3` what an isotropic oscillator does.
public record Ring() implements Field<Tensor> {
    @Override
    public Tensor at(Tensor t, Tensor s) {
        int n = s.count() / 2;
        Tensor x = s.slice(0, 0, n);
        Tensor left = Tensor.concatenate(0, List.of(s.slice(0, n - 1, n), s.slice(0, 0, n - 1)));
        Tensor right = Tensor.concatenate(0, List.of(s.slice(0, 1, n), s.slice(0, 0, 1)));
        return Tensor.concatenate(
                0, List.of(s.slice(0, n, 2 * n), left.plus(right).minus(x.times(2))));
    }

    @Override
    public Rate<Tensor> flat(Tensor example) {
        return Rate.written(example, (t, s, out) -> {
            int n = s.length / 2;
            for (int i = 0; i < n; i++) {
                out[i] = s[n + i];
                out[n + i] = s[(i + n - 1) % n] - 2 * s[i] + s[(i + 1) % n];
            }
        });
    }
}
