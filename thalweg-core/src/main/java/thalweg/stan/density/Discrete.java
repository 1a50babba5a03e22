package thalweg.stan.density;

import java.util.HashMap;
import java.util.Map;
import thalweg.array.Tensor;

/// Log probabilities of whole numbers, as the Stan functions reference defines them; outcomes are numbers, not traced.
final class Discrete {
    private Discrete() {}

    static Map<String, Law> all() {
        Map<String, Law> all = new HashMap<>();
        all.put("bernoulli", (p, y, a) -> {
            p.timesLog(y, a[0]);
            p.timesLog(y.neg().plus(1), a[0].neg().plus(1));
        });
        all.put("bernoulli_logit", (p, y, a) -> {
            Tensor sign = y.times(2).minus(1);
            p.minus(sign.times(a[0]).neg().softplus());
        });
        all.put("binomial", (p, y, a) -> {
            p.timesLog(y, a[1]);
            p.timesLog(a[0].minus(y), a[1].neg().plus(1));
            p.add(Special.logChoose(a[0], y));
        });
        all.put("binomial_logit", (p, y, a) -> {
            p.add(y.times(a[1]));
            p.minus(a[0].times(a[1].softplus()));
            p.add(Special.logChoose(a[0], y));
        });
        all.put("beta_binomial", (p, y, a) -> {
            p.add(Special.logChoose(a[0], y));
            p.add(Special.logBeta(y.plus(a[1]), a[0].minus(y).plus(a[2])));
            p.minus(Special.logBeta(a[1], a[2]));
        });
        all.put("poisson", (p, y, a) -> {
            p.timesLog(y, a[0]);
            p.minus(a[0]);
            p.minus(Special.logFactorial(y));
        });
        all.put("poisson_log", (p, y, a) -> {
            p.add(y.times(a[0]));
            p.minus(a[0].exp());
            p.minus(Special.logFactorial(y));
        });
        all.put("neg_binomial", (p, y, a) -> {
            p.add(y.plus(a[0]).lgamma());
            p.minus(a[0].lgamma());
            p.minus(Special.logFactorial(y));
            p.add(a[0].times(a[1].log().minus(a[1].plus(1).log())));
            p.minus(y.times(a[1].plus(1).log()));
        });
        all.put("neg_binomial_2", (p, y, a) -> counts(p, y, a[0], a[0].log(), a[1]));
        all.put("neg_binomial_2_log", (p, y, a) -> counts(p, y, a[0].exp(), a[0], a[1]));
        all.put("beta_neg_binomial", (p, y, a) -> {
            p.add(y.plus(a[0]).lgamma());
            p.minus(a[0].lgamma());
            p.minus(Special.logFactorial(y));
            p.add(Special.logBeta(a[0].plus(a[1]), y.plus(a[2])));
            p.minus(Special.logBeta(a[1], a[2]));
        });
        all.put("hypergeometric", (p, y, a) -> {
            p.add(Special.logChoose(a[1], y));
            p.add(Special.logChoose(a[2], a[0].minus(y)));
            p.minus(Special.logChoose(a[1].plus(a[2]), a[0]));
        });
        all.put("discrete_range", (p, y, a) -> {
            p.minus(a[1].minus(a[0]).plus(1).log());
            Tensor out = y.less(a[0]).max(y.greater(a[1]));
            p.add(out.select(Tensor.of(Double.NEGATIVE_INFINITY), Tensor.of(0)));
        });
        return all;
    }

    private static void counts(Law.Sum p, Tensor y, Tensor mean, Tensor logMean, Tensor precision) {
        Tensor logSum = mean.plus(precision).log();
        p.add(y.plus(precision).lgamma());
        p.minus(precision.lgamma());
        p.minus(Special.logFactorial(y));
        p.add(y.times(logMean.minus(logSum)));
        p.add(precision.times(precision.log().minus(logSum)));
    }
}
