package thalweg.stan.trace;

import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import thalweg.array.Tensor;
import thalweg.stan.type.StanType;

/// Covariance functions of Gaussian processes: Rasmussen and Williams, *Gaussian Processes for Machine Learning*
/// (2006).
final class Kernel {
    private Kernel() {}

    static void into(Map<String, Library.Built> all) {
        BinaryOperator<Tensor> square = (r2, s2) -> s2.times(r2.times(-0.5).exp());
        stationary(all, "gp_exp_quad_cov", square);
        stationary(all, "cov_exp_quad", square);
        stationary(
                all, "gp_exponential_cov", (r2, s2) -> s2.times(root(r2).neg().exp()));
        stationary(all, "gp_matern32_cov", (r2, s2) -> {
            Tensor r = root(r2).times(Math.sqrt(3));
            return s2.times(r.plus(1)).times(r.neg().exp());
        });
        stationary(all, "gp_matern52_cov", (r2, s2) -> {
            Tensor r = root(r2).times(Math.sqrt(5));
            return s2.times(r.plus(1).plus(r2.times(5.0 / 3))).times(r.neg().exp());
        });
        all.put("gp_periodic_cov", a -> {
            int n = a.size();
            Value y = n == 5 ? a.get(1) : a.get(0);
            return Library.each(StanType.MATRIX, t -> {
                        Tensor r = root(distance(t.get(0), t.get(1)));
                        Tensor sine = r.times(Math.PI).over(t.get(4)).sin();
                        return t.get(2)
                                .square()
                                .times(sine.square()
                                        .times(-2)
                                        .over(t.get(3).square())
                                        .exp());
                    })
                    .at(List.of(a.get(0), y, a.get(n - 3), a.get(n - 2), a.get(n - 1)));
        });
        all.put("gp_dot_prod_cov", a -> {
            Value y = a.size() == 3 ? a.get(1) : a.get(0);
            return Library.each(
                            StanType.MATRIX,
                            t -> product(t.get(0), t.get(1)).plus(t.get(2).square()))
                    .at(List.of(a.get(0), y, a.get(a.size() - 1)));
        });
    }

    /// A function of the squared scaled distance and the squared size.
    private static void stationary(Map<String, Library.Built> all, String name, BinaryOperator<Tensor> f) {
        all.put(name, a -> {
            int n = a.size();
            Value y = n == 4 ? a.get(1) : a.get(0);
            return Library.each(StanType.MATRIX, t -> {
                        Tensor length = t.get(3);
                        Tensor r2 = length.rank() == 0
                                ? distance(t.get(0), t.get(1)).over(length.square())
                                : distance(t.get(0).over(length), t.get(1).over(length));
                        return f.apply(r2, t.get(2).square());
                    })
                    .at(List.of(a.get(0), y, a.get(n - 2), a.get(n - 1)));
        });
    }

    private static Tensor product(Tensor x, Tensor y) {
        return x.rank() == 1 ? x.outer(y) : x.matmul(y.transpose());
    }

    /// Squared distances of all pairs.
    private static Tensor distance(Tensor x, Tensor y) {
        int n = x.size(0);
        int m = y.size(0);
        if (x.rank() == 1) {
            return x.columns(m).minus(y.rows(n)).square();
        }
        return x.expand(1, m).minus(y.expand(0, n)).square().sum(2);
    }

    /// The root of a squared distance, with slope 0 where it is 0.
    private static Tensor root(Tensor r2) {
        Tensor none = r2.same(Tensor.of(0));
        return none.select(Tensor.of(0), none.select(Tensor.of(1), r2).sqrt());
    }
}
