package thalweg.stan.density;

import java.util.HashMap;
import java.util.Map;
import thalweg.array.Tensor;
import thalweg.array.kernel.Logarithm;

/// Log densities of real numbers, as the Stan functions reference defines them.
final class Continuous {
    private static final double LOG_TWO = Logarithm.log(2);
    private static final Tensor OUT = Tensor.of(Double.NEGATIVE_INFINITY);

    private Continuous() {}

    static Map<String, Law> all() {
        Map<String, Law> all = new HashMap<>();
        all.put("normal", (p, y, a) -> normal(p, y, a[0], a[1]));
        all.put("std_normal", (p, y, a) -> {
            p.minus(y.square().times(0.5));
            p.add(-0.5 * Special.LOG_TWO_PI);
        });
        all.put("lognormal", (p, y, a) -> {
            Tensor log = y.log();
            normal(p, log, a[0], a[1]);
            p.minus(log);
        });
        all.put("cauchy", (p, y, a) -> {
            p.minus(y.minus(a[0]).over(a[1]).square().log1p());
            p.minus(a[1].log());
            p.add(-Special.LOG_PI);
        });
        all.put("student_t", (p, y, a) -> studentT(p, y, a[0], a[1], a[2]));
        all.put("double_exponential", (p, y, a) -> {
            p.minus(y.minus(a[0]).abs().over(a[1]));
            p.minus(a[1].log());
            p.add(-LOG_TWO);
        });
        all.put("logistic", (p, y, a) -> {
            Tensor z = y.minus(a[0]).over(a[1]);
            p.minus(z);
            p.minus(a[1].log());
            p.minus(z.neg().softplus().times(2));
        });
        all.put("loglogistic", (p, y, a) -> {
            Tensor z = a[1].times(y.over(a[0]).log());
            p.add(a[1].log());
            p.minus(y.log());
            p.add(z);
            p.minus(z.softplus().times(2));
        });
        all.put("gumbel", (p, y, a) -> {
            Tensor z = y.minus(a[0]).over(a[1]);
            p.minus(z);
            p.minus(z.neg().exp());
            p.minus(a[1].log());
        });
        all.put("skew_normal", (p, y, a) -> {
            Tensor z = y.minus(a[0]).over(a[1]);
            normal(p, y, a[0], a[1]);
            p.add(Special.logPhi(z.times(a[2])));
            p.add(LOG_TWO);
        });
        all.put("exp_mod_normal", (p, y, a) -> {
            Tensor rate = a[2];
            Tensor shift = a[1].square().times(rate);
            Tensor gap = y.minus(a[0]);
            p.add(rate.log());
            p.add(rate.times(shift.times(0.5).minus(gap)));
            p.add(Special.logPhi(gap.minus(shift).over(a[1])));
        });
        all.put("skew_double_exponential", (p, y, a) -> {
            Tensor gap = y.minus(a[0]);
            Tensor below = gap.less(Tensor.of(0));
            Tensor side = below.select(a[2].neg().plus(1), a[2]);
            p.add(LOG_TWO);
            p.add(a[2].log());
            p.add(Special.log1m(a[2]));
            p.minus(a[1].log());
            p.minus(side.times(gap.abs()).times(2).over(a[1]));
        });
        positive(all);
        bounded(all);
        return all;
    }

    private static void normal(Law.Sum p, Tensor y, Tensor mean, Tensor scale) {
        p.minus(y.minus(mean).over(scale).square().times(0.5));
        p.minus(scale.log());
        p.add(-0.5 * Special.LOG_TWO_PI);
    }

    private static void studentT(Law.Sum p, Tensor y, Tensor freedom, Tensor mean, Tensor scale) {
        Tensor half = freedom.plus(1).times(0.5);
        Tensor z = y.minus(mean).over(scale).square().over(freedom);
        p.minus(half.times(z.log1p()));
        p.minus(scale.log());
        p.add(half.lgamma());
        p.minus(freedom.times(0.5).lgamma());
        p.minus(freedom.log().times(0.5));
        p.add(-0.5 * Special.LOG_PI);
    }

