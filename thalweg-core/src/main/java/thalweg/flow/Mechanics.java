package thalweg.flow;

import java.util.function.UnaryOperator;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.array.Tree;
import thalweg.landscape.Energy;

/// Newton's law with friction and noise: `dq = M^-1 p dt`, `dp = -grad V dt - gamma p dt + sqrt(2 gamma T M) dW`.
///
/// @param inverseMass `p -> M^-1 p`, linear
/// @param friction gamma, in units of 1/time
/// @param temperature T, in units of the energy
public record Mechanics<Q>(Energy<Q> potential, UnaryOperator<Q> inverseMass, double friction, double temperature) {
    /// @throws Misuse for a negative friction or temperature
    public Mechanics {
        if (!(friction >= 0) || Double.isInfinite(friction)) {
            throw new Misuse("a friction of " + friction, "0 or more", "0 is the law without a bath");
        }
        Dynamics.temperature(temperature);
    }

    /// Unit mass, no bath.
    public static <Q> Mechanics<Q> of(Energy<Q> potential) {
        return new Mechanics<>(potential, UnaryOperator.identity(), 0, 0);
    }

    /// Unit mass in a bath.
    public static <Q> Mechanics<Q> langevin(Energy<Q> potential, double friction, double temperature) {
        return new Mechanics<>(potential, UnaryOperator.identity(), friction, temperature);
    }

    /// `p M^-1 p / 2 + V(q)` in two parts.
    ///
    /// @throws Misuse if there is friction, which no Hamiltonian holds
    public Separable<Q> separable() {
        if (friction != 0) {
            throw new Misuse(
                    "a Hamiltonian asked of a law with friction " + friction,
                    "friction 0",
                    "use Langevin.baoab, or Runge-Kutta on dynamics().field()");
        }
        return new Separable<>(kinetic(), potential);
    }

    /// `p M^-1 p / 2`.
    public Energy<Q> kinetic() {
        if (inverseMass.equals(UnaryOperator.identity())) {
            return new Separable.Kinetic<>();
        }
        return momentum -> {
            Q velocity = inverseMass.apply(momentum);
            Tensor sum = Tensor.of(0);
            for (Tensor leaf :
                    Tree.of(Tree.zip(momentum, velocity, (p, v) -> p.times(v))).leaves()) {
                sum = sum.plus(leaf.sum());
            }
            return sum.times(0.5);
        };
    }

    /// The same law as `(J - R) grad E` on phase space, with `R = gamma M` on momenta.
    public Dynamics<Phase<Q>> dynamics() {
        Energy<Phase<Q>> energy = new Separable<>(kinetic(), potential).energy();
        Structure<Phase<Q>> drag = friction == 0 ? Structure.none() : new MomentumDrag<>(inverseMass, friction);
        return new Dynamics<>(energy, Structure.canonical(), drag, temperature);
    }
}
