package thalweg.array.transform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import thalweg.array.Binary;
import thalweg.array.Contract;
import thalweg.array.Move;
import thalweg.array.Reduction;
import thalweg.array.Shape;
import thalweg.array.Tensor;

/// Rewrites of contractions: transposed operands are renamed, axes of length 1 and repeated axes leave the product.
final class RulesContract {
    private final Simplify at;
    private final Map<Character, Integer> sizes = new HashMap<>();
    private final String out;

    private RulesContract(Simplify at, Contract op, Tensor left, Tensor right) {
        this.at = at;
        this.out = op.out();
        for (int i = 0; i < op.left().length(); i++) {
            sizes.put(op.left().charAt(i), left.size(i));
        }
        for (int i = 0; i < op.right().length(); i++) {
            sizes.put(op.right().charAt(i), right.size(i));
        }
    }

    static @Nullable Tensor apply(Simplify at, Contract op, Tensor left, Tensor right) {
        Simplify.Made a = at.maker(left);
        Simplify.Made b = at.maker(right);
        if (a != null && a.op() instanceof Move.Permute(var order)) {
            Contract renamed = new Contract(renamed(op.left(), order), op.right(), op.out());
            return at.emit(renamed, a.operands().get(0), right);
        }
        if (b != null && b.op() instanceof Move.Permute(var order)) {
            Contract renamed = new Contract(op.left(), renamed(op.right(), order), op.out());
            return at.emit(renamed, left, b.operands().get(0));
        }
        RulesContract rules = new RulesContract(at, op, left, right);
        if (a != null && a.op() instanceof Move.Expand(var axes, Shape _)) {
            String few = kept(op.left(), i -> !axes.contains(i));
            return rules.repeated(few, a.operands().get(0), op.right(), right);
        }
        if (b != null && b.op() instanceof Move.Expand(var axes, Shape _)) {
            String few = kept(op.right(), i -> !axes.contains(i));
            return rules.repeated(few, b.operands().get(0), op.left(), left);
        }
        if (rules.sizes.containsValue(1)) {
            String thinLeft = rules.thick(op.left());
            String thinRight = rules.thick(op.right());
            return rules.finish(thinLeft, rules.shaped(left, thinLeft), thinRight, rules.shaped(right, thinRight));
        }
        return op.inner().isEmpty() ? rules.product(op.out(), op.left(), left, op.right(), right) : null;
    }

    /// One operand repeats: what only it shares with the other is summed there, what only the result has is repeated.
    private Tensor repeated(String few, Tensor inner, String names, Tensor other) {
        List<Integer> summed = new ArrayList<>();
        for (int i = 0; i < names.length(); i++) {
            if (out.indexOf(names.charAt(i)) < 0 && few.indexOf(names.charAt(i)) < 0) {
                summed.add(i);
            }
        }
        Tensor sum = at.emit(new Reduction.Sum(summed), other);
        return finish(few, inner, kept(names, i -> !summed.contains(i)), sum);
    }

    /// The contraction over the names that are left, brought to the shape of the result.
    private Tensor finish(String a, Tensor x, String b, Tensor y) {
        String made = kept(out, i -> a.indexOf(out.charAt(i)) >= 0 || b.indexOf(out.charAt(i)) >= 0);
        Contract op = new Contract(a, b, made);
        Tensor result = op.inner().isEmpty() ? product(made, a, x, b, y) : at.emit(op, x, y);
        if (made.length() == out.length()) {
            return result;
        }
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < out.length(); i++) {
            if (made.indexOf(out.charAt(i)) < 0) {
                missing.add(i);
            }
        }
        return at.emit(new Move.Expand(missing, shape(out)), result);
    }

    private Tensor product(String made, String a, Tensor x, String b, Tensor y) {
        return at.emit(Binary.MUL, wide(made, a, x), wide(made, b, y));
    }

    private Tensor wide(String made, String names, Tensor x) {
        List<Integer> order = IntStream.range(0, names.length())
                .boxed()
                .sorted(Comparator.comparingInt(i -> made.indexOf(names.charAt(i))))
                .toList();
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < made.length(); i++) {
            if (names.indexOf(made.charAt(i)) < 0) {
                missing.add(i);
            }
        }
        return at.emit(new Move.Expand(missing, shape(made)), at.emit(new Move.Permute(order), x));
    }

    private Tensor shaped(Tensor x, String names) {
        return at.emit(new Move.Reshape(shape(names)), x);
    }

    private String thick(String names) {
        return kept(names, i -> !Integer.valueOf(1).equals(sizes.get(names.charAt(i))));
    }

    private Shape shape(String names) {
        int[] shape = new int[names.length()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = sizes.getOrDefault(names.charAt(i), 1);
        }
        return Shape.of(shape);
    }

    /// Names of the operand before its axes were permuted.
    private static String renamed(String names, List<Integer> order) {
        char[] before = new char[names.length()];
        for (int i = 0; i < before.length; i++) {
            before[order.get(i)] = names.charAt(i);
        }
        return new String(before);
    }

    private static String kept(String names, IntPredicate keep) {
        StringBuilder left = new StringBuilder();
        IntStream.range(0, names.length()).filter(keep).forEach(i -> left.append(names.charAt(i)));
        return left.toString();
    }
}
