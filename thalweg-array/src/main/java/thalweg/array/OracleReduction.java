package thalweg.array;

import java.util.ArrayList;
import java.util.List;

/// Values of reductions: the reduced axes are moved inside, then each row is folded from its first element on.
final class OracleReduction {
    private OracleReduction() {}

    static Tensor evaluate(Reduction op, Type type, Tensor x) {
        return switch (op) {
            case Reduction.Sum(var axes) -> x.type().isReal() ? sum(type, x, axes) : count(type, x, axes);
            case Reduction.Greatest(var axes) -> greatest(type, x, axes);
            case Reduction.Product(int axis) -> product(type, x, axis);
            case Reduction.ArgMax(int axis) -> argMax(type, x, axis);
            case Reduction.PrefixSum(int axis) -> prefix(type, x, axis);
        };
    }

    private static Tensor sum(Type type, Tensor x, List<Integer> axes) {
        double[] out = new double[type.shape().count()];
        double[] rows = rows(x, axes).reals();
        int n = out.length == 0 ? 0 : rows.length / out.length;
        for (int r = 0; r < out.length; r++) {
            double total = 0;
            for (int i = 0; i < n; i++) {
                total += rows[r * n + i];
            }
            out[r] = total;
        }
        return Tensor.wrap(out, type.shape());
    }

    private static Tensor count(Type type, Tensor x, List<Integer> axes) {
        long[] out = new long[type.shape().count()];
        long[] rows = rows(x, axes).wholes();
        int n = out.length == 0 ? 0 : rows.length / out.length;
        for (int i = 0; i < rows.length; i++) {
            out[i / n] += rows[i];
        }
        return Tensor.wrap(out, type.shape());
    }

    private static Tensor greatest(Type type, Tensor x, List<Integer> axes) {
        double[] out = new double[type.shape().count()];
        double[] rows = rows(x, axes).reals();
        int n = out.length == 0 ? 0 : rows.length / out.length;
        for (int r = 0; r < out.length; r++) {
            out[r] = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                out[r] = Math.max(out[r], rows[r * n + i]);
            }
        }
        return Tensor.wrap(out, type.shape());
    }

    private static Tensor product(Type type, Tensor x, int axis) {
        double[] out = new double[type.shape().count()];
        double[] rows = rows(x, List.of(axis)).reals();
        int n = x.shape().size(axis);
        for (int r = 0; r < out.length; r++) {
            double total = 1;
            for (int i = 0; i < n; i++) {
                total *= rows[r * n + i];
            }
            out[r] = total;
        }
        return Tensor.wrap(out, type.shape());
    }

    private static Tensor argMax(Type type, Tensor x, int axis) {
        long[] out = new long[type.shape().count()];
        double[] rows = rows(x, List.of(axis)).reals();
        int n = x.shape().size(axis);
        for (int r = 0; r < out.length; r++) {
            int best = 0;
            for (int i = 1; i < n; i++) {
                double value = rows[r * n + i];
                double top = rows[r * n + best];
                if (value > top || (Double.isNaN(value) && !Double.isNaN(top))) {
                    best = i;
                }
            }
            out[r] = best;
        }
        return Tensor.wrap(out, type.shape());
    }

    private static Tensor prefix(Type type, Tensor x, int axis) {
        int n = x.shape().size(axis);
        int stride = x.shape().strides()[axis];
        if (type.isReal()) {
            double[] out = x.reals().clone();
            for (int i = 0; i < out.length; i++) {
                if (i / stride % n > 0) {
                    out[i] += out[i - stride];
                }
            }
            return Tensor.wrap(out, type.shape());
        }
        long[] out = x.wholes().clone();
        for (int i = 0; i < out.length; i++) {
            if (i / stride % n > 0) {
                out[i] += out[i - stride];
            }
        }
        return Tensor.wrap(out, type.shape());
    }

    private static Tensor rows(Tensor x, List<Integer> axes) {
        List<Integer> order = new ArrayList<>();
        for (int a = 0; a < x.shape().rank(); a++) {
            if (!axes.contains(a)) {
                order.add(a);
            }
        }
        axes.stream().sorted().forEach(order::add);
        return OracleMove.evaluate(new Move.Permute(order), x.type(), List.of(x));
    }
}
