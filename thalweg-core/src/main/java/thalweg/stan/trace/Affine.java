package thalweg.stan.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.array.Shape;
import thalweg.array.Tensor;
import thalweg.linalg.Qr;

/// A vector that is affine in traced numbers: `c + X theta`, with `c` and the columns of `X` known.
///
/// Kept apart so that a Gaussian likelihood with such a mean can be written in its sufficient statistics.
final class Affine {
    /// A known column times a traced scalar, or a known matrix times a traced vector.
    private record Term(Tensor known, Tensor traced) {}

    private static final int MOST = 256;

    private final Shape shape;
    private final Tensor constant;
    private final List<Term> terms;

    private Affine(Shape shape, Tensor constant, List<Term> terms) {
        this.shape = shape;
        this.constant = constant;
        this.terms = terms;
    }

    Shape shape() {
        return shape;
    }

    /// `x theta` for a known vector; null if these are not such a pair.
    static @Nullable Affine product(Tensor x, Tensor theta) {
        boolean fits = !x.isTraced() && theta.isTraced() && x.rank() == 1 && theta.rank() == 0 && x.count() > 1;
        return fits ? new Affine(x.shape(), Tensor.of(0), List.of(new Term(x, theta))) : null;
    }

    /// `X theta` for a known matrix.
    static @Nullable Affine matrix(Tensor x, Tensor theta) {
        boolean fits = !x.isTraced() && theta.isTraced() && x.rank() == 2 && theta.rank() == 1 && x.size(0) > 1;
        return fits && theta.count() <= MOST
                ? new Affine(Shape.of(x.size(0)), Tensor.of(0), List.of(new Term(x, theta)))
                : null;
    }

    /// A sum or difference with anything that keeps it affine; null if it does not.
    @Nullable
    Affine plus(Tensor other, double sign) {
        if (!other.isTraced() && (other.rank() == 0 || other.shape().equals(shape))) {
            return new Affine(shape, constant.plus(other.times(sign)), terms);
        }
        if (other.isTraced() && other.rank() == 0) {
            return with(List.of(new Term(Tensor.full(sign, shape.count()), other)));
        }
        return null;
    }

    @Nullable
    Affine plus(Affine other, double sign) {
        if (!shape.equals(other.shape)) {
            return null;
        }
        Affine scaled = other.times(Tensor.of(sign));
        return scaled == null ? null : new Affine(shape, constant.plus(scaled.constant), terms).with(scaled.terms);
    }

    /// The product with known numbers.
    @Nullable
    Affine times(Tensor factor) {
        if (factor.isTraced() || factor.rank() > 0 && !factor.shape().equals(shape)) {
            return null;
        }
        List<Term> scaled = new ArrayList<>();
        for (Term term : terms) {
            boolean rows = term.known().rank() == 2 && factor.rank() == 1;
            Tensor by = rows ? factor.columns(term.known().size(1)) : factor;
            scaled.add(new Term(term.known().times(by), term.traced()));
        }
        return new Affine(shape, constant.times(factor), scaled);
    }

    private Affine with(List<Term> more) {
        List<Term> all = new ArrayList<>(terms);
        for (Term one : more) {
            int same = -1;
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).traced() == one.traced()) {
                    same = i;
                }
            }
            if (same < 0) {
                all.add(one);
            } else {
                all.set(same, new Term(all.get(same).known().plus(one.known()), one.traced()));
            }
        }
        return new Affine(shape, constant, all);
    }

    /// How many traced numbers there are.
    int width() {
        return terms.stream().mapToInt(term -> term.traced().count()).sum();
    }

    private Tensor theta() {
        List<Tensor> parts = new ArrayList<>();
        for (Term term : terms) {
            parts.add(term.traced().rank() == 0 ? term.traced().expand(0, 1) : term.traced());
        }
        return parts.size() == 1 ? parts.get(0) : Tensor.concatenate(0, parts);
    }

    private Tensor design() {
        List<Tensor> parts = new ArrayList<>();
        for (Term term : terms) {
            parts.add(term.known().rank() == 1 ? term.known().columns(1) : term.known());
        }
        return parts.size() == 1 ? parts.get(0) : Tensor.concatenate(1, parts);
    }

    /// The vector itself.
    Tensor tensor() {
        Tensor product = terms.size() == 1 && terms.get(0).traced().rank() == 0
                ? terms.get(0).known().times(terms.get(0).traced())
                : design().matmul(theta());
        boolean none = constant.rank() == 0 && constant.value() == 0;
        return none ? product : product.plus(constant);
    }

    /// `|y - c - X theta|^2` in sufficient statistics. With `X = Q R`, the least squares solution `t` and what it
    /// leaves, `r = y - c - X t`, it is `|R (theta - t) - Q'r|^2` and what lies outside the columns.
    /// Near `t` all is small, so nothing cancels.
    Tensor residual(Tensor y) {
        int n = shape.count();
        int p = width();
        double[] x = design().toArray();
        Qr qr = Qr.of(x, n, p);
        double[] left = y.minus(constant).toArray();
        int k = Math.min(n, p);
        double[] r = qr.r();
        int[] pivot = qr.pivot();
        double[] plain = new double[k * p];
        for (int i = 0; i < k; i++) {
            for (int j = i; j < p; j++) {
                plain[i * p + pivot[j]] = r[i * p + j];
            }
        }
        double[] best = best(qr, left, p);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < p; j++) {
                left[i] -= x[i * p + j] * best[j];
            }
        }
        qr.applyTransposed(left);
        double[] inside = java.util.Arrays.copyOf(left, k);
        double rest = 0;
        for (int i = k; i < n; i++) {
            rest += left[i] * left[i];
        }
        Tensor gap = Tensor.of(plain, k, p)
                .matmul(theta().minus(Tensor.vector(best)))
                .minus(Tensor.vector(inside));
        return gap.dot(gap).plus(rest);
    }

    /// A least squares solution; 0 for columns that depend on others.
    private static double[] best(Qr qr, double[] y, int p) {
        double[] right = y.clone();
        qr.applyTransposed(right);
        double[] r = qr.r();
        int[] pivot = qr.pivot();
        double[] best = new double[p];
        for (int i = qr.rank() - 1; i >= 0; i--) {
            double sum = right[i];
            for (int j = i + 1; j < qr.rank(); j++) {
                sum -= r[i * p + j] * best[pivot[j]];
            }
            best[pivot[i]] = sum / r[i * p + i];
        }
        return best;
    }

    /// Whether sufficient statistics are worth having: fewer traced numbers than rows, all known numbers finite.
    boolean isTall() {
        return width() < shape.count() && finite(constant) && terms.stream().allMatch(term -> finite(term.known()));
    }

    private static boolean finite(Tensor x) {
        for (double number : x.reals()) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }
}
