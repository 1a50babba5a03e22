package thalweg.room.law.curve;

import org.hipparchus.util.CombinatoricsUtils;

/// The runs test of Wald and Wolfowitz (Ann. Math. Stat. 11 (1940) 147): whether signs in a row change less often than
/// chance would have it.
///
/// With `m` and `n` of each sign in random order, `P(R = 2k) = 2 C(m-1, k-1) C(n-1, k-1) / C(m+n, m)` and
/// `P(R = 2k+1) = (C(m-1, k-1) C(n-1, k) + C(m-1, k) C(n-1, k-1)) / C(m+n, m)`.
public final class Runs {
    private Runs() {}

    /// The probability of as few runs of one sign, or fewer, in random order.
    public static double p(boolean[] signs) {
        int m = 0;
        int runs = signs.length == 0 ? 0 : 1;
        for (int i = 0; i < signs.length; i++) {
            m += signs[i] ? 1 : 0;
            runs += i > 0 && signs[i] != signs[i - 1] ? 1 : 0;
        }
        int n = signs.length - m;
        if (m == 0 || n == 0) {
            return 1;
        }
        double all = choose(m + n, m);
        double p = 0;
        for (int r = 2; r <= runs; r++) {
            int k = r / 2;
            p += r % 2 == 0
                    ? 2 * StrictMath.exp(choose(m - 1, k - 1) + choose(n - 1, k - 1) - all)
                    : StrictMath.exp(choose(m - 1, k - 1) + choose(n - 1, k) - all)
                            + StrictMath.exp(choose(m - 1, k) + choose(n - 1, k - 1) - all);
        }
        return Math.min(1, p);
    }

    /// `log C(n, k)`.
    private static double choose(int n, int k) {
        return k > n ? Double.NEGATIVE_INFINITY : CombinatoricsUtils.binomialCoefficientLog(n, k);
    }
}
