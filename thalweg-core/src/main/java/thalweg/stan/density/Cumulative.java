package thalweg.stan.density;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.array.Tensor;
import thalweg.array.kernel.Logarithm;

/// Distribution functions: `log P(Y <= y)` and `log P(Y > y)`; of whole numbers by sums of probabilities, of real ones
/// by
/// closed forms, and by [Incomplete] functions where all arguments are numbers.
public final class Cumulative {
    /// Lower and upper tail as logarithms.
    private record Tails(Function lower, Function upper) {}

    @FunctionalInterface
    private interface Function {
        Tensor at(Tensor y, Tensor[] a);
    }

    private static final Map<String, Tails> CLOSED = closed();

    private Cumulative() {}

    /// The logarithm of a tail for each outcome; null if it is not known.
    ///
    /// @param upper whether of `P(Y > y)`
    public static @Nullable Tensor log(String law, boolean upper, Tensor y, Tensor[] a) {
        Tails tails = CLOSED.get(law);
        if (tails != null) {
            return (upper ? tails.upper() : tails.lower()).at(y, a);
        }
        Incomplete incomplete = Incomplete.of(law);
        boolean numbers = !y.isTraced();
        for (Tensor one : a) {
            numbers &= !one.isTraced();
        }
        if (incomplete != null && numbers) {
            return incomplete.log(upper, y, a);
        }
        Law discrete = Discrete.all().get(law);
        return discrete == null || y.isTraced() || y.rank() > 0 ? null : sum(discrete, upper, y.value(), a);
    }

    /// `log sum_{k <= y} p(k)`.
    private static Tensor sum(Law law, boolean upper, double y, Tensor[] a) {
        Tensor sum = Tensor.of(Double.NEGATIVE_INFINITY);
        for (double k = 0; k <= y; k++) {
            sum = Special.logSumExp(sum, law.each(Tensor.of(k), a));
        }
        return upper ? Special.log1mExp(sum) : sum;
    }

    private static Tensor z(Tensor y, Tensor[] a) {
        return y.minus(a[0]).over(a[1]);
    }

    private static Map<String, Tails> closed() {
        Map<String, Tails> all = new HashMap<>();
        all.put("normal", new Tails((y, a) -> Special.logPhi(z(y, a)), (y, a) -> Special.logPhi(z(y, a).neg())));
        all.put("std_normal", new Tails((y, a) -> Special.logPhi(y), (y, a) -> Special.logPhi(y.neg())));
        all.put(
                "lognormal",
                new Tails(
                        (y, a) -> Special.logPhi(z(y.log(), a)),
                        (y, a) -> Special.logPhi(z(y.log(), a).neg())));
        all.put(
                "logistic",
                new Tails((y, a) -> Special.logLogistic(z(y, a)), (y, a) -> Special.logLogistic(z(y, a).neg())));
        all.put("cauchy", new Tails((y, a) -> cauchy(z(y, a)), (y, a) -> cauchy(z(y, a).neg())));
        all.put("double_exponential", new Tails((y, a) -> laplace(z(y, a)), (y, a) -> laplace(z(y, a).neg())));
        all.put(
                "gumbel",
                new Tails(
                        (y, a) -> z(y, a).neg().exp().neg(),
                        (y, a) -> Special.log1mExp(z(y, a).neg().exp().neg())));
        all.put(
                "exponential",
                new Tails(
                        (y, a) -> Special.log1mExp(a[0].times(y).neg()),
                        (y, a) -> a[0].times(y).neg()));
        all.put(
                "weibull",
                new Tails(
                        (y, a) -> Special.log1mExp(y.over(a[1]).pow(a[0]).neg()),
                        (y, a) -> y.over(a[1]).pow(a[0]).neg()));
        all.put(
                "frechet",
                new Tails(
                        (y, a) -> a[1].over(y).pow(a[0]).neg(),
                        (y, a) -> Special.log1mExp(a[1].over(y).pow(a[0]).neg())));
        all.put(
                "rayleigh",
                new Tails(
                        (y, a) -> Special.log1mExp(y.over(a[0]).square().times(-0.5)),
                        (y, a) -> y.over(a[0]).square().times(-0.5)));
        all.put(
                "pareto",
                new Tails(
                        (y, a) -> Special.log1mExp(a[1].times(a[0].log().minus(y.log()))),
                        (y, a) -> a[1].times(a[0].log().minus(y.log()))));
        all.put(
                "uniform",
                new Tails(
                        (y, a) -> y.minus(a[0]).log().minus(a[1].minus(a[0]).log()),
                        (y, a) -> a[1].minus(y).log().minus(a[1].minus(a[0]).log())));
        all.put(
                "loglogistic",
                new Tails(
                        (y, a) -> Special.logLogistic(a[1].times(y.over(a[0]).log())),
                        (y, a) -> Special.logLogistic(
                                a[1].times(y.over(a[0]).log()).neg())));
        return all;
    }

    private static Tensor cauchy(Tensor z) {
        return z.atan().over(Math.PI).plus(0.5).log();
    }

    private static Tensor laplace(Tensor z) {
        Tensor below = z.less(Tensor.of(0));
        Tensor above = below.select(Tensor.of(1), z).neg().exp().times(-0.5).log1p();
        return below.select(z.minus(Logarithm.log(2)), above);
    }
}
