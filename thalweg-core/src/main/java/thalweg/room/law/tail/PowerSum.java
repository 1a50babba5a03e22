package thalweg.room.law.tail;

/// A sum of powers over the integers with two derivatives in the exponent, scaled by its first term:
///
///     F(s) = sum over k = a .. b of (k/a)^(-s)        b = infinity: F(s) = a^s zeta(s, a), Hurwitz' zeta function
///
/// by Euler-Maclaurin summation (DLMF 25.11.28 and 2.10.1). Scaled so, nothing underflows for any `a` and `s`,
/// and the moments of `ln(k/a)` under `p(k) ~ k^-s` are quotients without cancellation. Relative error 1e-14.
public final class PowerSum {
    private static final double[] BERNOULLI = {
        // B(2j) / (2j)!
        1.0 / 12,
        -1.0 / 720,
        1.0 / 30240,
        -1.0 / 1209600,
        1.0 / 47900160,
        -691.0 / 1307674368000.0,
        1.0 / 74724249600.0,
        -3617.0 / 10670622842880000.0,
        43867.0 / 5109094217170944000.0,
        -174611.0 / 802857662698291200000.0,
    };
    private static final double NEGLIGIBLE = 0x1p-58;

    private final Jet sum;

    private PowerSum(Jet sum) {
        this.sum = sum;
    }

    /// The sum over all integers from `a`, for `s > 1` and `a >= 1`.
    public static PowerSum from(double s, double a) {
        return between(s, a, Double.POSITIVE_INFINITY);
    }

    /// The sum over the integers `a .. b` (both included); any real `s` where `b` is finite, `s > 1` where it
    /// is not.
    public static PowerSum between(double s, double a, double b) {
        double join = Math.min(join(s, a), b + 1);
        Jet sum = Jet.constant(0);
        for (double k = a; k < join; k++) {
            Jet term = Jet.decay(s, StrictMath.log1p((k - a) / a));
            sum = sum.plus(term);
            if (s > 2 && k > a && term.second() * (k + 1) < NEGLIGIBLE * sum.second()) {
                return new PowerSum(sum);
            }
        }
        if (join > b) {
            return new PowerSum(sum);
        }
        Jet lower = Jet.decay(s, StrictMath.log(join / a));
        double length = StrictMath.log(b / join);
        sum = sum.plus(lower.times(geometric(s - 1, length).scaled(join)));
        sum = sum.plus(lower.times(edge(s, join).plus(0.5)));
        if (Double.isFinite(b)) {
            Jet upper = Jet.decay(s, StrictMath.log(b / a));
            sum = sum.minus(upper.times(edge(s, b).plus(-0.5)));
        }
        return new PowerSum(sum);
    }

    /// `F(s)` alone, for sums that go to infinity: what a survival function needs, several times faster.
    static double value(double s, double a) {
        double join = join(s, a);
        double sum = 0;
        for (double k = a; k < join; k++) {
            double term = StrictMath.exp(-s * StrictMath.log1p((k - a) / a));
            sum += term;
            if (s > 2 && term * (k + 1) < NEGLIGIBLE * sum) {
                return sum;
            }
        }
        double bracket = join / (s - 1) + 0.5;
        double product = s / join;
        for (int j = 0; j < BERNOULLI.length; j++) {
            double term = BERNOULLI[j] * product;
            bracket += term;
            if (Math.abs(term) < NEGLIGIBLE * bracket) {
                break;
            }
            product *= (s + 2 * j + 1) / join * ((s + 2 * j + 2) / join);
        }
        return sum + (join > a ? StrictMath.exp(-s * StrictMath.log(join / a)) : 1) * bracket;
    }

    /// `F(s)`; multiply by `a^-s` for the sum of `k^-s`.
    public double value() {
        return sum.value();
    }

    /// `dF/ds`.
    public double first() {
        return sum.first();
    }

    /// `d2F/ds2`.
    public double second() {
        return sum.second();
    }

    /// The mean of `ln(k/a)` under `p(k) ~ k^-s`.
    public double mean() {
        return -sum.first() / sum.value();
    }

    /// The variance of `ln(k/a)` under `p(k) ~ k^-s`: the Fisher information of one point about `s`.
    public double variance() {
        return sum.second() / sum.value() - mean() * mean();
    }

    /// Where the term by term sum hands over to the integral: far enough for the asymptotic series.
    private static double join(double s, double a) {
        return a + Math.ceil(Math.max(0, 12 + Math.abs(s) / 2 - a));
    }

    /// The odd derivatives of `x^-s` at one end, over `x^-s`.
    private static Jet edge(double s, double x) {
        Jet sum = Jet.constant(0);
        Jet product = Jet.variable(s).scaled(1 / x);
        for (int j = 0; j < BERNOULLI.length; j++) {
            Jet term = product.scaled(BERNOULLI[j]);
            sum = sum.plus(term);
            if (Math.abs(term.value()) + Math.abs(term.first()) + Math.abs(term.second()) < NEGLIGIBLE) {
                break;
            }
            product = product.times(Jet.variable(s + 2 * j + 1).scaled(1 / x))
                    .times(Jet.variable(s + 2 * j + 2).scaled(1 / x));
        }
        return sum;
    }

    /// The integral of `exp(-u t)` over `0 <= t <= length`, `(1 - exp(-u length)) / u`, with its derivatives in
    /// `u`.
    static Jet geometric(double u, double length) {
        if (length == Double.POSITIVE_INFINITY) {
            return new Jet(1 / u, -1 / (u * u), 2 / (u * u * u));
        }
        double z = u * length;
        if (Math.abs(z) < 0.5) {
            double value = 0;
            double first = 0;
            double second = 0;
            double power = 1; // (-z)^k / k!
            for (int k = 0; k < 20; k++) {
                value += power / (k + 1);
                first -= power / (k + 2);
                second += power / (k + 3);
                power *= -z / (k + 1);
            }
            return new Jet(value * length, first * length * length, second * length * length * length);
        }
        double fall = StrictMath.exp(-z);
        double value = -StrictMath.expm1(-z) / u;
        double first = (length * fall - value) / u;
        return new Jet(value, first, (-length * length * fall - 2 * first) / u);
    }
}
