package thalweg.stan.trace;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import thalweg.array.Tensor;
import thalweg.stan.type.StanType;

/// Functions of matrices.
final class Algebra {
    private Algebra() {}

    static void into(Map<String, Library.Built> all) {
        matrix(all, "diag_matrix", t -> diagonal(t.get(0)));
        all.put("diagonal", Library.each(StanType.VECTOR, t -> t.get(0).diagonal()));
        real(all, "trace", t -> t.get(0).diagonalSum());
        matrix(all, "add_diag", t -> {
            int n = t.get(0).size(0);
            Tensor d = t.get(1).rank() == 0 ? t.get(1).expand(0, n) : t.get(1);
            return t.get(0).plus(diagonal(d));
        });
        matrix(all, "diag_pre_multiply", t -> t.get(0).columns(t.get(1).size(1)).times(t.get(1)));
        matrix(all, "diag_post_multiply", t -> t.get(0).times(t.get(1)));
        matrix(
                all,
                "quad_form_diag",
                t -> t.get(0).times(t.get(1)).times(t.get(1).columns(t.get(0).size(1))));
        all.put("quad_form", Algebra::quadratic);
        all.put("quad_form_sym", Algebra::quadratic);
        real(all, "trace_quad_form", t -> form(t.get(0), t.get(1)).diagonalSum());
        real(
                all,
                "trace_gen_quad_form",
                t -> t.get(0).matmul(form(t.get(1), t.get(2))).diagonalSum());
        matrix(all, "tcrossprod", t -> t.get(0).matmul(t.get(0).transpose()));
        matrix(all, "crossprod", t -> t.get(0).transpose().matmul(t.get(0)));
        matrix(all, "multiply_lower_tri_self_transpose", t -> {
            Tensor low = lower(t.get(0));
            return low.matmul(low.transpose());
        });
        matrix(all, "cholesky_decompose", t -> t.get(0).cholesky());
        matrix(all, "chol2inv", t -> inverse(t.get(0).matmul(t.get(0).transpose())));
        matrix(all, "inverse", t -> inverse(t.get(0)));
        matrix(all, "inverse_spd", t -> inverse(t.get(0)));
        real(all, "determinant", t -> {
            List<Tensor> both = t.get(0).logDet();
            return both.get(0).exp().times(both.get(1));
        });
        real(all, "log_determinant", t -> t.get(0).logDet().get(0));
        real(
                all,
                "log_determinant_spd",
                t -> t.get(0).cholesky().diagonal().log().sum().times(2));
        for (String name : List.of("mdivide_left", "mdivide_left_spd")) {
            second(all, name, t -> t.get(0).solve(t.get(1)));
        }
        second(all, "mdivide_left_tri_low", t -> t.get(0).triangularSolve(t.get(1), true, false));
        for (String name : List.of("mdivide_right", "mdivide_right_spd")) {
            first(
                    all,
                    name,
                    t -> right(t.get(0), t.get(1), b -> t.get(1).transpose().solve(b)));
        }
        first(
                all,
                "mdivide_right_tri_low",
                t -> right(t.get(0), t.get(1), b -> t.get(1).triangularSolve(b, true, true)));
        all.put(
                "eigenvalues_sym",
                Library.each(StanType.VECTOR, t -> t.get(0).eigen().get(0)));
        matrix(all, "eigenvectors_sym", t -> t.get(0).eigen().get(1));
        matrix(all, "symmetrize_from_lower_tri", t -> {
            Tensor low = lower(t.get(0));
            return low.plus(low.transpose()).minus(diagonal(t.get(0).diagonal()));
        });
        all.put("matrix_power", a -> {
            int power = Making.size(a.get(1));
            return Library.each(StanType.MATRIX, t -> power(t.get(0), power)).at(a.subList(0, 1));
        });
        all.put("columns_dot_product", Library.each(StanType.ROW_VECTOR, t -> columns(t.get(0), t.get(1))));
        all.put("columns_dot_self", Library.each(StanType.ROW_VECTOR, t -> columns(t.get(0), t.get(0))));
        all.put("rows_dot_product", Library.each(StanType.VECTOR, t -> rows(t.get(0), t.get(1))));
        all.put("rows_dot_self", Library.each(StanType.VECTOR, t -> rows(t.get(0), t.get(0))));
    }

    private static void matrix(Map<String, Library.Built> all, String name, Function<List<Tensor>, Tensor> f) {
        all.put(name, Library.each(StanType.MATRIX, f));
    }

    private static void real(Map<String, Library.Built> all, String name, Function<List<Tensor>, Tensor> f) {
        all.put(name, Library.each(StanType.REAL, f));
    }

    private static void first(Map<String, Library.Built> all, String name, Function<List<Tensor>, Tensor> f) {
        all.put(name, Library.like(f));
    }

    private static void second(Map<String, Library.Built> all, String name, Function<List<Tensor>, Tensor> f) {
        all.put(name, a -> Library.each(a.get(1).type(), f).at(a));
    }

    private static Tensor columns(Tensor x, Tensor y) {
        return x.rank() == 1 ? x.times(y) : x.times(y).sum(0);
    }

    private static Tensor rows(Tensor x, Tensor y) {
        return x.rank() == 1 ? x.times(y) : x.times(y).sum(1);
    }

    static Tensor diagonal(Tensor d) {
        return d.columns(d.size(0)).times(Tensor.unit(d.size(0)));
    }

    static Tensor lower(Tensor x) {
        int n = x.size(0);
        int m = x.size(1);
        double[] mask = new double[n * m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i && j < m; j++) {
                mask[i * m + j] = 1;
            }
        }
        return Tensor.of(mask, n, m).select(x, Tensor.of(0));
    }

    private static Tensor inverse(Tensor x) {
        return x.solve(Tensor.unit(x.size(0)));
    }

    private static Tensor form(Tensor a, Tensor b) {
        return b.transpose().matmul(a).matmul(b);
    }

    private static Value quadratic(List<Value> a) {
        boolean vector = a.get(1).type().base() == StanType.Base.VECTOR;
        return Library.each(
                        vector ? StanType.REAL : StanType.MATRIX,
                        t -> vector ? t.get(0).matmul(t.get(1)).dot(t.get(1)) : form(t.get(0), t.get(1)))
                .at(a);
    }

    private static Tensor right(Tensor b, Tensor a, java.util.function.UnaryOperator<Tensor> solve) {
        if (a.size(0) == 0) {
            return b;
        }
        return b.rank() == 1 ? solve.apply(b) : solve.apply(b.transpose()).transpose();
    }

    private static Tensor power(Tensor x, int n) {
        Tensor result = Tensor.unit(x.size(0));
        Tensor base = x;
        for (int rest = n; rest > 0; rest >>= 1) {
            result = (rest & 1) == 1 ? result.matmul(base) : result;
            base = rest > 1 ? base.matmul(base) : base;
        }
        return result;
    }
}
