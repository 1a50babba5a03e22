package thalweg.room.law.rival;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.special.Erf;
import thalweg.array.Misuse;
import thalweg.room.law.tail.Sample;
import thalweg.room.law.tail.Tail;

/// A power law against a rival on the same points: with `d_i = ln p(x_i) - ln q(x_i)`,
///
///     ratio R = sum d_i,   statistic V = R / (sqrt(n) sd(d)),   p = 2 Phi(-|V|)
///
/// V > 0 speaks for the power law; a large p decides nothing. Vuong, Econometrica 57 (1989) 307; Clauset,
/// Shalizi and Newman 2009, appendix C, with the standard deviation over `n - 1`. A rival that contains the
/// power law cannot be less likely: its p is that of `-2 R` (see [Truncated]).
///
/// @param rival at its greatest likelihood
/// @param ratio `R`, the logarithm of the likelihood ratio
/// @param statistic `V`; 0 where both laws say the same at every point
/// @param p two-sided, small where the points decide
public record Vuong(Rival rival, double ratio, double statistic, double p) {
    /// Below this the points decide (Clauset, Shalizi and Newman).
    public static final double DECISIVE = 0.1;

    private static final double SAME = 1e-9;

    /// Compares the tail with all its rivals: four, and Poisson's law where it is discrete.
    ///
    /// @param tail a fit of `sample`
    /// @throws Misuse for a tail with an end, whose rivals would need one too
    public static List<Vuong> all(Sample sample, Tail tail) {
        List<Rival> rivals = new ArrayList<>(List.of(
                LogNormal.fit(sample, tail.min()),
                Exponential.fit(sample, tail.min()),
                Stretched.fit(sample, tail.min()),
                Truncated.fit(sample, tail.min())));
        if (sample.discrete()) {
            rivals.add(Poisson.fit(sample, tail.min()));
        }
        return rivals.stream().map(rival -> of(sample, tail, rival)).toList();
    }

    /// Compares the tail with one rival.
    public static Vuong of(Sample sample, Tail tail, Rival rival) {
        if (sample.bound() != Double.POSITIVE_INFINITY) {
            throw new Misuse(
                    "a tail with an end at " + sample.bound(),
                    "a tail without one, to compare it with laws that have none",
                    "leave x_max out, or do without the comparison");
        }
        Above above = Above.of(sample, tail.min());
        double mean = above.mean(x -> tail.law().log(x) - rival.log(x));
        double variance = above.mean(x -> {
            double d = tail.law().log(x) - rival.log(x) - mean;
            return d * d;
        });
        int n = above.points();
        double sd = Math.sqrt(variance * n / (n - 1.0));
        double statistic = sd <= SAME ? 0 : Math.sqrt(n) * mean / sd;
        double p = rival.nested()
                ? Erf.erfc(Math.sqrt(Math.max(0, -n * mean))) / 2
                : Erf.erfc(Math.abs(statistic) / Math.sqrt(2));
        return new Vuong(rival, n * mean, statistic, p);
    }

    /// Which law the points favour, in a sentence.
    public String verdict() {
        if (rival.boundary()) {
            return "no decision: the " + rival.name() + " is likeliest where it becomes a power law";
        }
        if (p > DECISIVE) {
            return "no decision between power law and " + rival.name();
        }
        return "the " + (ratio > 0 ? "power law" : rival.name()) + " is favoured";
    }
}
