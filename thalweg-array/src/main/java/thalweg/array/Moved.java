package thalweg.array;

import java.util.ArrayList;
import java.util.List;

/// The rearrangements and picks a tensor offers.
sealed interface Moved permits Tensor {
    Tensor self();

    default Tensor reshape(int... sizes) {
        return new Move.Reshape(Shape.of(sizes)).of(self());
    }

    /// Axis `a` of the result is axis `order[a]` of this.
    default Tensor permute(int... order) {
        List<Integer> list = new ArrayList<>();
        for (int axis : order) {
            list.add(self().shape().axis(axis));
        }
        return new Move.Permute(list).of(self());
    }

    /// The last two axes exchanged.
    default Tensor transpose() {
        int rank = self().rank();
        if (rank < 2) {
            throw new Misuse("the transpose of " + self().type(), "two axes or more", "a vector has no transpose");
        }
        int[] order = new int[rank];
        for (int a = 0; a < rank; a++) {
            order[a] = a < rank - 2 ? a : 2 * rank - 3 - a;
        }
        return permute(order);
    }

    /// Repetition `n` times along a new axis, which becomes number `axis` of the result.
    default Tensor expand(int axis, int n) {
        int place = axis < 0 ? axis + self().rank() + 1 : axis;
        if (place < 0 || place > self().rank()) {
            throw new Misuse(
                    "a new axis " + axis + " for " + self().type(),
                    "0 .. " + self().rank(),
                    "count axes of the result");
        }
        return new Move.Expand(List.of(place), self().shape().insert(place, n)).of(self());
    }

    /// `n` equal rows: this along a new leading axis.
    default Tensor rows(int n) {
        return expand(0, n);
    }

    /// `n` equal columns: this along a new last axis.
    default Tensor columns(int n) {
        return expand(-1, n);
    }

    /// Zeros before and after along one axis.
    default Tensor pad(int axis, int before, int after) {
        int place = self().shape().axis(axis);
        return new Move.Pad(one(place, before, 0), one(place, after, 0), one(place, 0, 0)).of(self());
    }

    /// Elements `from .. to - 1` along one axis.
    default Tensor slice(int axis, int from, int to) {
        return slice(axis, from, to, 1);
    }

    /// Elements `from, from + step, ..` below `to` along one axis.
    default Tensor slice(int axis, int from, int to, int step) {
        int place = self().shape().axis(axis);
        List<Integer> ends = new ArrayList<>();
        for (int a = 0; a < self().rank(); a++) {
            ends.add(a == place ? to : self().size(a));
        }
        return new Move.Slice(one(place, from, 0), ends, one(place, step, 1)).of(self());
    }

    /// Element `i` along the leading axis, which disappears.
    default Tensor get(int i) {
        return get(0, i);
    }

    /// Element `i` along an axis, which disappears; -1 is the last.
    default Tensor get(int axis, int i) {
        int place = self().shape().axis(axis);
        int from = i < 0 ? i + self().size(place) : i;
        return new Move.Reshape(self().shape().without(List.of(place))).of(slice(place, from, from + 1));
    }

    default Tensor flip(int axis) {
        return new Move.Flip(List.of(self().shape().axis(axis))).of(self());
    }

    /// `out[i.., r..] = this[index[i..], r..]`.
    default Tensor gather(Tensor index) {
        return new Pick.Gather(0).of(self(), index);
    }

    /// `out[index[i..], r..] += this[i.., r..]` over zeros of `size` places.
    default Tensor scatterAdd(Tensor index, int size) {
        return new Pick.ScatterAdd(0, size).of(self(), index);
    }

    private List<Integer> one(int axis, int value, int others) {
        List<Integer> list = new ArrayList<>();
        for (int a = 0; a < self().rank(); a++) {
            list.add(a == axis ? value : others);
        }
        return list;
    }
}
