package thalweg.stan.density;

import java.util.List;
import java.util.Map;
import thalweg.array.Tensor;

/// Laws of vectors: Gaussian, Student, Dirichlet, and counts.
final class Vectors {
    static final Map<String, Joint> ALL = Map.ofEntries(
            Map.entry("multi_normal", (y, a) -> cholesky(y, a.get(0), a.get(1).cholesky())),
            Map.entry("multi_normal_cholesky", (y, a) -> cholesky(y, a.get(0), a.get(1))),
            Map.entry("multi_normal_prec", Vectors::precision),
            Map.entry(
                    "multi_student_t",
                    (y, a) -> student(y, a.get(0), a.get(1), a.get(2).cholesky())),
            Map.entry("multi_student_t_cholesky", (y, a) -> student(y, a.get(0), a.get(1), a.get(2))),
            Map.entry("dirichlet", Vectors::dirichlet),
            Map.entry("multinomial", (y, a) -> multinomial(y, a.get(0).log(), a.get(0))),
            Map.entry("multinomial_logit", (y, a) -> {
                Tensor log = a.get(0).minus(a.get(0).logSumExp(0));
                return counts(y).plus(y.times(log).sum());
            }),
            Map.entry("dirichlet_multinomial", Vectors::dirichletMultinomial),
            Map.entry("categorical", (y, a) -> at(a.get(0).log(), y)),
            Map.entry("categorical_logit", (y, a) -> at(normalised(a.get(0)), y)));

    private Vectors() {}

    /// `-k/2 log 2 pi - sum log L_ii - |L^-1 (y - m)|^2 / 2`.
    private static Tensor cholesky(Tensor y, Tensor mean, Tensor factor) {
        int k = factor.size(-1);
        Tensor z = whitened(y.minus(mean), factor);
        Tensor square = z.rank() == 1 ? z.dot(z) : z.square().sum(0);
        return square.times(-0.5).minus(factor.diagonal().log().sum()).minus(0.5 * k * Special.LOG_TWO_PI);
    }

    /// `L^-1 d`, of many rows as columns.
    private static Tensor whitened(Tensor gap, Tensor factor) {
        return gap.rank() == 1
                ? factor.triangularSolve(gap, true, false)
                : factor.triangularSolve(gap.transpose(), true, false);
    }

    private static Tensor precision(Tensor y, List<Tensor> a) {
        Tensor gap = y.minus(a.get(0));
        Tensor p = a.get(1);
        Tensor image = gap.matmul(p);
        Tensor square = gap.rank() == 1 ? image.dot(gap) : image.times(gap).sum(1);
        double constant = 0.5 * p.size(-1) * Special.LOG_TWO_PI;
        Tensor factor = p.cholesky();
        return square.times(-0.5).plus(factor.diagonal().log().sum()).minus(constant);
    }

    private static Tensor student(Tensor y, Tensor freedom, Tensor mean, Tensor factor) {
        int k = factor.size(-1);
        Tensor z = whitened(y.minus(mean), factor);
        Tensor square = z.rank() == 1 ? z.dot(z) : z.square().sum(0);
        Tensor half = freedom.plus(k).times(0.5);
        Tensor constant = half.lgamma()
                .minus(freedom.times(0.5).lgamma())
                .minus(freedom.log().plus(Special.LOG_PI).times(0.5 * k))
                .minus(factor.diagonal().log().sum());
        return constant.minus(half.times(square.over(freedom).log1p()));
    }

    private static Tensor dirichlet(Tensor y, List<Tensor> a) {
        Tensor alpha = a.get(0);
        int last = alpha.rank() - 1;
        Tensor constant = alpha.sum(last).lgamma().minus(alpha.lgamma().sum(last));
        Tensor terms = Special.timesLog(alpha.minus(1), y);
        return terms.sum(terms.rank() - 1).plus(constant);
    }

    private static Tensor counts(Tensor y) {
        return y.sum().plus(1).lgamma().minus(y.plus(1).lgamma().sum());
    }

    private static Tensor multinomial(Tensor y, Tensor log, Tensor chance) {
        Tensor none = y.same(Tensor.of(0));
        Tensor safe = y.isTraced() ? log : none.select(Tensor.of(1), chance).log();
        return counts(y).plus(y.times(safe).sum());
    }

    private static Tensor dirichletMultinomial(Tensor y, List<Tensor> a) {
        Tensor alpha = a.get(0);
        Tensor total = alpha.sum();
        Tensor n = y.sum();
        return n.plus(1)
                .lgamma()
                .plus(total.lgamma())
                .minus(total.plus(n).lgamma())
                .plus(y.plus(alpha)
                        .lgamma()
                        .minus(alpha.lgamma())
                        .minus(y.plus(1).lgamma())
                        .sum());
    }

    private static Tensor normalised(Tensor logit) {
        return logit.minus(
                logit.rank() == 1 ? logit.logSumExp(0) : logit.logSumExp(1).columns(logit.size(1)));
    }

    /// Element `y` (from 1) of a vector, or of each row.
    private static Tensor at(Tensor log, Tensor y) {
        Tensor index = y.minus(1);
        if (log.rank() == 1) {
            return log.gather(index.whole());
        }
        int n = log.size(0);
        int k = log.size(1);
        Tensor flat = Tensor.range(n).real().times(k).plus(index);
        return log.reshape(n * k).gather(flat.whole());
    }
}
