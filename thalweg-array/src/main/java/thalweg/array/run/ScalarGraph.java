package thalweg.array.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import thalweg.array.Algebra;
import thalweg.array.Binary;
import thalweg.array.Contract;
import thalweg.array.Control;
import thalweg.array.Identity;
import thalweg.array.Kind;
import thalweg.array.Move;
import thalweg.array.Pick;
import thalweg.array.Pointwise;
import thalweg.array.Program;
import thalweg.array.Reduction;
import thalweg.array.Shape;
import thalweg.array.Source;
import thalweg.array.Step;
import thalweg.array.Tensor;
import thalweg.array.Unary;
import thalweg.array.View;

/// Steps on tiny tensors, taken apart into operations on single numbers; what only moves numbers costs nothing.
final class ScalarGraph {
    /// A single operation; loads have a buffer and a place, everything else operands.
    record Node(Object op, int a, int b, int c) {}

    /// Reads `buffer[place]`, or `buffer[turn * b + place]` where a loop runs.
    record Load(int buffer, boolean word) {}

    /// A node that a loop fills in: its turn, or an element of its state.
    record Given(int number) {}

    /// Reads `buffer[i * inner + offset]` where operand `a` is the whole number `i`, below `size`.
    record Pickup(int buffer, int size, int inner, int offset) {}

    /// A number of the program.
    record Literal(double value) {}

    private static final int LARGEST = 64;
    private static final int PRODUCT = 512;

    private final Program program;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Integer> known = new HashMap<>();
    private final Map<Integer, int[]> values = new HashMap<>();

    ScalarGraph(Program program) {
        this.program = program;
    }

    /// Whether a step can be taken apart, and how many operations it becomes; -1 if it cannot.
    static int cost(Program program, Step step) {
        for (int operand : step.operands()) {
            boolean index = step.op() instanceof Unary unary && unary == Unary.REAL;
            if (program.type(operand).shape().count() > LARGEST
                    || (!program.type(operand).isReal() && !index)) {
                return -1;
            }
        }
        int count = step.type().shape().count();
        if (count > LARGEST || step.types().size() > 1 || !step.type().isReal()) {
            return -1;
        }
        int in = step.arity() == 0 ? 0 : program.type(step.operand(0)).shape().count();
        return switch (step.op()) {
            case Pointwise _ -> count;
            case Reduction.Sum _, Reduction.Greatest _, Reduction.Product _, Reduction.PrefixSum _ -> in;
            case Reduction.ArgMax _ -> -1;
            case Contract contract -> {
                Shape left = program.type(step.operand(0)).shape();
                Shape right = program.type(step.operand(1)).shape();
                int inner = 2 * count;
                for (char name : contract.inner().toCharArray()) {
                    inner *= contract.size(name, left, right);
                }
                yield inner > PRODUCT ? -1 : inner;
            }
            case Move _, Identity _, Source.Constant _ -> 0;
            case Pick _, Algebra _, Source _, Control _ -> -1;
        };
    }

    List<Node> nodes() {
        return nodes;
    }

    /// The nodes of a value's elements, if it was made or loaded here.
    int[] get(int value) {
        int[] made = values.get(value);
        if (made == null) {
            throw new IllegalStateException("value " + value + " is not here");
        }
        return made;
    }

    boolean has(int value) {
        return values.containsKey(value);
    }

    void put(int value, int[] elements) {
        values.put(value, elements);
    }

    /// Loads all elements of a value; `stride` numbers a turn where it is cut by a loop.
    void load(int value, int buffer, int count, int stride, boolean word) {
        int[] elements = new int[count];
        Load load = new Load(buffer, word);
        Arrays.setAll(elements, i -> add(load, i, stride, 0));
        put(value, elements);
    }

    int add(Object op, int a, int b, int c) {
        return known.computeIfAbsent(new Node(op, a, b, c), node -> {
            nodes.add(node);
            return nodes.size() - 1;
        });
    }

