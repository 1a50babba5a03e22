package thalweg.array.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import thalweg.array.Closure;
import thalweg.array.Misuse;
import thalweg.array.Program;
import thalweg.array.Tensor;
import thalweg.array.Tree;

/// Derivatives and batches of functions of trees of tensors; they compose in any order.
///
/// A function is traced on fresh tensors, so a derivative by its argument leaves every other use of the same numbers
/// alone: `d/dx [x * d/dy (x + y) at y = x] = 1`.
public final class Calculus {
    private Calculus() {}

    /// A value and its derivative, which has the type of the argument.
    public record Slope<S>(Tensor value, S slope) {}

    /// A value and the map from cotangents of it to cotangents of the argument.
    public record Pullback<A, B>(B value, Function<B, A> pull) {}

    /// A value and its directional derivative.
    public record Tangent<B>(B value, B tangent) {}

    /// The gradient of a scalar function: `df/ds`, as a tree like `s`.
    ///
    /// @throws Misuse if the function's result is not a scalar, or if it looks at a number of a traced tensor
    public static <S> UnaryOperator<S> grad(Function<S, Tensor> f) {
        return s -> valueAndGrad(f).apply(s).slope();
    }

    /// The value and the gradient of a scalar function, in one pass.
    public static <S> Function<S, Slope<S>> valueAndGrad(Function<S, Tensor> f) {
        return s -> {
            Closure<S, Tensor> closure = Closure.of(f, s);
            Tensor result = closure.result().leaves().get(0);
            if (!result.shape().isScalar() || !result.type().isReal()) {
                throw new Misuse(
                        "the gradient of a function with result " + result.type(),
                        "a scalar f64[]",
                        "sum or average it, or use vjp or jacobian");
            }
            Tree<S> argument = closure.argument();
            boolean[] wanted = wanted(closure);
            List<Tensor> out =
                    Differentiate.gradient(closure.program(), wanted).on(closure.arguments(argument.leaves()));
            return new Slope<>(out.get(0), argument.with(filled(argument.leaves(), out, 1)));
        };
    }

    /// The value at `a` and the reverse derivative there: `pull(bbar) = (df/da)' bbar`.
    public static <A, B> Pullback<A, B> vjp(Function<A, B> f, A a) {
        Closure<A, B> closure = Closure.of(f, a);
        Tree<A> argument = closure.argument();
        List<Tensor> arguments = closure.arguments(argument.leaves());
        B value = closure.result().with(closure.program().on(arguments));
        boolean[] seeded = new boolean[closure.program().results()];
        for (int r = 0; r < seeded.length; r++) {
            seeded[r] = closure.result().leaves().get(r).type().isReal();
        }
        Program pullback = Differentiate.pullback(closure.program(), wanted(closure), seeded);
        return new Pullback<>(value, bar -> {
            List<Tensor> all = new ArrayList<>(arguments);
            for (Tensor cotangent : Tree.of(bar).leaves()) {
                if (cotangent.type().isReal()) {
                    all.add(cotangent);
                }
            }
            return argument.with(filled(argument.leaves(), pullback.on(all), 0));
        });
    }

    /// The value at `a` and the forward derivative along `da`: `(df/da) da`.
    public static <A, B> Tangent<B> jvp(Function<A, B> f, A a, A da) {
        Closure<A, B> closure = Closure.of(f, a);
        Tree<A> argument = closure.argument();
        List<Tensor> all = closure.arguments(argument.leaves());
        List<Tensor> directions = Tree.of(da).leaves();
        for (int i = 0; i < argument.leaves().size(); i++) {
            if (argument.leaves().get(i).type().isReal()) {
                all.add(directions.get(i));
            }
        }
        List<Tensor> out =
                Linearize.pushforward(closure.program(), wanted(closure)).on(all);
        int results = closure.program().results();
        List<Tensor> values = out.subList(0, results);
        return new Tangent<>(closure.result().with(values), closure.result().with(filled(values, out, results)));
    }

