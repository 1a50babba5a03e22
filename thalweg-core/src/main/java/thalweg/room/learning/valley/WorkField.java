package thalweg.room.learning.valley;

import java.util.Arrays;
import java.util.List;
import thalweg.array.Tensor;
import thalweg.array.transform.Calculus;
import thalweg.flow.Field;
import thalweg.flow.Rate;
import thalweg.landscape.Coordinates;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;

/// Gradient flow that carries the work it does as one more coordinate, the last: `dx/dt = -grad E`,
/// `dw/dt = |grad E|^2 / unit`, so that `E(0) - E(t) = unit w(t)`.
///
/// @param unit of the work, so that one tolerance serves places and work
record WorkField(Energy<Tensor> energy, Flat<Tensor> door, double unit) implements Field<Tensor> {
    @Override
    public Tensor at(Tensor t, Tensor state) {
        Tensor x = state.slice(0, 0, state.size(0) - 1);
        Tensor slope = Calculus.grad(energy::at).apply(x);
        return Tensor.concatenate(
                0, List.of(slope.neg(), slope.square().sum().over(unit).reshape(1)));
    }

    @Override
    public Rate<Tensor> flat(Tensor example) {
        return new Work(Coordinates.of(example), door, unit);
    }

    private record Work(Coordinates<Tensor> coordinates, Flat<Tensor> door, double unit) implements Rate<Tensor> {
        @Override
        public void at(double t, double[] state, double[] out) {
            int n = door.size();
            double[] slope = new double[n];
            door.slope(Arrays.copyOf(state, n), slope);
            double square = 0;
            for (int i = 0; i < n; i++) {
                out[i] = -slope[i];
                square += slope[i] * slope[i];
            }
            out[n] = square / unit;
        }

        @Override
        public void jacobian(double t, double[] state, double[] out) {
            int n = door.size();
            double[] x = Arrays.copyOf(state, n);
            double[] slope = new double[n];
            double[] direction = new double[n];
            double[] column = new double[n];
            door.slope(x, slope);
            for (int j = 0; j < n; j++) {
                direction[j] = 1;
                door.product(x, direction, column);
                direction[j] = 0;
                double along = 0;
                for (int i = 0; i < n; i++) {
                    out[i * (n + 1) + j] = -column[i];
                    along += 2 * slope[i] * column[i];
                }
                out[n * (n + 1) + j] = along / unit;
            }
            for (int i = 0; i <= n; i++) {
                out[i * (n + 1) + n] = 0;
            }
        }
    }
}
