package thalweg.array;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An immutable array of numbers, or a value of a program that is being traced.
///
/// Row-major, F64 or I64. Operations on concrete tensors compute at once; an operation with a traced operand records a
/// step. Shapes are checked at the call. Equality is identity: two tensors with equal numbers are two tensors.
///
/// Operands of elementwise operations have equal shapes, or one is a scalar, or has exactly the last axes of the other;
/// anything else is said by name ([#rows], [#columns], [#expand]) or by `batch`.
public final class Tensor implements Elementwise, Reduced, Moved, Linear {
    private final Type type;
    private final @Nullable Trace trace;
    private final int number;
    private final double[] reals;
    private final long[] wholes;

    private static final double[] NO_REALS = {};
    private static final long[] NO_WHOLES = {};

    private Tensor(Type type, @Nullable Trace trace, int number, double[] reals, long[] wholes) {
        this.type = type;
        this.trace = trace;
        this.number = number;
        this.reals = reals;
        this.wholes = wholes;
    }

    Tensor(Trace trace, int number, Type type) {
        this(type, trace, number, NO_REALS, NO_WHOLES);
    }

    /// A single number.
    public static Tensor of(double value) {
        return wrap(new double[] {value}, Shape.SCALAR);
    }

    /// A single word.
    public static Tensor whole(long value) {
        return wrap(new long[] {value}, Shape.SCALAR);
    }

    public static Tensor vector(double... values) {
        return wrap(values.clone(), Shape.of(values.length));
    }

    /// A vector of words, such as an index.
    public static Tensor wholes(long... values) {
        return wrap(values.clone(), Shape.of(values.length));
    }