    /// The matrix of all derivatives, of shape (result, argument): by rows or by columns, whichever are fewer.
    public static UnaryOperator<Tensor> jacobian(Function<Tensor, Tensor> f) {
        return x -> {
            Closure<Tensor, Tensor> closure = Closure.of(f, x);
            Program program = closure.program();
            Tensor result = closure.result().leaves().get(0);
            boolean reverse = result.count() <= x.count();
            int n = reverse ? result.count() : x.count();
            Tensor directions = Tensor.unit(n)
                    .reshape((reverse ? result : x).shape().insert(0, n).sizes());
            Program one = reverse
                    ? Differentiate.pullback(program, wanted(closure), new boolean[] {true})
                    : Linearize.pushforward(program, wanted(closure));
            boolean[] mapped = new boolean[one.inputs().size()];
            mapped[mapped.length - 1] = true;
            List<Tensor> all = closure.arguments(List.of(x));
            all.add(directions);
            List<Tensor> out = Batch.of(one, mapped, n).on(all);
            Tensor rows = out.get(out.size() - 1);
            if (reverse) {
                return rows.reshape(result.shape().then(x.shape()).sizes());
            }
            int[] order = new int[rows.rank()];
            Arrays.setAll(order, a -> (a + 1) % order.length);
            return rows.permute(order).reshape(result.shape().then(x.shape()).sizes());
        };
    }

    /// The matrix of second derivatives of a scalar function, of shape (argument, argument).
    public static UnaryOperator<Tensor> hessian(Function<Tensor, Tensor> f) {
        return jacobian(grad(f));
    }

    /// The map `v -> H v` at a place, forward over reverse.
    public static <S> UnaryOperator<S> hessianVector(Function<S, Tensor> f, S at) {
        return v -> jvp(grad(f), at, v).tangent();
    }

    /// The function of many rows: `f` along the leading axis of every tensor in its argument.
    ///
    /// @throws Misuse if leading axes differ
    public static <A, B> Function<A, B> batch(Function<A, B> f) {
        return rows -> {
            Tree<A> argument = Tree.of(rows);
            List<Tensor> one = new ArrayList<>();
            int n = -1;
            for (int i = 0; i < argument.leaves().size(); i++) {
                Tensor leaf = argument.leaves().get(i);
                if (leaf.rank() == 0 || (n >= 0 && leaf.size(0) != n)) {
                    throw new Misuse(
                            "a batch over " + argument.names().get(i) + " " + leaf.type(),
                            n < 0 ? "a leading axis of rows" : "a leading axis of " + n + " as in the others",
                            "let the function capture what all rows share");
                }
                n = leaf.size(0);
                one.add(row(leaf));
            }
            if (n < 0) {
                throw new Misuse("a batch over no tensor", "at least one", "call the function itself");
            }
            Closure<A, B> closure = Closure.of(f, argument.with(one));
            boolean[] mapped = new boolean[closure.program().inputs().size()];
            Arrays.fill(mapped, 0, one.size(), true);
            List<Tensor> out = Batch.of(closure.program(), mapped, n).on(closure.arguments(argument.leaves()));
            return closure.result().with(out);
        };
    }

    /// A tensor with the type of one row; only its type is used.
    private static Tensor row(Tensor leaf) {
        int[] sizes = leaf.shape().part(1, leaf.rank()).sizes();
        return leaf.type().isReal() ? Tensor.zeros(sizes) : Tensor.zeros(sizes).whole();
    }

    private static boolean[] wanted(Closure<?, ?> closure) {
        boolean[] wanted = new boolean[closure.program().inputs().size()];
        List<Tensor> leaves = closure.argument().leaves();
        for (int i = 0; i < leaves.size(); i++) {
            wanted[i] = leaves.get(i).type().isReal();
        }
        return wanted;
    }

    /// Derivatives in the places of F64 leaves; the others are kept.
    private static List<Tensor> filled(List<Tensor> leaves, List<Tensor> out, int from) {
        List<Tensor> all = new ArrayList<>();
        int next = from;
        for (Tensor leaf : leaves) {
            all.add(leaf.type().isReal() ? out.get(next++) : leaf);
        }
        return all;
    }
}
