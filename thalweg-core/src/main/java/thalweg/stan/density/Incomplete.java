package thalweg.stan.density;

import java.util.Map;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;
import org.jspecify.annotations.Nullable;
import thalweg.array.Shape;
import thalweg.array.Tensor;
import thalweg.array.kernel.Logarithm;

/// Distribution functions by incomplete gamma and beta functions, of numbers (DLMF 8.2, 8.17).
record Incomplete(Tail tail) {
    /// A tail probability at numbers.
    @FunctionalInterface
    interface Tail {
        double at(double y, double[] a, boolean upper);
    }

    private static final Map<String, Incomplete> ALL = Map.ofEntries(
            Map.entry("gamma", gamma((y, a) -> y * a[1], a -> a[0], false)),
            Map.entry("inv_gamma", gamma((y, a) -> a[1] / y, a -> a[0], true)),
            Map.entry("chi_square", gamma((y, a) -> y / 2, a -> a[0] / 2, false)),
            Map.entry("inv_chi_square", gamma((y, a) -> 0.5 / y, a -> a[0] / 2, true)),
            Map.entry("scaled_inv_chi_square", gamma((y, a) -> 0.5 * a[0] * a[1] * a[1] / y, a -> a[0] / 2, true)),
            Map.entry("poisson", gamma((y, a) -> a[0], a -> Double.NaN, true)),
            Map.entry("beta", new Incomplete((y, a, upper) -> beta(y, a[0], a[1], upper))),
            Map.entry(
                    "beta_proportion", new Incomplete((y, a, upper) -> beta(y, a[0] * a[1], (1 - a[0]) * a[1], upper))),
            Map.entry("student_t", new Incomplete(Incomplete::student)),
            Map.entry(
                    "binomial",
                    new Incomplete(
                            (y, a, upper) -> y >= a[0] ? upper ? 0 : 1 : beta(1 - a[1], a[0] - y, y + 1, upper))),
            Map.entry("neg_binomial", new Incomplete((y, a, upper) -> beta(a[1] / (a[1] + 1), a[0], y + 1, upper))),
            Map.entry(
                    "neg_binomial_2", new Incomplete((y, a, upper) -> beta(a[1] / (a[1] + a[0]), a[1], y + 1, upper))));

    static @Nullable Incomplete of(String law) {
        return ALL.get(law);
    }

    private interface Place {
        double at(double y, double[] a);
    }

    private interface Order {
        double at(double[] a);
    }

    /// By `P(s, x)`; turned round where the outcome stands in the denominator. The order of a Poisson law is `y + 1`.
    private static Incomplete gamma(Place x, Order s, boolean turned) {
        return new Incomplete((y, a, upper) -> {
            double order = Double.isNaN(s.at(a)) ? Math.floor(y) + 1 : s.at(a);
            double place = x.at(y, a);
            return upper == turned ? Gamma.regularizedGammaP(order, place) : Gamma.regularizedGammaQ(order, place);
        });
    }

    private static double beta(double x, double a, double b, boolean upper) {
        return upper ? Beta.regularizedBeta(1 - x, b, a) : Beta.regularizedBeta(x, a, b);
    }

    private static double student(double y, double[] a, boolean upper) {
        double z = (y - a[1]) / a[2];
        if (z == 0) {
            return 0.5;
        }
        double half = 0.5 * Beta.regularizedBeta(a[0] / (a[0] + z * z), 0.5 * a[0], 0.5);
        return z > 0 == upper ? half : 1 - half;
    }

    /// The logarithm of a tail for each outcome.
    Tensor log(boolean upper, Tensor y, Tensor[] a) {
        int n = y.rank() == 0 ? 1 : y.count();
        boolean wide = y.rank() > 0;
        for (Tensor one : a) {
            n = Math.max(n, one.count());
            wide |= one.rank() > 0;
        }
        double[] out = new double[n];
        double[] at = new double[a.length];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < at.length; j++) {
                at[j] = a[j].reals()[a[j].count() == 1 ? 0 : i];
            }
            out[i] = Logarithm.log(tail.at(y.reals()[y.count() == 1 ? 0 : i], at, upper));
        }
        return Tensor.wrap(out, wide ? Shape.of(n) : Shape.SCALAR);
    }
}