    /// A matrix of rows of one length.
    public static Tensor matrix(double[]... rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] all = new double[rows.length * columns];
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].length != columns) {
                throw new Misuse(
                        "row " + r + " of " + rows[r].length + " numbers", columns + " as in row 0", "fill the rows");
            }
            System.arraycopy(rows[r], 0, all, r * columns, columns);
        }
        return wrap(all, Shape.of(rows.length, columns));
    }

    /// Numbers in row-major order; they are copied.
    public static Tensor of(double[] values, int... shape) {
        return wrap(values.clone(), Shape.of(shape));
    }

    /// Words in row-major order; they are copied.
    public static Tensor of(long[] values, int... shape) {
        return wrap(values.clone(), Shape.of(shape));
    }

    /// A tensor over an array that the caller gives away: nobody may write to it any more.
    public static Tensor wrap(double[] values, Shape shape) {
        fits(values.length, shape);
        return new Tensor(new Type(Kind.F64, shape), null, -1, values, NO_WHOLES);
    }

    /// A tensor over an array that the caller gives away: nobody may write to it any more.
    public static Tensor wrap(long[] values, Shape shape) {
        fits(values.length, shape);
        return new Tensor(new Type(Kind.I64, shape), null, -1, NO_REALS, values);
    }

    public static Tensor full(double value, int... shape) {
        Shape whole = Shape.of(shape);
        double[] values = new double[whole.count()];
        Arrays.fill(values, value);
        return wrap(values, whole);
    }

    public static Tensor zeros(int... shape) {
        return full(0, shape);
    }

    public static Tensor ones(int... shape) {
        return full(1, shape);
    }

    /// The unit matrix.
    public static Tensor unit(int n) {
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            values[i * n + i] = 1;
        }
        return wrap(values, Shape.of(n, n));
    }

    /// The words `0 .. n - 1`.
    public static Tensor range(int n) {
        long[] values = new long[n];
        Arrays.setAll(values, i -> i);
        return wrap(values, Shape.of(n));
    }

    /// A key as a tensor, so that a program can draw from it: I64 `[2]`.
    public static Tensor key(Key key) {
        return wrap(new long[] {key.word(), key.stream()}, Shape.of(2));
    }

    /// `n` numbers of a law for each key of this tensor (I64 `[.., 2]`).
    public Tensor draw(Source.Law law, int... shape) {
        return new Source.Random(law, Shape.of(shape)).of(this);
    }

    /// The child keys of this tensor's keys: [Key#fold].
    public Tensor fold(Tensor numbers) {
        return new Source.Fold().of(this, numbers);
    }

    public Type type() {
        return type;
    }

    public Shape shape() {
        return type.shape();
    }

    public Kind kind() {
        return type.kind();
    }

    public int rank() {
        return shape().rank();
    }

    /// The size of an axis, counted from 0, or from the end as -1.
    public int size(int axis) {
        return shape().size(axis);
    }

    /// The number of elements.
    public int count() {
        return shape().count();
    }

    /// Whether this is a value of a program under trace, without numbers.
    public boolean isTraced() {
        return trace != null;
    }

    /// The number of a tensor with one element.
    public double value() {
        if (count() != 1) {
            throw new Misuse("the value of " + type, "one element", "pick one with at(..) or reduce it");
        }
        concrete();
        return type.isReal() ? reals[0] : wholes[0];
    }

    /// One element, by its index along every axis.
    public double at(int... index) {
        int place = place(index);
        return type.isReal() ? reals()[place] : wholes()[place];
    }

    /// The numbers in row-major order, copied.
    public double[] toArray() {
        if (type.isReal()) {
            return reals().clone();
        }
        return Arrays.stream(wholes()).asDoubleStream().toArray();
    }

    /// The words in row-major order, copied.
    public long[] toWords() {
        return wholes().clone();
    }

    /// The array itself, for executors: it must not be written to.
    public double[] reals() {
        concrete();
        kind(Kind.F64);
        return reals;
    }

    /// The array itself, for executors: it must not be written to.
    public long[] wholes() {
        concrete();
        kind(Kind.I64);
        return wholes;
    }

    @Override
    public Tensor self() {
        return this;
    }

    double realAt(int i) {
        return reals[i];
    }

    long wholeAt(int i) {
        return wholes[i];
    }

    boolean truth(int i) {
        concrete();
        return type.isReal() ? reals[i] != 0 : wholes[i] != 0;
    }

    @Nullable
    Trace trace() {
        return trace;
    }

    int number() {
        return number;
    }

    /// Element `i` along the leading axis of a concrete tensor.
    Tensor element(int i) {
        Shape inner = shape().part(1, rank());
        int n = inner.count();
        return type.isReal()
                ? wrap(Arrays.copyOfRange(reals(), i * n, (i + 1) * n), inner)
                : wrap(Arrays.copyOfRange(wholes(), i * n, (i + 1) * n), inner);
    }

    private int place(int... index) {
        if (index.length != rank()) {
            throw new Misuse(
                    "an index of " + index.length + " numbers into " + type, rank() + " numbers", "one an axis");
        }
        int place = 0;
        for (int a = 0; a < index.length; a++) {
            if (index[a] < 0 || index[a] >= size(a)) {
                throw new Misuse(
                        "index " + Arrays.toString(index) + " into " + type,
                        "0 .. " + (size(a) - 1) + " along axis " + a,
                        "indices count from 0");
            }
            place = place * size(a) + index[a];
        }
        return place;
    }

    private void concrete() {
        if (trace != null) {
            throw new Misuse(
                    "the number of a traced tensor " + type + line(),
                    "a concrete tensor",
                    "while a function is traced its tensors have no numbers: use select or Loops, or compute it"
                            + " outside");
        }
    }

    private void kind(Kind wanted) {
        if (kind() != wanted) {
            throw new Misuse("a tensor " + type, "kind " + wanted, "convert with real() or whole()");
        }
    }

    private static String line() {
        Place place = Place.here();
        return place == null ? "" : " at " + place;
    }

    private static void fits(int length, Shape shape) {
        if (length != shape.count()) {
            throw new Misuse(length + " numbers for shape " + shape, shape.count() + " numbers", "check the shape");
        }
    }

    /// The kind and shape, and the numbers if they are few.
    @Override
    public String toString() {
        if (trace != null) {
            return type + " (traced)";
        }
        String numbers = type.isReal() ? Arrays.toString(reals) : Arrays.toString(wholes);
        return count() > 32 ? type.toString() : type + " " + numbers;
    }

    /// Tensors one after another along an existing axis.
    public static Tensor concatenate(int axis, List<Tensor> parts) {
        if (parts.isEmpty()) {
            throw new Misuse("no parts to concatenate", "at least one", "an empty list has no shape");
        }
        return new Move.Concatenate(parts.get(0).shape().axis(axis)).of(parts.toArray(Tensor[]::new));
    }

    /// Tensors of one shape along a new leading axis.
    public static Tensor stack(List<Tensor> parts) {
        return concatenate(0, parts.stream().map(part -> part.expand(0, 1)).toList());
    }

    /// Tensors of one shape along a new leading axis.
    public static Tensor stack(Tensor... parts) {
        return stack(List.of(parts));
    }
}
