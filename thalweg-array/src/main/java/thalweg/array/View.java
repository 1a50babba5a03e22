package thalweg.array;

import java.util.Arrays;
import java.util.List;

/// A regular pattern of places in a row-major array: `place(i) = offset + sum_a i_a stride_a` for indices below
/// `sizes`.
///
/// Every rearrangement but a concatenation is one: permuting, expanding, slicing and flipping read their operand
/// through
/// a view, padding writes its result through one.
public final class View {
    /// Elements that are copied one by one.
    private static final int SHORT = 16;

    private final int[] sizes;
    private final int[] strides;
    private final int offset;

    public View(int[] sizes, int[] strides, int offset) {
        int rank = 0;
        int[] size = new int[sizes.length];
        int[] stride = new int[sizes.length];
        for (int a = 0; a < sizes.length; a++) {
            if (sizes[a] == 1) {
                continue;
            }
            if (rank > 0 && stride[rank - 1] == strides[a] * sizes[a]) {
                size[rank - 1] *= sizes[a];
                stride[rank - 1] = strides[a];
            } else {
                size[rank] = sizes[a];
                stride[rank++] = strides[a];
            }
        }
        this.sizes = Arrays.copyOf(size, rank);
        this.strides = Arrays.copyOf(stride, rank);
        this.offset = offset;
    }

    /// How a permutation, expansion, slice or flip reads its operand.
    public static View reading(Move op, Shape in) {
        int[] strides = in.strides();
        return switch (op) {
            case Move.Reshape _, Move.Concatenate _, Move.Pad _ -> new View(new int[] {in.count()}, new int[] {1}, 0);
            case Move.Permute(var order) -> permuted(in, order);
            case Move.Expand(var axes, Shape to) -> {
                int[] wide = new int[to.rank()];
                int from = 0;
                for (int a = 0; a < wide.length; a++) {
                    wide[a] = axes.contains(a) ? 0 : strides[from++];
                }
                yield new View(to.sizes(), wide, 0);
            }
            case Move.Slice(var from, var to, var step) -> {
                int[] sizes = in.sizes();
                int offset = 0;
                for (int a = 0; a < sizes.length; a++) {
                    sizes[a] = (to.get(a) - from.get(a) + step.get(a) - 1) / step.get(a);
                    offset += from.get(a) * strides[a];
                    strides[a] *= step.get(a);
                }
                yield new View(sizes, strides, offset);
            }
            case Move.Flip(var axes) -> {
                int offset = 0;
                for (int axis : axes) {
                    offset += Math.max(in.size(axis) - 1, 0) * strides[axis];
                    strides[axis] = -strides[axis];
                }
                yield new View(in.sizes(), strides, offset);
            }
        };
    }

    /// Reads axes in another order.
    public static View permuted(Shape in, List<Integer> order) {
        int[] strides = in.strides();
        int[] sizes = new int[strides.length];
        int[] moved = new int[strides.length];
        for (int a = 0; a < sizes.length; a++) {
            sizes[a] = in.size(order.get(a));
            moved[a] = strides[order.get(a)];
        }
        return new View(sizes, moved, 0);
    }

    /// Where a padding writes its operand in the result.
    public static View writing(Move.Pad op, Shape in, Shape out) {
        int[] strides = out.strides();
        int offset = 0;
        for (int a = 0; a < strides.length; a++) {
            offset += op.before().get(a) * strides[a];
            strides[a] *= op.between().get(a) + 1;
        }
        return new View(in.sizes(), strides, in.count() == 0 ? 0 : offset);
    }

    /// Whether the places are `0, 1, 2, ..`.
    public boolean isPlain() {
        return offset == 0 && (sizes.length == 0 || (sizes.length == 1 && strides[0] == 1));
    }

    public int[] sizes() {
        return sizes.clone();
    }

    public int[] strides() {
        return strides.clone();
    }

    public int offset() {
        return offset;
    }

    /// Copies the viewed elements of `from` to `to[at], to[at + 1], ..`.
    public void read(double[] from, int base, double[] to, int at) {
        walk((place, dense, n, stride) -> {
            int source = base + place;
            int target = at + dense;
            if (stride == 1) {
                System.arraycopy(from, source, to, target, n);
            } else if (stride == 0) {
                Arrays.fill(to, target, target + n, from[source]);
            } else {
                for (int i = 0; i < n; i++) {
                    to[target + i] = from[source + i * stride];
                }
            }
        });
    }

    /// Copies the viewed elements of `from` to `to[at], to[at + 1], ..`.
    public void read(long[] from, int base, long[] to, int at) {
        walk((place, dense, n, stride) -> {
            for (int i = 0; i < n; i++) {
                to[at + dense + i] = from[base + place + i * stride];
            }
        });
    }

    /// Copies `from[at], from[at + 1], ..` to the viewed places of `to`.
    public void write(double[] from, int at, double[] to, int base) {
        walk((place, dense, n, stride) -> {
            for (int i = 0; i < n; i++) {
                to[base + place + i * stride] = from[at + dense + i];
            }
        });
    }

    /// Copies `from[at], from[at + 1], ..` to the viewed places of `to`.
    public void write(long[] from, int at, long[] to, int base) {
        walk((place, dense, n, stride) -> {
            for (int i = 0; i < n; i++) {
                to[base + place + i * stride] = from[at + dense + i];
            }
        });
    }

    /// Copies the viewed elements of `rows` operands, one every `in` numbers, to places that are `out` numbers apart.
    public void readRows(double[] from, int base, int in, double[] to, int at, int out, int rows) {
        if (isShort()) {
            int n = sizes.length == 0 ? 1 : sizes[0];
            int stride = sizes.length == 0 ? 0 : strides[0];
            for (int r = 0; r < rows; r++) {
                for (int i = 0; i < n; i++) {
                    to[at + r * out + i] = from[base + offset + r * in + i * stride];
                }
            }
            return;
        }
        for (int r = 0; r < rows; r++) {
            read(from, base + r * in, to, at + r * out);
        }
    }

    /// Copies `rows` operands, one every `in` numbers, to the viewed places of results that are `out` numbers apart.
    public void writeRows(double[] from, int at, int in, double[] to, int base, int out, int rows) {
        if (isShort()) {
            int n = sizes.length == 0 ? 1 : sizes[0];
            int stride = sizes.length == 0 ? 0 : strides[0];
            for (int r = 0; r < rows; r++) {
                for (int i = 0; i < n; i++) {
                    to[base + offset + r * out + i * stride] = from[at + r * in + i];
                }
            }
            return;
        }
        for (int r = 0; r < rows; r++) {
            write(from, at + r * in, to, base + r * out);
        }
    }

    private boolean isShort() {
        return sizes.length == 0 || (sizes.length == 1 && sizes[0] <= SHORT);
    }

    private interface Row {
        void at(int place, int dense, int n, int stride);
    }

    private void walk(Row row) {
        int last = sizes.length - 1;
        int n = last < 0 ? 1 : sizes[last];
        int stride = last < 0 ? 1 : strides[last];
        int rows = 1;
        for (int a = 0; a < last; a++) {
            rows *= sizes[a];
        }
        if (n == 0 || rows == 0) {
            return;
        }
        int[] index = new int[Math.max(last, 0)];
        int place = offset;
        for (int r = 0; r < rows; r++) {
            row.at(place, r * n, n, stride);
            for (int a = last - 1; a >= 0; a--) {
                place += strides[a];
                if (++index[a] < sizes[a]) {
                    break;
                }
                place -= strides[a] * sizes[a];
                index[a] = 0;
            }
        }
    }
}
