package thalweg.array;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The rule by which shapes meet: equal, a scalar, or exactly the last axes.
final class Broadcast {
    private Broadcast() {}

    private static Shape common(String name, Tensor... operands) {
        Shape wide = operands[0].shape();
        for (Tensor operand : operands) {
            if (operand.rank() > wide.rank()) {
                wide = operand.shape();
            }
        }
        for (Tensor operand : operands) {
            if (!wide.endsWith(operand.shape())) {
                Place place = Place.here();
                throw new Misuse(
                        name + " of "
                                + Arrays.stream(operands).map(Tensor::type).toList()
                                + (place == null ? "" : " at " + place),
                        "equal shapes, a scalar, or exactly the last axes of the other",
                        "name the axis to repeat: rows(n), columns(n) or expand(axis, n)");
            }
        }
        return wide;
    }

    /// Operands of one shape; a repetition is recorded where their operation will be, and never made into numbers.
    static Tensor[] all(String name, Tensor... operands) {
        Shape wide = common(name, operands);
        Trace trace = Trace.innermost(List.of(operands));
        Tensor[] same = operands.clone();
        for (int i = 0; i < same.length; i++) {
            if (!same[i].shape().equals(wide)) {
                same[i] = to(trace == null ? same[i] : trace.constant(same[i]), wide);
            }
        }
        return same;
    }

    private static Tensor to(Tensor x, Shape wide) {
        List<Integer> axes = new ArrayList<>();
        for (int a = 0; a < wide.rank() - x.rank(); a++) {
            axes.add(a);
        }
        return new Move.Expand(axes, wide).of(x);
    }
}
