package thalweg.array;

import java.util.List;

/// Operations that only rearrange elements.
public sealed interface Move extends Op {
    /// The same elements in row-major order under another shape.
    record Reshape(Shape to) implements Move {}

    /// Axis `a` of the result is axis `order[a]` of the operand.
    record Permute(List<Integer> order) implements Move {
        public Permute {
            order = List.copyOf(order);
        }
    }

    /// Repetition along new axes: those numbered `axes` in the result `to` are new.
    record Expand(List<Integer> axes, Shape to) implements Move {
        public Expand {
            axes = List.copyOf(axes);
        }
    }

    /// Zeros before, after and between the elements of each axis.
    record Pad(List<Integer> before, List<Integer> after, List<Integer> between) implements Move {
        public Pad {
            before = List.copyOf(before);
            after = List.copyOf(after);
            between = List.copyOf(between);
        }
    }

    /// Elements `from, from + step, ..` below `to` of each axis.
    record Slice(List<Integer> from, List<Integer> to, List<Integer> step) implements Move {
        public Slice {
            from = List.copyOf(from);
            to = List.copyOf(to);
            step = List.copyOf(step);
        }
    }

    /// Some axes in reverse order.
    record Flip(List<Integer> axes) implements Move {
        public Flip {
            axes = List.copyOf(axes);
        }
    }

    /// Operands one after another along an axis.
    record Concatenate(int axis) implements Move {}
}
