package thalweg.flow;

import thalweg.array.Tensor;
import thalweg.array.Tree;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;

/// A Hamiltonian in two parts, `H = T(p) + V(q)`, written or learned: what splittings take.
public record Separable<Q>(Energy<Q> kinetic, Energy<Q> potential) {
    /// Unit mass: `T(p) = |p|^2 / 2`.
    public static <Q> Separable<Q> unitMass(Energy<Q> potential) {
        return new Separable<>(new Kinetic<>(), potential);
    }

    /// The whole energy on phase space.
    public Energy<Phase<Q>> energy() {
        return new Whole<>(kinetic, potential);
    }

    /// `T(p) + V(q)` on phase space; its slope is that of the parts, written by hand where theirs are.
    private record Whole<Q>(Energy<Q> kinetic, Energy<Q> potential) implements Energy<Phase<Q>> {
        @Override
        public Tensor at(Phase<Q> at) {
            return kinetic.at(at.momentum()).plus(potential.at(at.place()));
        }

        @Override
        public Flat<Phase<Q>> flat(Phase<Q> example) {
            return new SumFlat<>(kinetic.flat(example.momentum()), potential.flat(example.place()));
        }
    }

    /// The same law as `(J - R) grad E`.
    public Dynamics<Phase<Q>> dynamics() {
        return Dynamics.hamiltonian(energy());
    }

    /// `|p|^2 / 2`.
    public record Kinetic<Q>() implements Energy<Q> {
        @Override
        public Tensor at(Q momentum) {
            Tensor sum = Tensor.of(0);
            for (Tensor leaf : Tree.of(momentum).leaves()) {
                sum = sum.plus(leaf.square().sum());
            }
            return sum.times(0.5);
        }

        @Override
        public Flat<Q> flat(Q example) {
            return Flat.written(this, example, (p, slope) -> {
                double sum = 0;
                for (int i = 0; i < p.length; i++) {
                    slope[i] = p[i];
                    sum += p[i] * p[i];
                }
                return 0.5 * sum;
            });
        }
    }
}
