package thalweg.stan.trace;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Shape;
import thalweg.array.Tensor;
import thalweg.stan.type.StanType;

/// A value of a Stan expression: numbers, or a step of the program that is being traced; whole numbers are kept as real
/// ones, exact to 2^53.
///
/// Its tensor has the axes of arrays, then those of the vector or matrix; inside [Lanes] these stand behind the axis of
/// the lanes. A value of a [Turn] belongs to the body of a loop.
final class Value {
    private final StanType type;
    private final @Nullable Lanes lanes;
    private final @Nullable Turn turn;
    private final @Nullable Affine affine;
    private final List<Value> parts;
    private @Nullable Tensor tensor;

    private Value(
            StanType type,
            @Nullable Tensor tensor,
            @Nullable Lanes lanes,
            @Nullable Turn turn,
            @Nullable Affine affine,
            List<Value> parts) {
        this.type = type;
        this.tensor = tensor;
        this.lanes = lanes;
        this.turn = turn;
        this.affine = affine;
        this.parts = parts;
    }

    static Value of(StanType type, Tensor tensor) {
        return new Value(type, tensor, null, null, null, List.of());
    }

    static Value of(StanType type, Tensor tensor, @Nullable Lanes lanes, @Nullable Turn turn) {
        return new Value(type, tensor, lanes, turn, null, List.of());
    }

    static Value of(StanType type, Affine affine, @Nullable Lanes lanes) {
        return new Value(type, null, lanes, null, affine, List.of());
    }

    static Value whole(long number) {
        return of(StanType.INT, Tensor.of((double) number));
    }

    static Value real(double number) {
        return of(StanType.REAL, Tensor.of(number));
    }

    static Value wholes(int... numbers) {
        return of(
                StanType.INT.array(1),
                Tensor.vector(Arrays.stream(numbers).asDoubleStream().toArray()));
    }

    static Value tuple(StanType type, List<Value> parts) {
        return new Value(type, null, null, null, null, List.copyOf(parts));
    }

    StanType type() {
        return type;
    }

    @Nullable
    Lanes lanes() {
        return lanes;
    }

    @Nullable
    Turn turn() {
        return turn;
    }

    List<Value> parts() {
        return parts;
    }

    /// What the value is as a sum of known numbers times traced ones; null if that is not known.
    @Nullable
    Affine affine() {
        return affine;
    }

    Tensor tensor() {
        Tensor known = tensor;
        if (known == null) {
            if (affine == null) {
                throw new IllegalStateException("a tuple has no tensor");
            }
            known = affine.tensor();
            tensor = known;
        }
        return known;
    }

    /// The same under another type of equal axes.
    Value as(StanType other) {
        return other.equals(type) ? this : new Value(other, tensor, lanes, turn, affine, parts);
    }

    /// The shape of one lane.
    Shape shape() {
        Shape all = affine == null ? tensor().shape() : affine.shape();
        return lanes == null ? all : all.part(1, all.rank());
    }

    int size(int axis) {
        return shape().size(axis);
    }

    /// Whether its numbers are known.
    boolean isKnown() {
        return parts.isEmpty()
                ? affine == null && !tensor().isTraced()
                : parts.stream().allMatch(Value::isKnown);
    }

    /// Whether its numbers are known and the same in every lane.
    boolean isPlain() {
        return lanes == null && isKnown();
    }

    /// The number of a plain scalar.
    double number() {
        return tensor().reals()[0];
    }

    int index() {
        return (int) number();
    }

    /// Known numbers, row by row (and lane by lane); not to be written to.
    double[] numbers() {
        return tensor().reals();
    }

    @Override
    public String toString() {
        return type + " " + (parts.isEmpty() ? tensor() : parts) + (lanes == null ? "" : " in lanes");
    }
}