    /// Takes a step apart.
    void step(Step step) {
        int count = step.type().shape().count();
        int[] out = new int[count];
        int[] x = step.arity() == 0 ? out : get(step.operand(0));
        Shape in =
                step.arity() == 0 ? Shape.SCALAR : program.type(step.operand(0)).shape();
        switch (step.op()) {
            case Unary op when op == Unary.REAL -> System.arraycopy(x, 0, out, 0, count);
            case Unary op -> Arrays.setAll(out, i -> add(op, x[i], -1, -1));
            case Binary op -> {
                int[] y = get(step.operand(1));
                Arrays.setAll(out, i -> add(op, x[i], y[i], -1));
            }
            case Pointwise.Polygamma op -> Arrays.setAll(out, i -> add(op, x[i], -1, -1));
            case Pointwise.Select op -> {
                int[] yes = get(step.operand(1));
                int[] no = get(step.operand(2));
                Arrays.setAll(out, i -> add(op, x[i], yes[i], no[i]));
            }
            case Source.Constant(Tensor value)
            when value.kind() == Kind.I64 -> {
                long[] numbers = value.toWords();
                Arrays.setAll(out, i -> add(new Literal(numbers[i]), -1, -1, -1));
            }
            case Source.Constant(Tensor value)
            when value.kind() == Kind.F64 -> {
                double[] numbers = value.toArray();
                Arrays.setAll(out, i -> add(new Literal(numbers[i]), -1, -1, -1));
            }
            case Reduction.Sum(var axes) -> fold(Binary.ADD, axes, in, x, out);
            case Reduction.Greatest(var axes) -> fold(Binary.MAX, axes, in, x, out);
            case Reduction.Product(int axis) -> fold(Binary.MUL, List.of(axis), in, x, out);
            case Reduction.PrefixSum(int axis) -> {
                int stride = in.strides()[axis];
                for (int i = 0; i < count; i++) {
                    out[i] = i / stride % in.size(axis) == 0 ? x[i] : add(Binary.ADD, out[i - stride], x[i], -1);
                }
            }
            case Contract op -> contract(op, in, x, step, out);
            case Move.Concatenate(int axis) -> concatenate(axis, step, out);
            case Move.Pad pad -> {
                Arrays.fill(out, add(new Literal(0), -1, -1, -1));
                long[] at = new long[count];
                long[] from = new long[x.length];
                Arrays.setAll(from, i -> i + 1L);
                View.writing(pad, in, step.type().shape()).write(from, 0, at, 0);
                for (int i = 0; i < count; i++) {
                    out[i] = at[i] == 0 ? out[i] : x[(int) at[i] - 1];
                }
            }
            case Move move -> {
                long[] at = new long[x.length];
                long[] order = new long[count];
                Arrays.setAll(at, i -> i);
                View.reading(move, in).read(at, 0, order, 0);
                Arrays.setAll(out, i -> x[(int) order[i]]);
            }
            case Identity _ -> System.arraycopy(x, 0, out, 0, count);
            case Pick.ScatterAdd _ -> scatter(in, x, get(step.operand(1)), out);
            default -> throw new IllegalArgumentException(step.op() + " is not taken apart");
        }
        put(step.first(), out);
    }

    /// Takes elements of a buffer at places that are computed; `shape` is that of what lies there.
    void gather(Step step, int buffer, Shape shape) {
        int inner = shape.count() / shape.size(0);
        int[] index = get(step.operand(1));
        int[] out = new int[index.length * inner];
        Arrays.setAll(out, i -> add(new Pickup(buffer, shape.size(0), inner, i % inner), index[i / inner], -1, -1));
        put(step.first(), out);
    }

    /// Adds to every place what its number says, in the order of the elements.
    private void scatter(Shape in, int[] x, int[] index, int[] out) {
        int zero = add(new Literal(0), -1, -1, -1);
        Arrays.fill(out, zero);
        int inner = index.length == 0 ? 1 : in.count() / index.length;
        for (int i = 0; i < x.length; i++) {
            for (int to = i % inner; to < out.length; to += inner) {
                int number = to / inner;
                int place = add(new Literal(number), -1, -1, -1);
                int here = add(Binary.EQUAL, index[i / inner], place, -1);
                out[to] = add(new Pointwise.Select(), here, add(Binary.ADD, out[to], x[i], -1), out[to]);
            }
        }
    }

    private void fold(Binary op, List<Integer> axes, Shape in, int[] x, int[] out) {
        List<Integer> order = new ArrayList<>();
        for (int a = 0; a < in.rank(); a++) {
            if (!axes.contains(a)) {
                order.add(a);
            }
        }
        order.addAll(axes.stream().sorted().toList());
        long[] at = new long[x.length];
        long[] rows = new long[x.length];
        Arrays.setAll(at, i -> i);
        View.permuted(in, order).read(at, 0, rows, 0);
        int n = out.length == 0 ? 0 : x.length / out.length;
        for (int r = 0; r < out.length; r++) {
            int made = n == 0 ? add(new Literal(op == Binary.MUL ? 1 : 0), -1, -1, -1) : x[(int) rows[r * n]];
            for (int i = 1; i < n; i++) {
                made = add(op, made, x[(int) rows[r * n + i]], -1);
            }
            out[r] = made;
        }
    }

    private void contract(Contract op, Shape left, int[] x, Step step, int[] out) {
        Shape right = program.type(step.operand(1)).shape();
        int[] y = get(step.operand(1));
        String names = op.out() + op.inner();
        int[] sizes = new int[names.length()];
        int total = 1;
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = op.size(names.charAt(i), left, right);
            total *= sizes[i];
        }
        Arrays.fill(out, -1);
        int each = out.length == 0 ? 1 : total / out.length;
        for (int t = 0; t < total; t++) {
            int rest = t;
            int xAt = 0;
            int yAt = 0;
            for (int i = sizes.length - 1; i >= 0; i--) {
                int index = rest % sizes[i];
                rest /= sizes[i];
                int a = op.left().indexOf(names.charAt(i));
                int b = op.right().indexOf(names.charAt(i));
                xAt += a < 0 ? 0 : index * left.strides()[a];
                yAt += b < 0 ? 0 : index * right.strides()[b];
            }
            int product = add(Binary.MUL, x[xAt], y[yAt], -1);
            int to = t / each;
            out[to] = out[to] < 0 ? product : add(Binary.ADD, out[to], product, -1);
        }
        int zero = each == 0 ? add(new Literal(0), -1, -1, -1) : -1;
        Arrays.setAll(out, i -> out[i] < 0 ? zero : out[i]);
    }

    private void concatenate(int axis, Step step, int[] out) {
        Shape shape = step.type().shape();
        int blocks = shape.part(0, axis).count();
        int at = 0;
        for (int b = 0; b < blocks; b++) {
            for (int operand : step.operands()) {
                int[] x = get(operand);
                int n = x.length / blocks;
                System.arraycopy(x, b * n, out, at, n);
                at += n;
            }
        }
    }
}
