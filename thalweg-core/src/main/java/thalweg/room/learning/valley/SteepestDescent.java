package thalweg.room.learning.valley;

import org.jspecify.annotations.Nullable;
import thalweg.array.Tensor;
import thalweg.array.transform.Calculus;
import thalweg.flow.Field;
import thalweg.flow.Rate;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;

/// The field of steepest descent at unit speed, `dx/ds = -grad E / |grad E|`: the curves of gradient flow, measured by
/// their length.
///
/// @param uphill whether it climbs instead
record SteepestDescent(Energy<Tensor> energy, Flat<Tensor> door, boolean uphill) implements Field<Tensor> {
    @Override
    public Tensor at(Tensor s, Tensor x) {
        Tensor slope = Calculus.grad(energy::at).apply(x);
        Tensor unit = slope.over(slope.square().sum().sqrt());
        return uphill ? unit : unit.neg();
    }

    @Override
    public Rate<Tensor> flat(Tensor example) {
        return Rate.written(example, (s, x, out) -> {
            door.slope(x, out);
            double size = Newton.norm(out) * (uphill ? 1 : -1);
            for (int i = 0; i < out.length; i++) {
                out[i] /= size;
            }
        });
    }

    /// The field down a terrain, or up.
    static SteepestDescent of(Terrain terrain, boolean uphill) {
        return new SteepestDescent(terrain.energy(), terrain.flat(), uphill);
    }

    /// The unit direction at a place; null where there is none.
    static double @Nullable [] direction(Terrain terrain, double[] x) {
        double[] slope = terrain.slope(x);
        double size = Newton.norm(slope);
        if (!(size > 0) || !Double.isFinite(size)) {
            return null;
        }
        for (int i = 0; i < slope.length; i++) {
            slope[i] /= -size;
        }
        return slope;
    }
}
