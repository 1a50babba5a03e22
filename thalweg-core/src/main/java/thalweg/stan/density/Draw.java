package thalweg.stan.density;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.kernel.Exponential;
import thalweg.array.kernel.Logarithm;
import thalweg.array.kernel.Power;
import thalweg.array.kernel.Trigonometric;

/// Random numbers of the laws of single numbers, by name.
@FunctionalInterface
public interface Draw {
    /// A random number given the law's arguments.
    double at(double[] a, Dice dice);

    /// The draw of a law; null if it has none of single numbers.
    static @Nullable Draw named(String law) {
        return Table.ALL.get(law);
    }

    /// The draws by name.
    final class Table {
        private static final Map<String, Draw> ALL = all();

        private Table() {}

        private static Map<String, Draw> all() {
            Map<String, Draw> all = new HashMap<>();
            symmetric(all);
            positive(all);
            whole(all);
            return all;
        }

        private static void symmetric(Map<String, Draw> all) {
            all.put("normal", (a, d) -> a[0] + a[1] * d.normal());
            all.put("std_normal", (a, d) -> d.normal());
            all.put("cauchy", (a, d) -> a[0] + a[1] * tangent(Math.PI * (d.uniform() - 0.5)));
            all.put("student_t", (a, d) -> a[1] + a[2] * d.normal() / Math.sqrt(2 * d.gamma(a[0] / 2) / a[0]));
            all.put("double_exponential", (a, d) -> a[0] + a[1] * (d.uniform() < 0.5 ? -1 : 1) * d.exponential());
            all.put("logistic", (a, d) -> a[0] + a[1] * logit(d.uniform()));
            all.put("gumbel", (a, d) -> a[0] - a[1] * Logarithm.log(d.exponential()));
            all.put("skew_normal", (a, d) -> {
                double delta = a[2] / Math.sqrt(1 + a[2] * a[2]);
                double z = delta * Math.abs(d.normal()) + Math.sqrt(1 - delta * delta) * d.normal();
                return a[0] + a[1] * z;
            });
            all.put("exp_mod_normal", (a, d) -> a[0] + a[1] * d.normal() + d.exponential() / a[2]);
            all.put(
                    "skew_double_exponential",
                    (a, d) -> d.uniform() < a[2]
                            ? a[0] - a[1] * d.exponential() / (2 * (1 - a[2]))
                            : a[0] + a[1] * d.exponential() / (2 * a[2]));
            all.put("uniform", (a, d) -> a[0] + (a[1] - a[0]) * d.uniform());
            all.put("von_mises", Table::vonMises);
        }

        private static void positive(Map<String, Draw> all) {
            all.put("lognormal", (a, d) -> Exponential.exp(a[0] + a[1] * d.normal()));
            all.put("loglogistic", (a, d) -> a[0] * Exponential.exp(logit(d.uniform()) / a[1]));
            all.put("beta", (a, d) -> d.beta(a[0], a[1]));
            all.put("beta_proportion", (a, d) -> d.beta(a[0] * a[1], (1 - a[0]) * a[1]));
            all.put("gamma", (a, d) -> d.gamma(a[0]) / a[1]);
            all.put("inv_gamma", (a, d) -> a[1] / d.gamma(a[0]));
            all.put("exponential", (a, d) -> d.exponential() / a[0]);
            all.put("chi_square", (a, d) -> 2 * d.gamma(a[0] / 2));
            all.put("inv_chi_square", (a, d) -> 0.5 / d.gamma(a[0] / 2));
            all.put("scaled_inv_chi_square", (a, d) -> 0.5 * a[0] * a[1] * a[1] / d.gamma(a[0] / 2));
            all.put("weibull", (a, d) -> a[1] * Power.pow(d.exponential(), 1 / a[0]));
            all.put("frechet", (a, d) -> a[1] * Power.pow(d.exponential(), -1 / a[0]));
            all.put("rayleigh", (a, d) -> a[0] * Math.sqrt(2 * d.exponential()));
            all.put("pareto", (a, d) -> a[0] * Exponential.exp(d.exponential() / a[1]));
            all.put("pareto_type_2", (a, d) -> a[0] + a[1] * Exponential.expm1(d.exponential() / a[2]));
        }

        private static void whole(Map<String, Draw> all) {
            all.put("bernoulli", (a, d) -> d.uniform() < a[0] ? 1 : 0);
            all.put("bernoulli_logit", (a, d) -> d.uniform() < Exponential.logistic(a[0]) ? 1 : 0);
            all.put("binomial", (a, d) -> d.binomial(a[0], a[1]));
            all.put("binomial_logit", (a, d) -> d.binomial(a[0], Exponential.logistic(a[1])));
            all.put("beta_binomial", (a, d) -> d.binomial(a[0], d.beta(a[1], a[2])));
            all.put("poisson", (a, d) -> d.poisson(a[0]));
            all.put("poisson_log", (a, d) -> d.poisson(Exponential.exp(a[0])));
            all.put("neg_binomial", (a, d) -> d.poisson(d.gamma(a[0]) / a[1]));
            all.put("neg_binomial_2", (a, d) -> d.poisson(d.gamma(a[1]) * a[0] / a[1]));
            all.put("neg_binomial_2_log", (a, d) -> d.poisson(d.gamma(a[1]) * Exponential.exp(a[0]) / a[1]));
            all.put("beta_neg_binomial", (a, d) -> {
                double p = d.beta(a[1], a[2]);
                return d.poisson(d.gamma(a[0]) * (1 - p) / p);
            });
            all.put("discrete_range", (a, d) -> a[0] + Math.floor(d.uniform() * (a[1] - a[0] + 1)));
            all.put("hypergeometric", (a, d) -> {
                double good = a[1];
                double all2 = a[1] + a[2];
                double hits = 0;
                for (int i = 0; i < a[0]; i++, all2--) {
                    if (d.uniform() * all2 < good) {
                        hits++;
                        good--;
                    }
                }
                return hits;
            });
        }

        private static double logit(double u) {
            return Logarithm.log(u) - Logarithm.log1p(-u);
        }

        private static double tangent(double x) {
            return Trigonometric.sin(x) / Trigonometric.cos(x);
        }

        /// Best and Fisher, Applied Statistics 28 (1979) 152.
        private static double vonMises(double[] a, Dice d) {
            double k = a[1];
            double tau = 1 + Math.sqrt(1 + 4 * k * k);
            double rho = (tau - Math.sqrt(2 * tau)) / (2 * k);
            double r = (1 + rho * rho) / (2 * rho);
            while (true) {
                double z = Trigonometric.cos(Math.PI * d.uniform());
                double f = (1 + r * z) / (r + z);
                double c = k * (r - f);
                double u = d.uniform();
                if (c * (2 - c) - u > 0 || Logarithm.log(c / u) + 1 - c >= 0) {
                    double angle = StrictMath.acos(f);
                    return a[0] + (d.uniform() < 0.5 ? -angle : angle);
                }
            }
        }
    }
}
