package thalweg.system;

import thalweg.array.Tensor;
import thalweg.flow.Dynamics;
import thalweg.flow.Phase;
import thalweg.landscape.Energy;

/// Two equal pendulums, one hanging from the other, unit masses, lengths and weight:
/// `H = (p1^2 + 2 p2^2 - 2 p1 p2 cos d) / (2 (1 + sin^2 d)) - 2 cos q1 - cos q2`, `d = q1 - q2`. Not separable: use
/// implicit midpoint, Gauss or Runge-Kutta.
public record DoublePendulum() implements Energy<Phase<Tensor>> {
    @Override
    public Tensor at(Phase<Tensor> at) {
        Tensor q1 = at.place().get(0);
        Tensor q2 = at.place().get(1);
        Tensor p1 = at.momentum().get(0);
        Tensor p2 = at.momentum().get(1);
        Tensor d = q1.minus(q2);
        Tensor kinetic = p1.square()
                .plus(p2.square().times(2))
                .minus(p1.times(p2).times(d.cos()).times(2))
                .over(d.sin().square().plus(1).times(2));
        return kinetic.minus(q1.cos().times(2)).minus(q2.cos());
    }

    /// Hamilton's equations.
    public static Dynamics<Phase<Tensor>> law() {
        return Dynamics.hamiltonian(new DoublePendulum());
    }
}
