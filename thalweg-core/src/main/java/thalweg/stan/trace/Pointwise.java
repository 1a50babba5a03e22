package thalweg.stan.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import thalweg.array.Tensor;
import thalweg.array.kernel.Logarithm;
import thalweg.stan.density.Quantiles;
import thalweg.stan.density.Special;

/// Elementwise functions.
final class Pointwise {
    private static final double LOG_TWO = Logarithm.log(2);

    private Pointwise() {}

    static Map<String, UnaryOperator<Tensor>> one() {
        Map<String, UnaryOperator<Tensor>> all = new HashMap<>();
        all.put("exp", Tensor::exp);
        all.put("exp2", x -> x.times(LOG_TWO).exp());
        all.put("expm1", Tensor::expm1);
        all.put("log", Tensor::log);
        all.put("log2", x -> x.log().over(LOG_TWO));
        all.put("log10", x -> x.log().over(Logarithm.log(10)));
        all.put("log1p", Tensor::log1p);
        all.put("log1m", Special::log1m);
        all.put("log1p_exp", Tensor::softplus);
        all.put("log1m_exp", Special::log1mExp);
        all.put("sqrt", Tensor::sqrt);
        all.put("cbrt", x -> x.sign().times(x.abs().log().over(3.0).exp()));
        all.put("square", Tensor::square);
        all.put("inv", Tensor::reciprocal);
        all.put("inv_sqrt", x -> x.sqrt().reciprocal());
        all.put("inv_square", x -> x.square().reciprocal());
        all.put("fabs", Tensor::abs);
        all.put("floor", Tensor::floor);
        all.put("ceil", x -> x.neg().floor().neg());
        all.put("round", x -> x.sign().times(x.abs().plus(0.5).floor()));
        all.put("trunc", x -> x.sign().times(x.abs().floor()));
        all.put("step", x -> Tensor.of(1).minus(x.less(Tensor.of(0))));
        all.put("sin", Tensor::sin);
        all.put("cos", Tensor::cos);
        all.put("tan", Tensor::tan);
        all.put("asin", Tensor::asin);
        all.put("acos", Tensor::acos);
        all.put("atan", Tensor::atan);
        all.put("sinh", Tensor::sinh);
        all.put("cosh", Tensor::cosh);
        all.put("tanh", Tensor::tanh);
        all.put("asinh", x -> {
            Tensor a = x.abs();
            Tensor more = a.square().over(a.square().plus(1).sqrt().plus(1));
            return x.sign().times(a.plus(more).log1p());
        });
        all.put("acosh", x -> x.plus(x.minus(1).times(x.plus(1)).sqrt()).log());
        all.put("atanh", x -> x.log1p().minus(x.neg().log1p()).times(0.5));
        all.put("erf", Tensor::erf);
        all.put("erfc", x -> Special.phi(x.times(-Math.sqrt(2))).times(2));
        all.put("lgamma", Tensor::lgamma);
        all.put("tgamma", x -> x.lgamma().exp());
        all.put("digamma", x -> x.polygamma(0));
        all.put("trigamma", x -> x.polygamma(1));
        all.put("inv_logit", Tensor::logistic);
        all.put("logit", x -> x.log().minus(x.neg().log1p()));
        all.put("log_inv_logit", Special::logLogistic);
        all.put("log1m_inv_logit", x -> x.softplus().neg());
        all.put("inv_cloglog", x -> x.exp().neg().expm1().neg());
        all.put("cloglog", x -> x.neg().log1p().neg().log());
        all.put("Phi", Special::phi);
        all.put(
                "Phi_approx",
                x -> x.square().times(0.07056).plus(1.5976).times(x).logistic());
        all.put("inv_Phi", Quantiles::normal);
        all.put("std_normal_qf", Quantiles::normal);
        all.put("std_normal_log_qf", x -> Quantiles.normal(x.exp()));
        all.put("inv_erfc", x -> Quantiles.normal(x.times(0.5)).times(-Math.sqrt(0.5)));
        return all;
    }

    static Map<String, Arithmetic.Pointwise> two() {
        Map<String, Arithmetic.Pointwise> all = new HashMap<>();
        all.put("pow", Arithmetic::power);
        all.put("fmax", Tensor::max);
        all.put("fmin", Tensor::min);
        all.put("fdim", (x, y) -> x.minus(y).max(Tensor.of(0)));
        all.put("fmod", (x, y) -> {
            Tensor q = x.over(y);
            return x.minus(q.sign().times(q.abs().floor()).times(y));
        });
        all.put("atan2", Tensor::atan2);
        all.put("hypot", (x, y) -> x.square().plus(y.square()).sqrt());
        all.put("ldexp", (x, y) -> x.times(y.times(LOG_TWO).exp()));
        all.put("beta", (x, y) -> Special.logBeta(x, y).exp());
        all.put("lbeta", Special::logBeta);
        all.put("lchoose", Special::logChoose);
        all.put("binomial_coefficient_log", Special::logChoose);
        all.put("choose", (x, y) -> Special.logChoose(x, y).exp().plus(0.5).floor());
        all.put("log_diff_exp", Special::logDiffExp);
        all.put(
                "log_falling_factorial",
                (x, n) -> x.plus(1).lgamma().minus(x.minus(n).plus(1).lgamma()));
        all.put("log_rising_factorial", (x, n) -> x.plus(n).lgamma().minus(x.lgamma()));
        all.put(
                "falling_factorial",
                (x, n) -> x.plus(1).lgamma().minus(x.minus(n).plus(1).lgamma()).exp());
        all.put(
                "rising_factorial",
                (x, n) -> x.plus(n).lgamma().minus(x.lgamma()).exp());
        all.put("lmultiply", Special::timesLog);
        all.put("multiply_log", Special::timesLog);
        all.put(
                "log_inv_logit_diff",
                (x, y) ->
                        x.plus(Special.log1mExp(y.minus(x))).minus(x.softplus()).minus(y.softplus()));
        return all;
    }
}
