package thalweg.stan.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Shape;
import thalweg.array.Tensor;
import thalweg.landscape.Space;
import thalweg.stan.text.Expr;
import thalweg.stan.text.Stmt;
import thalweg.stan.text.TypeText;

/// What a declaration holds its values to: a map onto them for parameters, a check for everything else.
final class Constraint {
    private static final double CLOSE = 1e-8;

    private Constraint() {}

    /// The space of a parameter, in row-major shape; its free coordinates are those of Stan.
    static Space space(Machine machine, Stmt.Declare declare, int[] sizes, boolean sticks) {
        TypeText text = declare.type();
        int dims = text.dims().size();
        int[] inner = Arrays.copyOfRange(sizes, dims, sizes.length);
        int n = inner.length == 0 ? 0 : inner[0];
        Space each = switch (text.base()) {
            case "simplex" -> sticks ? Space.sticks(n) : Space.simplex(n);
            case "ordered" -> Space.ordered(n);
            case "positive_ordered" -> Space.positiveOrdered(n);
            case "unit_vector" -> Space.unit(n);
            case "sum_to_zero_vector" -> Space.sumToZero(n);
            case "cholesky_factor_corr" -> Space.correlationFactor(n);
            case "corr_matrix" -> Space.correlation(n);
            case "cholesky_factor_cov" -> Space.covarianceFactor(n, inner[1]);
            case "cov_matrix" -> Space.covariance(n);
            case "row_stochastic_matrix" -> Space.stochastic(true, n, inner[1]);
            case "column_stochastic_matrix" -> Space.stochastic(false, n, inner[1]);
            default -> null;
        };
        if (each == null) {
            return bounded(machine, text.bounds(), sizes);
        }
        int count = Shape.of(Arrays.copyOf(sizes, dims)).count();
        return dims == 0 ? each : each.array(count);
    }

    private static @Nullable Tensor bound(Machine machine, @Nullable Expr expr) {
        if (expr == null) {
            return null;
        }
        Tensor bound = machine.eval(expr).tensor();
        return bound.rank() == 0 && !bound.isTraced() && Double.isInfinite(bound.value()) ? null : bound;
    }

    private static Space bounded(Machine machine, TypeText.Bounds bounds, int[] sizes) {
        Tensor low = bound(machine, bounds.lower());
        Tensor high = bound(machine, bounds.upper());
        if (low != null && high != null) {
            return Space.between(low, high, sizes);
        }
        if (low != null || high != null) {
            return low != null ? Space.above(low, sizes) : Space.below(java.util.Objects.requireNonNull(high), sizes);
        }
        Tensor offset = bound(machine, bounds.offset());
        Tensor multiplier = bound(machine, bounds.multiplier());
        if (offset == null && multiplier == null) {
            return Space.real(sizes);
        }
        return Space.scaled(
                offset == null ? Tensor.of(0) : offset, multiplier == null ? Tensor.of(1) : multiplier, sizes);
    }

    /// Where a known value breaks its constraint.
    static List<String> problems(Machine machine, Stmt.Declare declare, Value value) {
        TypeText text = declare.type();
        List<String> problems = new ArrayList<>();
        String name = declare.name().name();
        if (!value.isPlain() || !value.parts().isEmpty()) {
            return problems;
        }
        side(machine, name, value, text.bounds().lower(), "lower", problems);
        side(machine, name, value, text.bounds().upper(), "upper", problems);
        int[] sizes = value.shape().sizes();
        int dims = text.dims().size();
        int block = Shape.of(Arrays.copyOfRange(sizes, dims, sizes.length)).count();
        double[] all = value.numbers();
        for (int i = 0; block > 0 && i < all.length && problems.isEmpty(); i += block) {
            String broken = broken(
                    text.base(), Arrays.copyOfRange(all, i, i + block), sizes.length > 0 ? sizes[sizes.length - 1] : 0);
            if (broken != null) {
                String place = dims == 0 ? "" : element(i / block, Arrays.copyOf(sizes, dims));
                problems.add(name + place + " is no " + text.base() + ": " + broken);
            }
        }
        return problems;
    }

    private static void side(
            Machine machine, String name, Value value, @Nullable Expr expr, String word, List<String> problems) {
        Tensor bound = bound(machine, expr);
        if (bound == null || bound.isTraced()) {
            return;
        }
        double[] all = value.numbers();
        double[] ends = bound.reals();
        for (int i = 0; i < all.length; i++) {
            double end = ends[ends.length == 1 ? 0 : i];
            boolean fine = word.equals("lower") ? all[i] >= end : all[i] <= end;
            if (!fine) {
                problems.add(name + element(i, value.shape().sizes()) + " = " + number(all[i]) + " violates " + word
                        + "=" + number(end));
                return;
            }
        }
    }

    static String number(double x) {
        return x == Math.rint(x) && Math.abs(x) < 1e15 ? String.valueOf((long) x) : String.valueOf(x);
    }

    /// The index of an element, as `[2,3]`; empty for a number.
    static String element(int flat, int[] sizes) {
        if (sizes.length == 0) {
            return "";
        }
        int[] index = new int[sizes.length];
        int rest = flat;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            index[axis] = rest % sizes[axis] + 1;
            rest /= sizes[axis];
        }
        return Arrays.toString(index).replace(" ", "");
    }

    private static @Nullable String broken(String base, double[] x, int columns) {
        return switch (base) {
            case "simplex" -> {
                double sum = Arrays.stream(x).sum();
                yield Arrays.stream(x).anyMatch(one -> one < 0)
                        ? "an element is negative"
                        : Math.abs(sum - 1) > CLOSE ? "its sum is " + sum : null;
            }
            case "ordered", "positive_ordered" -> {
                for (int i = 1; i < x.length; i++) {
                    if (!(x[i] > x[i - 1])) {
                        yield "element " + (i + 1) + " is not above the one before";
                    }
                }
                yield base.equals("positive_ordered") && x.length > 0 && x[0] < 0 ? "its first is negative" : null;
            }
            case "unit_vector" -> {
                double norm = Arrays.stream(x).map(one -> one * one).sum();
                yield Math.abs(norm - 1) > CLOSE ? "its squared length is " + norm : null;
            }
            case "cov_matrix", "corr_matrix" -> {
                for (int i = 0; i < columns; i++) {
                    for (int j = 0; j < i; j++) {
                        if (Math.abs(x[i * columns + j] - x[j * columns + i]) > CLOSE) {
                            yield "it is not symmetric";
                        }
                    }
                    if (base.equals("corr_matrix") && Math.abs(x[i * columns + i] - 1) > CLOSE) {
                        yield "its diagonal is not 1";
                    }
                }
                yield null;
            }
            default -> null;
        };
    }
}