    /// Minus infinity where an outcome is not positive; outcomes that are known to be cost nothing.
    private static void support(Law.Sum p, Tensor y, double least) {
        if (!y.isTraced()) {
            for (double one : y.reals()) {
                if (one < least) {
                    p.add(Double.NEGATIVE_INFINITY);
                    return;
                }
            }
            return;
        }
        p.add(y.less(Tensor.of(least)).select(OUT, Tensor.of(0)));
    }

    private static void positive(Map<String, Law> all) {
        all.put("gamma", (p, y, a) -> {
            p.timesLog(a[0].minus(1), y);
            p.minus(a[1].times(y));
            p.add(a[0].times(a[1].log()));
            p.minus(a[0].lgamma());
            support(p, y, 0);
        });
        all.put("inv_gamma", (p, y, a) -> {
            p.minus(a[0].plus(1).times(y.log()));
            p.minus(a[1].over(y));
            p.add(a[0].times(a[1].log()));
            p.minus(a[0].lgamma());
        });
        all.put("exponential", (p, y, a) -> {
            p.minus(a[0].times(y));
            p.add(a[0].log());
            support(p, y, 0);
        });
        all.put("chi_square", (p, y, a) -> {
            Tensor half = a[0].times(0.5);
            p.add(half.minus(1).times(y.log()));
            p.minus(y.times(0.5));
            p.minus(half.times(LOG_TWO));
            p.minus(half.lgamma());
        });
        all.put("inv_chi_square", (p, y, a) -> {
            Tensor half = a[0].times(0.5);
            p.minus(half.plus(1).times(y.log()));
            p.minus(Tensor.of(0.5).over(y));
            p.minus(half.times(LOG_TWO));
            p.minus(half.lgamma());
        });
        all.put("scaled_inv_chi_square", (p, y, a) -> {
            Tensor half = a[0].times(0.5);
            p.add(half.times(half.log()));
            p.minus(half.lgamma());
            p.add(a[0].times(a[1].log()));
            p.minus(half.plus(1).times(y.log()));
            p.minus(half.times(a[1].square()).over(y));
        });
        all.put("weibull", (p, y, a) -> {
            Tensor log = y.log().minus(a[1].log());
            p.add(a[0].log());
            p.minus(a[1].log());
            p.add(a[0].minus(1).times(log));
            p.minus(a[0].times(log).exp());
        });
        all.put("frechet", (p, y, a) -> {
            Tensor log = a[1].log().minus(y.log());
            p.add(a[0].log());
            p.minus(a[1].log());
            p.add(a[0].plus(1).times(log));
            p.minus(a[0].times(log).exp());
        });
        all.put("rayleigh", (p, y, a) -> {
            p.add(y.log());
            p.minus(a[0].log().times(2));
            p.minus(y.over(a[0]).square().times(0.5));
        });
        all.put("pareto", (p, y, a) -> {
            Tensor out = y.less(a[0]);
            p.add(a[1].log());
            p.add(a[1].times(a[0].log()));
            p.minus(a[1].plus(1).times(y.log()));
            p.add(out.select(OUT, Tensor.of(0)));
        });
        all.put("pareto_type_2", (p, y, a) -> {
            p.add(a[2].log());
            p.minus(a[1].log());
            p.minus(a[2].plus(1).times(y.minus(a[0]).over(a[1]).log1p()));
        });
    }

    private static void bounded(Map<String, Law> all) {
        all.put("beta", (p, y, a) -> beta(p, y, a[0], a[1]));
        all.put(
                "beta_proportion",
                (p, y, a) -> beta(p, y, a[0].times(a[1]), a[0].neg().plus(1).times(a[1])));
        all.put("uniform", (p, y, a) -> {
            p.minus(a[1].minus(a[0]).log());
            Tensor out = y.less(a[0]).max(y.greater(a[1]));
            p.add(out.select(OUT, Tensor.of(0)));
        });
        all.put("von_mises", (p, y, a) -> {
            p.add(a[1].times(y.minus(a[0]).cos()));
            p.add(-Special.LOG_TWO_PI);
            p.minus(Bessel.logI0(a[1]));
        });
    }

    private static void beta(Law.Sum p, Tensor y, Tensor a, Tensor b) {
        p.timesLog(a.minus(1), y);
        p.timesLog(b.minus(1), y.neg().plus(1));
        p.minus(Special.logBeta(a, b));
    }
}
