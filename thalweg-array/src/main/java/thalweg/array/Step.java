package thalweg.array;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One operation of a program: which, on which values, giving which; values are numbered, inputs first.
public final class Step {
    private final Op op;
    private final int[] operands;
    private final int first;
    private final List<Type> types;
    private final @Nullable Place place;

    Step(Op op, int[] operands, int first, List<Type> types, @Nullable Place place) {
        this.op = op;
        this.operands = operands;
        this.first = first;
        this.types = types;
        this.place = place;
    }

    public Op op() {
        return op;
    }

    public int arity() {
        return operands.length;
    }

    /// The number of the value that is operand `i`.
    public int operand(int i) {
        return operands[i];
    }

    public int[] operands() {
        return operands.clone();
    }

    /// The number of the first result; the others follow.
    public int first() {
        return first;
    }

    /// The types of the results.
    public List<Type> types() {
        return types;
    }

    /// The only result's type.
    public Type type() {
        return types.get(0);
    }

    public @Nullable Place place() {
        return place;
    }
}
