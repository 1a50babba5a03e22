package thalweg.array.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import thalweg.array.Binary;
import thalweg.array.Contract;
import thalweg.array.Identity;
import thalweg.array.Move;
import thalweg.array.Place;
import thalweg.array.Program;
import thalweg.array.Reduction;
import thalweg.array.Shape;
import thalweg.array.Source;
import thalweg.array.Step;
import thalweg.array.Tensor;
import thalweg.array.Trace;

/// A program in which every contraction is a plain product of stored matrices, and every fold is over axes that lie
/// together: the rest is said with permutations.
final class Lower {
    private static final int MANY = 32;
    private static final long UNPACKED = 1_000_000;

    private Lower() {}

    static Program of(Program program) {
        Trace trace = new Trace();
        Map<Tensor, Tensor> turned = new HashMap<>();
        Tensor[] values = new Tensor[program.values()];
        for (int i = 0; i < program.inputs().size(); i++) {
            values[i] = trace.input(program.inputs().get(i).name(), program.type(i));
        }
        for (Step step : program.steps()) {
            Tensor[] in = new Tensor[step.arity()];
            for (int i = 0; i < in.length; i++) {
                in[i] = values[step.operand(i)];
            }
            List<Tensor> out = Place.during(step.place(), () -> switch (step.op()) {
                case Source.Constant(Tensor value) -> List.of(trace.constant(value));
                case Contract contract -> List.of(contract(contract, in[0], in[1], turned));
                case Reduction.Sum(var axes) -> List.of(fold(true, axes, in[0]));
                case Reduction.Greatest(var axes) -> List.of(fold(false, axes, in[0]));
                default -> step.op().on(in);
            });
            for (int r = 0; r < out.size(); r++) {
                values[step.first() + r] = out.get(r);
            }
        }
        List<Tensor> results = new ArrayList<>();
        for (int r = 0; r < program.results(); r++) {
            results.add(values[program.output(r)]);
        }
        return trace.close(results);
    }

    /// A program whose results are copies where they are inputs, constants, or other results again.
    static Program apart(Program program) {
        Trace trace = new Trace();
        List<Tensor> in = new ArrayList<>();
        program.inputs().forEach(input -> in.add(trace.input(input.name(), input.type())));
        List<Tensor> results = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        int[] root = new int[program.values()];
        Arrays.setAll(root, v -> v);
        for (Step step : program.steps()) {
            if (step.op() instanceof Move.Reshape || step.op() instanceof Identity) {
                root[step.first()] = root[step.operand(0)];
            } else if (step.op() instanceof Source.Constant) {
                seen.add(step.first());
            }
        }
        List<Tensor> made = program.on(in);
        for (int r = 0; r < made.size(); r++) {
            int value = root[program.output(r)];
            boolean own = value >= in.size() && seen.add(value);
            Tensor result = made.get(r);
            results.add(own ? result : new Move.Expand(List.of(), result.shape()).of(result));
        }
        return trace.close(results);
    }

    private static Tensor fold(boolean sum, List<Integer> axes, Tensor x) {
        List<Integer> sorted = axes.stream().sorted().toList();
        Tensor at = x;
        int end = sorted.size();
        while (end > 0) {
            int from = end - 1;
            while (from > 0 && sorted.get(from - 1) == sorted.get(from) - 1) {
                from--;
            }
            List<Integer> run = sorted.subList(from, end);
            at = (sum ? new Reduction.Sum(run) : new Reduction.Greatest(run)).of(at);
            end = from;
        }
        return at;
    }

    private static Tensor contract(Contract op, Tensor left, Tensor right, Map<Tensor, Tensor> turned) {
        if (op.rows().isEmpty() && op.columns().isEmpty()) {
            return dots(op, left, right);
        }
        String batch = op.batch();
        String rows = op.rows();
        String columns = op.columns();
        String inner = op.inner();
        boolean plainLeft = op.left().equals(batch + rows + inner) || op.left().equals(batch + inner + rows);
        Tensor a = plainLeft ? left : permuted(left, op.left(), batch + rows + inner);
        String aNames = plainLeft ? op.left() : batch + rows + inner;
        boolean plainRight =
                op.right().equals(batch + inner + columns) || op.right().equals(batch + columns + inner);
        Tensor b = plainRight ? right : permuted(right, op.right(), batch + inner + columns);
        String bNames = plainRight ? op.right() : batch + inner + columns;
        boolean plainOut = op.out().equals(batch + rows + columns) || op.out().equals(batch + columns + rows);
        String made = plainOut ? op.out() : batch + rows + columns;
        if (batch.isEmpty() && turns(op, left.shape(), right.shape(), bNames.equals(columns + inner))) {
            b = turned.computeIfAbsent(b, x -> permuted(x, columns + inner, inner + columns));
            bNames = inner + columns;
        }
        Tensor product = new Contract(aNames, bNames, made).of(a, b);
        return plainOut ? product : permuted(product, made, op.out());
    }

    /// Whether a small matrix that many rows are multiplied by is better transposed first: products below the size at
    /// which operands are packed run half as fast on a transposed one.
    private static boolean turns(Contract op, Shape left, Shape right, boolean transposed) {
        long rows = size(op.rows(), op, left, right);
        long columns = size(op.columns(), op, left, right);
        long inner = size(op.inner(), op, left, right);
        return transposed && columns > 1 && inner > 1 && rows >= MANY && rows * columns * inner <= UNPACKED;
    }

    private static long size(String names, Contract op, Shape left, Shape right) {
        long size = 1;
        for (char name : names.toCharArray()) {
            size *= op.size(name, left, right);
        }
        return size;
    }

    /// No name is free: the product element by element, then sums.
    private static Tensor dots(Contract op, Tensor left, Tensor right) {
        Tensor product = Binary.MUL.of(left, permuted(right, op.right(), op.left()));
        List<Integer> summed = IntStream.range(0, op.left().length())
                .filter(i -> op.out().indexOf(op.left().charAt(i)) < 0)
                .boxed()
                .toList();
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < op.left().length(); i++) {
            if (!summed.contains(i)) {
                rest.append(op.left().charAt(i));
            }
        }
        return permuted(fold(true, summed, product), rest.toString(), op.out());
    }

    private static Tensor permuted(Tensor x, String names, String wanted) {
        if (names.equals(wanted)) {
            return x;
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < wanted.length(); i++) {
            order.add(names.indexOf(wanted.charAt(i)));
        }
        return new Move.Permute(order).of(x);
    }
}
