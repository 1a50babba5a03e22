package thalweg.stan.density;

import thalweg.array.Tensor;

/// Inverse distribution functions.
public final class Quantiles {
    private Quantiles() {}

    /// The number below which a standard normal lies with probability `p`: three Newton steps on `log Phi` from
    /// Abramowitz and Stegun 26.2.23, in the lower half.
    public static Tensor normal(Tensor p) {
        Tensor upper = p.greater(Tensor.of(0.5));
        Tensor q = upper.select(p.neg().plus(1), p);
        Tensor t = q.log().times(-2).sqrt();
        Tensor top = t.times(0.010328).plus(0.802853).times(t).plus(2.515517);
        Tensor bottom = t.times(0.001308)
                .plus(0.189269)
                .times(t)
                .plus(1.432788)
                .times(t)
                .plus(1);
        Tensor x = top.over(bottom).minus(t);
        Tensor log = q.log();
        for (int i = 0; i < 4; i++) {
            Tensor value = Special.logPhi(x);
            Tensor slope = x.square()
                    .times(-0.5)
                    .minus(0.5 * Special.LOG_TWO_PI)
                    .minus(value)
                    .exp();
            x = x.minus(value.minus(log).over(slope));
        }
        Tensor middle = p.same(Tensor.of(0.5));
        return middle.select(Tensor.of(0), upper.select(x.neg(), x));
    }
}
