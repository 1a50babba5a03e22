package thalweg.stan.density;

import thalweg.array.Tensor;
import thalweg.array.kernel.Logarithm;

/// The modified Bessel function `I_0` (DLMF 10.25), by its series and its expansion at infinity.
final class Bessel {
    private static final double SPLIT = 20;

    private Bessel() {}

    /// `log I_0(x)` for `x >= 0`.
    static Tensor logI0(Tensor x) {
        Tensor large = x.greater(Tensor.of(SPLIT));
        Tensor small = large.select(Tensor.of(1), x);
        Tensor quarter = small.square().times(0.25);
        Tensor series = Tensor.of(1);
        for (int k = 60; k >= 1; k--) {
            series = series.times(quarter).over((double) k * k).plus(1);
        }
        Tensor big = large.select(x, Tensor.of(SPLIT));
        Tensor tail = Tensor.of(1);
        for (int k = 14; k >= 1; k--) {
            double odd = 2.0 * k - 1;
            tail = tail.times(odd * odd / (8.0 * k)).over(big).plus(1);
        }
        Tensor far =
                big.minus(big.log().plus(Logarithm.log(2 * Math.PI)).times(0.5)).plus(tail.log());
        return large.select(far, series.log());
    }
}
