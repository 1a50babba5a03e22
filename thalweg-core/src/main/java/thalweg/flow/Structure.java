package thalweg.flow;

import thalweg.array.Tensor;
import thalweg.array.Tree;

/// J or R of the law at a place: a linear map of slopes to velocities.
///
/// @param <S> the place
public interface Structure<S> {
    /// The map applied to `v`, in pure tensor code.
    S apply(S at, S v);

    /// A square root applied to noise: `root root' = R`. Asked of a drag only.
    S root(S at, S noise);

    /// `sum_j d/dx_j M_ij(x)`, zero where the map is the same everywhere.
    default S divergence(S at) {
        return Tree.map(at, leaf -> leaf.times(0));
    }

    /// The zero map.
    static <S> Structure<S> none() {
        return new None<>();
    }

    /// A multiple of the unit map, as a drag.
    static <S> Structure<S> unit(double factor) {
        return new Unit<>(factor);
    }

    /// `(q, p) -> (p, -q)`: Hamilton's turn on phase space.
    static <Q> Structure<Phase<Q>> canonical() {
        return new Canonical<>();
    }

    /// The zero map.
    record None<S>() implements Structure<S> {
        @Override
        public S apply(S at, S v) {
            return Tree.map(v, leaf -> leaf.times(0));
        }

        @Override
        public S root(S at, S noise) {
            return apply(at, noise);
        }
    }

    /// `factor` times the unit map.
    record Unit<S>(double factor) implements Structure<S> {
        @Override
        public S apply(S at, S v) {
            return factor == 1 ? v : Tree.map(v, leaf -> leaf.times(factor));
        }

        @Override
        public S root(S at, S noise) {
            Tensor root = Tensor.of(Math.sqrt(factor));
            return Tree.map(noise, leaf -> leaf.times(root));
        }
    }

    /// Hamilton's turn.
    record Canonical<Q>() implements Structure<Phase<Q>> {
        @Override
        public Phase<Q> apply(Phase<Q> at, Phase<Q> v) {
            return new Phase<>(v.momentum(), Tree.map(v.place(), Tensor::neg));
        }

        @Override
        public Phase<Q> root(Phase<Q> at, Phase<Q> noise) {
            throw new thalweg.array.Misuse(
                    "the root of Hamilton's turn", "a drag, which is positive", "noise belongs to the drag of the law");
        }
    }
}
