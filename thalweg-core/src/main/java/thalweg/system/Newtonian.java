package thalweg.system;

import java.util.List;
import thalweg.array.Tensor;
import thalweg.array.transform.Calculus;
import thalweg.flow.Field;
import thalweg.flow.Rate;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;

/// Unit masses in a potential as a first-order motion, places before velocities: `x' = v`, `v' = -grad V(x)`.
public record Newtonian(Energy<Tensor> potential) implements Field<Tensor> {
    @Override
    public Tensor at(Tensor t, Tensor s) {
        int n = s.count() / 2;
        Tensor force = Calculus.grad(potential::at).apply(s.slice(0, 0, n)).neg();
        return Tensor.concatenate(0, List.of(s.slice(0, n, 2 * n), force));
    }

    @Override
    public Rate<Tensor> flat(Tensor example) {
        int n = example.count() / 2;
        Flat<Tensor> flat = potential.flat(Tensor.zeros(n));
        return Rate.written(example, (t, s, out) -> {
            double[] slope = new double[n];
            flat.slope(java.util.Arrays.copyOf(s, n), slope);
            System.arraycopy(s, n, out, 0, n);
            for (int i = 0; i < n; i++) {
                out[n + i] = -slope[i];
            }
        });
    }
}
