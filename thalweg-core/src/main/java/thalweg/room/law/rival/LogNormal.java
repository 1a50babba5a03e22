package thalweg.room.law.rival;

import java.util.Locale;
import thalweg.room.law.tail.Sample;

/// The log-normal law above `x_min`,
///
///     p(x) ~ exp(-(ln x - mu)^2 / (2 sigma^2)) / x = exp(-a t - b t^2) / x,   t = ln(x / x_min)
///
/// with `b = 1 / (2 sigma^2)` and `a = (ln x_min - mu) / sigma^2`. On the tails of power laws mu runs to minus
/// infinity while `a` and `b` stay put: they are what is fitted, with `b >= 0`, and at `b = 0` the law is a
/// power law. An integer `k` takes the probability of the cell `k - 1/2 .. k + 1/2`.
public final class LogNormal implements Rival {
    private final double a;
    private final double b;
    private final double origin;
    private final boolean discrete;
    private final double logNorm;

    private LogNormal(double a, double b, double origin, boolean discrete) {
        this.a = a;
        this.b = b;
        this.origin = origin;
        this.discrete = discrete;
        this.logNorm = Moments.tail(Bend.SQUARE, a, b, 0).log();
    }

    /// The law with given parameters above `min`.
    ///
    /// @param sigma above 0
    public static LogNormal of(double mu, double sigma, double min, boolean discrete) {
        double origin = discrete ? min - 0.5 : min;
        double b = 1 / (2 * sigma * sigma);
        return new LogNormal((StrictMath.log(origin) - mu) * 2 * b, b, origin, discrete);
    }

    /// The law of greatest likelihood.
    public static LogNormal fit(Sample sample, double min) {
        Above above = Above.of(sample, min);
        double far = above.farthest();
        double meanT = above.mean(above::t);
        Ascent.Likelihood likelihood;
        if (sample.discrete()) {
            likelihood = (a, b) -> cells(above, a, b);
        } else {
            double meanSquare = above.mean(x -> above.t(x) * above.t(x));
            likelihood = (a, b) -> b == 0 && a <= 0
                    ? Hill.NOWHERE
                    : Moments.tail(Bend.SQUARE, a, b, 0).hill(a, b, meanT, meanSquare);
        }
        Ascent top = Ascent.of(likelihood, 1 / meanT, 0.1 / (far * far));
        return new LogNormal(top.a(), top.b(), above.origin(), sample.discrete());
    }

    private static Hill cells(Above above, double a, double b) {
        if (b == 0 && a <= 0) {
            return Hill.NOWHERE;
        }
        Moments all = Moments.tail(Bend.SQUARE, a, b, 0);
        double height = -all.log();
        double slopeA = all.meanT();
        double slopeB = all.meanPhi();
        double aa = -all.varianceT();
        double ab = -all.covariance();
        double bb = -all.variancePhi();
        Sample sample = above.sample();
        for (int j = above.start(); j < sample.distinct(); j++) {
            Moments cell = cell(sample.value(j), above.origin(), a, b);
            double share = (double) sample.count(j) / above.points();
            height += share * cell.log();
            slopeA -= share * cell.meanT();
            slopeB -= share * cell.meanPhi();
            aa += share * cell.varianceT();
            ab += share * cell.covariance();
            bb += share * cell.variancePhi();
        }
        return new Hill(height, slopeA, slopeB, aa, ab, bb);
    }

    /// The integral of `exp(-a t - b t^2)` over the cell of `k`.
    private static Moments cell(double k, double origin, double a, double b) {
        double low = StrictMath.log((k - 0.5) / origin);
        double width = StrictMath.log1p(1 / (k - 0.5));
        double fall = Bend.SQUARE.exponent(a, b, low + width) - Bend.SQUARE.exponent(a, b, low);
        Moments cell = new Moments(Bend.SQUARE);
        cell.panels(a, b, low, width, 1 + (int) Math.min(100, Math.abs(fall) / 6), 1, 0);
        return cell;
    }

    @Override
    public String name() {
        return "log-normal";
    }

    @Override
    public double log(double x) {
        if (discrete) {
            return cell(x, origin, a, b).log() - logNorm;
        }
        return -Bend.SQUARE.exponent(a, b, StrictMath.log(x / origin)) - logNorm - StrictMath.log(x);
    }

    /// Minus infinity on the boundary.
    public double mu() {
        return StrictMath.log(origin) - a / (2 * b);
    }

    /// Infinity on the boundary.
    public double sigma() {
        return 1 / Math.sqrt(2 * b);
    }

    @Override
    public boolean boundary() {
        return b == 0;
    }

    @Override
    public String parameters() {
        return boundary() ? Rival.AT_BOUNDARY : String.format(Locale.ROOT, "mu %.6g, sigma %.6g", mu(), sigma());
    }
}
