package thalweg.stan.density;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Shape;
import thalweg.array.Tensor;

/// Random vectors and matrices of the laws of those, by name.
@FunctionalInterface
public interface VectorDraw {
    /// A random outcome given the law's arguments.
    Tensor at(List<Tensor> a, Dice dice);

    Map<String, VectorDraw> ALL = Map.ofEntries(
            Map.entry("categorical", (a, d) -> Tensor.of(d.category(a.get(0).reals()))),
            Map.entry(
                    "categorical_logit",
                    (a, d) -> Tensor.of(d.category(a.get(0).softmax(0).reals()))),
            Map.entry("ordered_logistic", (a, d) -> {
                int k = a.get(1).count() + 1;
                Tensor y = Tensor.range(k).real().plus(1);
                Tensor eta = a.get(0).expand(0, k);
                return Tensor.of(
                        d.category(Ordered.logistic(y, eta, a.get(1)).exp().reals()));
            }),
            Map.entry("ordered_probit", (a, d) -> {
                int k = a.get(1).count() + 1;
                Tensor y = Tensor.range(k).real().plus(1);
                Tensor eta = a.get(0).expand(0, k);
                return Tensor.of(
                        d.category(Ordered.probit(y, eta, a.get(1)).exp().reals()));
            }),
            Map.entry("dirichlet", (a, d) -> {
                double[] alpha = a.get(0).reals();
                double[] x = new double[alpha.length];
                double sum = 0;
                for (int i = 0; i < x.length; i++) {
                    x[i] = d.gamma(alpha[i]);
                    sum += x[i];
                }
                return Tensor.vector(x).over(sum);
            }),
            Map.entry("multinomial", (a, d) -> counts(a.get(0).reals(), a.get(1).value(), d)),
            Map.entry(
                    "multinomial_logit",
                    (a, d) -> counts(a.get(0).softmax(0).reals(), a.get(1).value(), d)),
            Map.entry("multi_normal", (a, d) -> gauss(a.get(0), a.get(1).cholesky(), d)),
            Map.entry("multi_normal_cholesky", (a, d) -> gauss(a.get(0), a.get(1), d)),
            Map.entry("multi_student_t", (a, d) -> student(a, a.get(2).cholesky(), d)),
            Map.entry("multi_student_t_cholesky", (a, d) -> student(a, a.get(2), d)),
            Map.entry(
                    "wishart",
                    (a, d) -> square(bartlett(a.get(0).value(), a.get(1).cholesky(), d))),
            Map.entry("wishart_cholesky", (a, d) -> bartlett(a.get(0).value(), a.get(1), d)),
            Map.entry(
                    "inv_wishart",
                    (a, d) -> inverse(
                            square(bartlett(a.get(0).value(), inverse(a.get(1)).cholesky(), d)))),
            Map.entry(
                    "lkj_corr",
                    (a, d) -> square(lkj((int) a.get(0).value(), a.get(1).value(), d))),
            Map.entry(
                    "lkj_corr_cholesky",
                    (a, d) -> lkj((int) a.get(0).value(), a.get(1).value(), d)));

    /// The draw of a law; null if it has none.
    static @Nullable VectorDraw named(String law) {
        return ALL.get(law);
    }

    private static Tensor counts(double[] chance, double trials, Dice d) {
        double[] counts = new double[chance.length];
        double left = trials;
        double mass = 0;
        for (double one : chance) {
            mass += one;
        }
        for (int i = 0; i < counts.length; i++) {
            double p = mass <= 0 ? 0 : Math.min(1, chance[i] / mass);
            counts[i] = i == counts.length - 1 ? left : d.binomial(left, p);
            left -= counts[i];
            mass -= chance[i];
        }
        return Tensor.vector(counts);
    }

    private static Tensor gauss(Tensor mean, Tensor factor, Dice d) {
        return mean.plus(factor.matmul(Tensor.vector(d.normals(factor.size(0)))));
    }

    private static Tensor student(List<Tensor> a, Tensor factor, Dice d) {
        double freedom = a.get(0).value();
        double scale = Math.sqrt(freedom / (2 * d.gamma(freedom / 2)));
        return a.get(1)
                .plus(factor.matmul(Tensor.vector(d.normals(factor.size(0)))).times(scale));
    }

    private static Tensor square(Tensor factor) {
        return factor.matmul(factor.transpose());
    }

    private static Tensor inverse(Tensor x) {
        return x.solve(Tensor.unit(x.size(0)));
    }

    /// Bartlett's decomposition.
    private static Tensor bartlett(double freedom, Tensor factor, Dice d) {
        int k = factor.size(0);
        double[] b = new double[k * k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                b[i * k + j] = d.normal();
            }
            b[i * k + i] = Math.sqrt(2 * d.gamma((freedom - i) / 2));
        }
        return factor.matmul(Tensor.of(b, k, k));
    }

    /// A factor of a correlation matrix, by partial correlations.
    static Tensor lkj(int k, double shape, Dice d) {
        double[] low = new double[k * k];
        double[] left = new double[k];
        java.util.Arrays.fill(left, 1);
        for (int j = 0; j < k; j++) {
            low[j * k + j] = Math.sqrt(left[j]);
            double half = shape + 0.5 * (k - 2 - j);
            for (int i = j + 1; i < k; i++) {
                double partial = 2 * d.beta(half, half) - 1;
                low[i * k + j] = partial * Math.sqrt(left[i]);
                left[i] *= 1 - partial * partial;
            }
        }
        return Tensor.wrap(low, Shape.of(k, k));
    }
}
