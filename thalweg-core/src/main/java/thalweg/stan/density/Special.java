package thalweg.stan.density;

import thalweg.array.Tensor;
import thalweg.array.kernel.Logarithm;

/// Functions that densities share, without overflow where their plain forms have it.
public final class Special {
    /// `log(2 pi)`.
    static final double LOG_TWO_PI = Logarithm.log(2 * Math.PI);

    static final double LOG_PI = Logarithm.log(Math.PI);

    private Special() {}

    /// `log(x + 1 choose ..)`: `log Gamma(x + 1)`.
    static Tensor logFactorial(Tensor x) {
        return x.plus(1).lgamma();
    }

    /// `log C(n, k)`.
    public static Tensor logChoose(Tensor n, Tensor k) {
        return n.plus(1)
                .lgamma()
                .minus(k.plus(1).lgamma())
                .minus(n.minus(k).plus(1).lgamma());
    }

    /// `log B(a, b)`.
    public static Tensor logBeta(Tensor a, Tensor b) {
        return a.lgamma().plus(b.lgamma()).minus(a.plus(b).lgamma());
    }

    /// `a log b`, which is 0 where `a` is.
    public static Tensor timesLog(Tensor a, Tensor b) {
        if (!a.isTraced()) {
            boolean zero = false;
            for (double one : a.reals()) {
                zero |= one == 0;
            }
            if (!zero) {
                return a.times(b.log());
            }
        }
        Tensor none = a.same(Tensor.of(0));
        return a.times(none.select(Tensor.of(1), b).log());
    }

    /// `log(1 - x)`.
    public static Tensor log1m(Tensor x) {
        return x.neg().log1p();
    }

    /// `log(1 / (1 + e^-x))`.
    public static Tensor logLogistic(Tensor x) {
        return x.neg().softplus().neg();
    }

    /// `log(e^a + e^b)`; minus infinity where both are.
    public static Tensor logSumExp(Tensor a, Tensor b) {
        Tensor top = a.max(b).stop();
        Tensor none = top.same(Tensor.of(Double.NEGATIVE_INFINITY));
        Tensor shift = none.select(Tensor.of(0), top);
        Tensor gap = a.minus(b).abs().neg();
        Tensor usual = a.max(b).plus(gap.exp().log1p());
        return none.select(a.max(b), usual.plus(shift.times(0)));
    }

    /// `log(e^a - e^b)` for `a > b`.
    public static Tensor logDiffExp(Tensor a, Tensor b) {
        return a.plus(log1mExp(b.minus(a)));
    }

    /// `log(1 - e^x)` for `x < 0`.
    public static Tensor log1mExp(Tensor x) {
        Tensor near = x.greater(Tensor.of(-0.6931471805599453));
        Tensor close = near.select(x, Tensor.of(-0.5)).expm1().neg().log();
        Tensor far = near.select(Tensor.of(-1), x).exp().neg().log1p();
        return near.select(close, far);
    }

    /// The normal distribution function.
    public static Tensor phi(Tensor x) {
        return erfc(x.times(-Math.sqrt(0.5))).times(0.5);
    }

    /// `1 - erf(x)`, exact to rounding for `x < 0.5`, elsewhere by [#logErfc].
    static Tensor erfc(Tensor x) {
        Tensor tail = x.greater(Tensor.of(0.5));
        Tensor near = tail.select(Tensor.of(0), x).erf().neg().plus(1);
        return tail.select(logErfc(tail.select(x, Tensor.of(1))).exp(), near);
    }

    /// `log erfc(x)` for `x >= 0.5`, by the continued fraction of DLMF 7.9.1 in 60 steps.
    private static Tensor logErfc(Tensor x) {
        Tensor fraction = x;
        for (int k = 60; k >= 1; k--) {
            fraction = x.plus(Tensor.of(k / 2.0).over(fraction));
        }
        return x.square().neg().minus(fraction.log()).minus(0.5 * LOG_PI);
    }

    /// `log Phi(x)`, for any `x`.
    public static Tensor logPhi(Tensor x) {
        Tensor tail = x.less(Tensor.of(-1));
        Tensor near = phi(tail.select(Tensor.of(0), x)).log();
        Tensor far =
                logErfc(tail.select(x, Tensor.of(-1)).times(-Math.sqrt(0.5))).minus(Logarithm.log(2));
        return tail.select(far, near);
    }
}
