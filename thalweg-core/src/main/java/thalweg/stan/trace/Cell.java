package thalweg.stan.trace;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import thalweg.array.Shape;
import thalweg.array.Tensor;
import thalweg.stan.type.StanType;

/// A variable of a running program: one value, numbers that are written one by one, or pieces by their first indices.
final class Cell {
    private final StanType type;
    private final int[] sizes;
    private final @Nullable Lanes home;
    private @Nullable Value whole;
    private double @Nullable [] numbers;
    private boolean shared;
    private @Nullable Value @Nullable [] pieces;
    private int depth;

    /// @param sizes of all axes
    /// @param home the lanes it was declared in
    Cell(StanType type, int[] sizes, @Nullable Lanes home) {
        this.type = type;
        this.sizes = sizes;
        this.home = home;
    }

    private Cell(Cell other) {
        this(other.type, other.sizes, other.home);
        whole = other.whole;
        numbers = other.numbers;
        other.shared = true;
        shared = true;
        pieces = other.pieces == null ? null : other.pieces.clone();
        depth = other.depth;
    }

    /// The same variable as it stands, to come back to.
    Cell copy() {
        return new Cell(this);
    }

    void restore(Cell saved) {
        whole = saved.whole;
        numbers = saved.numbers;
        saved.shared = true;
        shared = true;
        pieces = saved.pieces == null ? null : saved.pieces.clone();
        depth = saved.depth;
    }

    StanType type() {
        return type;
    }

    int[] sizes() {
        return sizes;
    }

    @Nullable
    Lanes home() {
        return home;
    }

    int count() {
        return Shape.of(sizes).count();
    }

    private double empty() {
        return type.base() == StanType.Base.INT ? Integer.MIN_VALUE : Double.NaN;
    }

    void set(Value value) {
        whole = value;
        numbers = null;
        pieces = null;
    }

    Value get() {
        if (whole != null) {
            return whole;
        }
        if (pieces != null) {
            Value made = assemble(pieces);
            whole = made;
            return made;
        }
        double[] own = numbers;
        if (own == null) {
            own = new double[count()];
            Arrays.fill(own, empty());
            numbers = own;
        }
        shared = true;
        return Value.of(type, Tensor.wrap(own, Shape.of(sizes)));
    }

    /// Whether any of it is traced or in lanes.
    boolean isPlain() {
        if (pieces != null) {
            for (Value piece : pieces) {
                if (piece != null && !piece.isPlain()) {
                    return false;
                }
            }
            return true;
        }
        return whole == null || whole.isPlain();
    }

    private Value assemble(@Nullable Value[] parts) {
        int[] outer = Arrays.copyOf(sizes, depth);
        int[] inner = Arrays.copyOfRange(sizes, depth, sizes.length);
        Value blank = Value.of(StanType.REAL, Tensor.full(empty(), inner));
        Value[] all = new Value[parts.length];
        for (int i = 0; i < all.length; i++) {
            Value part = parts[i];
            all[i] = part == null ? blank : part;
        }
        Operands together = Operands.of(all);
        boolean lanes = together.lanes() != null;
        Tensor[] rows = together.tensors();
        for (int i = 0; i < rows.length; i++) {
            if (lanes && !together.wide()[i] && together.lanes() != null) {
                rows[i] = rows[i].rows(together.lanes().count());
            }
            rows[i] = rows[i].expand(lanes ? 1 : 0, 1);
        }
        Tensor stacked = rows.length == 1 ? rows[0] : Tensor.concatenate(lanes ? 1 : 0, Arrays.asList(rows));
        Shape shape = Shape.of(outer).then(Shape.of(inner));
        if (lanes && together.lanes() != null) {
            shape = Shape.of(together.lanes().count()).then(shape);
        }
        return together.result(type, stacked.reshape(shape.sizes()));
    }

    /// Writes what stands at the first indices `flat` (of `indices` axes, counted through).
    void put(int flat, int indices, Value value) {
        if (value.isPlain() && isPlain() && pieces == null) {
            int block = count()
                    / Math.max(1, Shape.of(Arrays.copyOf(sizes, indices)).count());
            System.arraycopy(value.numbers(), 0, owned(), flat * block, block);
            return;
        }
        if (pieces == null || depth > indices) {
            spread(indices);
        } else if (depth < indices) {
            spread(indices);
        }
        whole = null;
        if (pieces != null) {
            pieces[flat] = value;
        }
    }

    /// The numbers, owned by this variable alone.
    double[] owned() {
        if (whole != null) {
            numbers = whole.numbers();
            shared = true;
            whole = null;
        }
        double[] own = numbers;
        if (own == null) {
            own = new double[count()];
            Arrays.fill(own, empty());
        } else if (shared) {
            own = own.clone();
        }
        shared = false;
        numbers = own;
        return own;
    }

    /// What stands at the first indices; null if it must be read from the whole.
    @Nullable
    Value at(int flat, int indices) {
        if (pieces != null && depth == indices) {
            Value piece = pieces[flat];
            if (piece != null) {
                return piece;
            }
        }
        if (numbers != null && whole == null && indices == sizes.length) {
            return Value.of(type.base() == StanType.Base.INT ? StanType.INT : StanType.REAL, Tensor.of(numbers[flat]));
        }
        return null;
    }

    private void spread(int indices) {
        boolean fresh = whole == null && numbers == null && pieces == null;
        Value all = fresh ? null : get();
        Value[] parts = new Value[Shape.of(Arrays.copyOf(sizes, indices)).count()];
        if (all != null) {
            int[] inner = Arrays.copyOfRange(sizes, indices, sizes.length);
            int axis = all.lanes() == null ? 0 : 1;
            int[] flat = new int[axis + 1 + inner.length];
            if (axis == 1) {
                flat[0] = all.tensor().size(0);
            }
            flat[axis] = parts.length;
            System.arraycopy(inner, 0, flat, axis + 1, inner.length);
            Tensor rows = all.tensor().reshape(flat);
            for (int i = 0; i < parts.length; i++) {
                parts[i] = Value.of(type, rows.get(axis, i), all.lanes(), all.turn());
            }
        }
        pieces = parts;
        depth = indices;
        whole = null;
        numbers = null;
    }
}
