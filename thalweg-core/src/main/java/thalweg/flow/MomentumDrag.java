package thalweg.flow;

import java.util.function.UnaryOperator;
import thalweg.array.Tensor;
import thalweg.array.Tree;

/// `R = gamma M` on momenta for a diagonal mass.
record MomentumDrag<Q>(UnaryOperator<Q> inverseMass, double friction) implements Structure<Phase<Q>> {
    @Override
    public Phase<Q> apply(Phase<Q> at, Phase<Q> v) {
        return new Phase<>(
                still(v.place()),
                Tree.zip(v.momentum(), mass(v), (p, m) -> p.times(m).times(friction)));
    }

    @Override
    public Phase<Q> root(Phase<Q> at, Phase<Q> noise) {
        return new Phase<>(
                still(noise.place()),
                Tree.zip(
                        noise.momentum(),
                        mass(noise),
                        (p, m) -> p.times(m.times(friction).sqrt())));
    }

    private Q mass(Phase<Q> like) {
        Q ones = Tree.map(like.momentum(), leaf -> leaf.times(0).plus(1));
        return Tree.map(inverseMass.apply(ones), Tensor::reciprocal);
    }

    private Q still(Q place) {
        return Tree.map(place, leaf -> leaf.times(0));
    }
}
