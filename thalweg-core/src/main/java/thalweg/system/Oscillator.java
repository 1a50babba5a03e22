package thalweg.system;

import java.util.List;
import thalweg.array.Tensor;
import thalweg.flow.Field;
import thalweg.flow.Rate;

/// A mass on a spring in one or more dimensions, places before velocities: `x'' = -x - c x'`. Without damping every
/// `(x_i x_j + v_i v_j) / 2` and `x_i v_j - x_j v_i` is conserved.
///
/// @param damping c
public record Oscillator(double damping) implements Field<Tensor> {
    @Override
    public Tensor at(Tensor t, Tensor s) {
        int n = s.count() / 2;
        Tensor x = s.slice(0, 0, n);
        Tensor v = s.slice(0, n, 2 * n);
        return Tensor.concatenate(0, List.of(v, x.plus(v.times(damping)).neg()));
    }

    @Override
    public Rate<Tensor> flat(Tensor example) {
        return Rate.written(example, (t, s, out) -> {
            int n = s.length / 2;
            for (int i = 0; i < n; i++) {
                out[i] = s[n + i];
                out[n + i] = -s[i] - damping * s[n + i];
            }
        });
    }
}
