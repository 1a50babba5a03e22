package thalweg.flow;

import thalweg.array.Misuse;
import thalweg.array.Tree;
import thalweg.array.transform.Calculus;
import thalweg.landscape.Energy;

/// The law of motion: `dx = (J - R) grad E(x) dt + T div(R - J) dt + sqrt(2 T R) dW`.
///
/// The divergence, where R or J depends on the place, keeps `exp(-E/T)` the stationary law: Ma, Chen and Fox
/// (2015), arXiv:1506.04696, equation 3.
///
/// @param turn J, antisymmetric: what conserves
/// @param drag R, positive: what goes down
/// @param temperature T, in units of the energy
public record Dynamics<S>(Energy<S> energy, Structure<S> turn, Structure<S> drag, double temperature) {
    /// @throws Misuse for a negative temperature
    public Dynamics {
        temperature(temperature);
    }

    static void temperature(double temperature) {
        if (!(temperature >= 0) || Double.isInfinite(temperature)) {
            throw new Misuse("a temperature of " + temperature, "0 or more", "0 is the law without noise");
        }
    }

    /// Gradient flow: `dx/dt = -grad E`, so that `dE/dt = -|grad E|^2`.
    public static <S> Dynamics<S> descent(Energy<S> energy) {
        return new Dynamics<>(energy, Structure.none(), Structure.unit(1), 0);
    }

    /// Hamilton's equations: `dq/dt = dE/dp`, `dp/dt = -dE/dq`.
    public static <Q> Dynamics<Phase<Q>> hamiltonian(Energy<Phase<Q>> energy) {
        return new Dynamics<>(energy, Structure.canonical(), Structure.none(), 0);
    }

    /// Overdamped Langevin motion: `dx = -grad E dt + sqrt(2 T) dW`.
    public static <S> Dynamics<S> langevin(Energy<S> energy, double temperature) {
        return new Dynamics<>(energy, Structure.none(), Structure.unit(1), temperature);
    }

    /// The motion without its noise: `(J - R) grad E + T div(R - J)`.
    public Field<S> field() {
        return new Drift<>(this);
    }

    /// The drift of a law, by slopes written by hand where its maps are the simple ones.
    record Drift<S>(Dynamics<S> law) implements Field<S> {
        @Override
        public S at(thalweg.array.Tensor t, S x) {
            S slope = Calculus.grad(law.energy()::at).apply(x);
            S drift =
                    Tree.zip(law.turn().apply(x, slope), law.drag().apply(x, slope), (turn, drag) -> turn.minus(drag));
            if (law.temperature() == 0) {
                return drift;
            }
            S spread = Tree.zip(law.drag().divergence(x), law.turn().divergence(x), (r, j) -> r.minus(j));
            return Tree.zip(drift, spread, (a, b) -> a.plus(b.times(law.temperature())));
        }

        @Override
        public Rate<S> flat(S example) {
            boolean descends = law.turn() instanceof Structure.None<?> && law.drag() instanceof Structure.Unit<?>;
            boolean turns = law.turn() instanceof Structure.Canonical<?> && law.drag() instanceof Structure.None<?>;
            return descends || turns ? new SlopeRate<>(law, example, turns) : Rate.of(this, example);
        }
    }
}
