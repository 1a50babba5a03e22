package thalweg.stan.trace;

import java.util.Arrays;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import thalweg.array.Tensor;

/// The turns of a loop side by side: values inside it have them as a leading axis.
///
/// Lanes inside lanes are one axis again; `up` names the outer lane of each.
final class Lanes {
    private final int count;
    private final @Nullable Lanes parent;
    private final int[] up;
    private final int depth;
    private final IdentityHashMap<Tensor, Tensor> lifted = new IdentityHashMap<>();

    Lanes(int count, @Nullable Lanes parent, int[] up) {
        this.count = count;
        this.parent = parent;
        this.up = up;
        this.depth = parent == null ? 0 : parent.depth + 1;
    }

    int count() {
        return count;
    }

    @Nullable
    Lanes parent() {
        return parent;
    }

    /// The outer lane of each lane; meaningless in the outermost.
    int[] up() {
        return up;
    }

    /// The inner of two, one of which lies in the other.
    static @Nullable Lanes inner(@Nullable Lanes a, @Nullable Lanes b) {
        return a == null ? b : b == null || a.depth >= b.depth ? a : b;
    }

    /// For each lane, the lane of an ancestor it lies in.
    int[] up(Lanes ancestor) {
        int[] index = new int[count];
        Arrays.setAll(index, i -> i);
        for (Lanes at = this; at != ancestor; at = at.above()) {
            for (int i = 0; i < count; i++) {
                index[i] = at.up[index[i]];
            }
        }
        return index;
    }

    private Lanes above() {
        if (parent == null) {
            throw new IllegalStateException("lanes that lie in no common loop");
        }
        return parent;
    }

    /// A value of an ancestor's lanes in these.
    Tensor lift(Tensor value, Lanes from) {
        if (from == this) {
            return value;
        }
        return lifted.computeIfAbsent(value, v -> Pick.rows(v, up(from)));
    }
}
