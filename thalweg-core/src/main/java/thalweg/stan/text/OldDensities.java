package thalweg.stan.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The distributions of the years in which a density was called `x_log`, and whether their outcomes are whole numbers.
final class OldDensities {
    private static final Map<String, Boolean> ALL = all();

    private OldDensities() {}

    static boolean has(String name) {
        return ALL.containsKey(name);
    }

    /// What the density of a distribution ends in today.
    static String suffix(String name) {
        return Boolean.TRUE.equals(ALL.get(name)) ? "_lpmf" : "_lpdf";
    }

    private static Map<String, Boolean> all() {
        Map<String, Boolean> all = new HashMap<>();
        List.of(
                        "bernoulli",
                        "bernoulli_logit",
                        "binomial",
                        "binomial_logit",
                        "beta_binomial",
                        "categorical",
                        "categorical_logit",
                        "hypergeometric",
                        "neg_binomial",
                        "neg_binomial_2",
                        "neg_binomial_2_log",
                        "ordered_logistic",
                        "poisson",
                        "poisson_log",
                        "multinomial")
                .forEach(name -> all.put(name, true));
        List.of(
                        "normal",
                        "lognormal",
                        "cauchy",
                        "student_t",
                        "double_exponential",
                        "logistic",
                        "gumbel",
                        "skew_normal",
                        "exp_mod_normal",
                        "beta",
                        "gamma",
                        "inv_gamma",
                        "exponential",
                        "chi_square",
                        "inv_chi_square",
                        "scaled_inv_chi_square",
                        "weibull",
                        "frechet",
                        "rayleigh",
                        "pareto",
                        "pareto_type_2",
                        "uniform",
                        "von_mises",
                        "dirichlet",
                        "multi_normal",
                        "multi_normal_cholesky",
                        "multi_normal_prec",
                        "multi_student_t",
                        "multi_gp",
                        "multi_gp_cholesky",
                        "gaussian_dlm_obs",
                        "wishart",
                        "inv_wishart",
                        "lkj_corr",
                        "lkj_corr_cholesky")
                .forEach(name -> all.put(name, false));
        return all;
    }
}
