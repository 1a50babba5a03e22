package thalweg.room.law.rival;

import java.util.Locale;
import thalweg.room.law.tail.Sample;

/// The power law with an exponential cut-off above `x_min`:
///
///     p(x) ~ x^-alpha exp(-rate x),   rate >= 0
///
/// continuous or over the integers. The power law is the case `rate = 0`, so it is nested: the likelihood ratio
/// is judged by the half and half mixture of chi-squared laws of 0 and 1 degree of freedom that a parameter on
/// its boundary has (Self and Liang, J. Am. Stat. Assoc. 82 (1987) 605, case 5).
public final class Truncated implements Rival {
    /// Integers summed one by one before the sum becomes an integral.
    private static final int SUMMED = 256;

    /// Gregory's end corrections: a sum from 0 is the integral from 0 plus these times the first terms
    /// (differences of order 7; Fornberg, SIAM Rev. 63 (2021) 167).
    private static final double[] GREGORY = gregory();

    private final double a;
    private final double b;
    private final double min;
    private final boolean discrete;
    private final double logNorm;

    private Truncated(double a, double b, double min, boolean discrete) {
        this.a = a;
        this.b = b;
        this.min = min;
        this.discrete = discrete;
        this.logNorm = moments(a, b, min, discrete).log();
    }

    /// The law of greatest likelihood.
    public static Truncated fit(Sample sample, double min) {
        Above points = Above.of(sample, min);
        boolean discrete = sample.discrete();
        double meanT = points.mean(x -> StrictMath.log(x / min));
        double meanPhi = points.mean(x -> (x - min) / min);
        double far = (sample.value(sample.distinct() - 1) - min) / min;
        Ascent.Likelihood likelihood = (a, b) -> b == 0 && a <= (discrete ? 1 : 0)
                ? Hill.NOWHERE
                : moments(a, b, min, discrete).hill(a, b, meanT, meanPhi);
        Ascent top = Ascent.of(likelihood, (discrete ? 1 : 0) + 1 / meanT, 0.1 / far);
        return new Truncated(top.a(), top.b(), min, discrete);
    }

    /// Sums of `exp(-a t - b (exp(t) - 1))`, `t = ln(x / min)`: over `t`, or over the integers from `min`.
    private static Moments moments(double a, double b, double min, boolean discrete) {
        if (!discrete) {
            return Moments.tail(Bend.CUT, a, b, 0);
        }
        Moments moments = new Moments(Bend.CUT);
        for (int k = 0; k < SUMMED + GREGORY.length; k++) {
            double t = StrictMath.log1p(k / min);
            double weight = k < SUMMED ? 1 : GREGORY[k - SUMMED];
            moments.add(t, Bend.CUT.exponent(a, b, t), weight);
        }
        moments.addTail(a, b, StrictMath.log1p(SUMMED / min), min, a - 1);
        return moments;
    }

    /// From the coefficients 1/2, -1/12, 1/24, .. of forward differences to weights of the terms themselves.
    private static double[] gregory() {
        double[] difference = {
            1.0 / 2, -1.0 / 12, 1.0 / 24, -19.0 / 720, 3.0 / 160, -863.0 / 60480, 275.0 / 24192, -33953.0 / 3628800
        };
        double[] weight = new double[difference.length];
        for (int order = 0; order < difference.length; order++) {
            double binomial = 1;
            for (int j = order; j >= 0; j--) {
                weight[j] += difference[order] * binomial * ((order - j) % 2 == 0 ? 1 : -1);
                binomial *= (double) j / (order - j + 1);
            }
        }
        return weight;
    }

    @Override
    public String name() {
        return "power law with exponential cut-off";
    }

    @Override
    public double log(double x) {
        double t = StrictMath.log(x / min);
        return -Bend.CUT.exponent(a, b, t) - logNorm - (discrete ? 0 : StrictMath.log(x));
    }

    public double alpha() {
        return discrete ? a : a + 1;
    }

    /// The inverse of the size at which the cut-off sets in.
    public double rate() {
        return b / min;
    }

    @Override
    public boolean boundary() {
        return b == 0;
    }

    @Override
    public boolean nested() {
        return true;
    }

    @Override
    public String parameters() {
        return String.format(Locale.ROOT, "alpha %.6g, rate %.6g", alpha(), rate());
    }
}
