package thalweg.room.law.rival;

import java.util.Locale;
import thalweg.room.law.tail.Sample;

/// The stretched exponential (Weibull's law) above `x_min`, with survival
///
///     S(x) = exp(-lambda (x^beta - x_min^beta)) = exp(-c h),   h = (exp(beta t) - 1) / beta,   t = ln(x / x_min)
///
/// and `c = lambda beta x_min^beta`. On the tails of power laws lambda runs away as beta goes to 0 while `c`
/// stays put: `ln c` and `beta >= 0` are what is fitted, and at `beta = 0` the law is a power law, `h = t`. An
/// integer `k` takes the probability of the cell `k - 1/2 .. k + 1/2`.
public final class Stretched implements Rival {
    private static final double NEGLIGIBLE = 1e-17;

    private final double rate;
    private final double beta;
    private final double origin;
    private final boolean discrete;

    private Stretched(double logRate, double beta, double origin, boolean discrete) {
        this.rate = StrictMath.exp(logRate);
        this.beta = beta;
        this.origin = origin;
        this.discrete = discrete;
    }

    /// The law of greatest likelihood.
    public static Stretched fit(Sample sample, double min) {
        Above above = Above.of(sample, min);
        double meanT = above.mean(above::t);
        Ascent.Likelihood likelihood =
                sample.discrete() ? (a, b) -> cells(above, a, b) : (a, b) -> density(above, meanT, a, b);
        Ascent top = Ascent.of(likelihood, -StrictMath.log(meanT), 0.1 / above.farthest());
        return new Stretched(top.a(), top.b(), above.origin(), sample.discrete());
    }

    /// `h` and its first two derivatives in beta.
    private static double[] hazard(double beta, double t) {
        double z = beta * t;
        double value;
        double first;
        double second;
        if (Math.abs(z) < 0.5) { // integrals of s^j exp(z s) over 0 <= s <= 1, j = 0, 1, 2
            value = 0;
            first = 0;
            second = 0;
            double power = 1;
            for (int k = 0; Math.abs(power) > NEGLIGIBLE; k++) {
                value += power / (k + 1);
                first += power / (k + 2);
                second += power / (k + 3);
                power *= z / (k + 1);
            }
        } else {
            double e = StrictMath.exp(z);
            value = StrictMath.expm1(z) / z;
            first = (e - value) / z;
            second = (e - 2 * first) / z;
        }
        return new double[] {t * value, t * t * first, t * t * t * second};
    }

    /// What `h` gains over the cell of `k`, which begins at `t`, with two derivatives in beta: without
    /// cancellation, by `h(t + u) - h(t) = exp(beta t) h(u)`.
    private static double[] cell(double beta, double t, double k) {
        double[] h = hazard(beta, StrictMath.log1p(1 / (k - 0.5)));
        double growth = StrictMath.exp(beta * t);
        return new double[] {growth * h[0], growth * (t * h[0] + h[1]), growth * (t * t * h[0] + 2 * t * h[1] + h[2])};
    }

    private static Hill density(Above above, double meanT, double a, double b) {
        double c = StrictMath.exp(a);
        double[] mean = new double[3];
        Sample sample = above.sample();
        for (int j = above.start(); j < sample.distinct(); j++) {
            double share = (double) sample.count(j) / above.points();
            double[] h = hazard(b, above.t(sample.value(j)));
            for (int d = 0; d < 3; d++) {
                mean[d] += share * c * h[d];
            }
        }
        double height = a + b * meanT - mean[0];
        return Double.isFinite(height)
                ? new Hill(height, 1 - mean[0], meanT - mean[1], -mean[0], -mean[1], -mean[2])
                : Hill.NOWHERE;
    }

    /// A cell has `exp(-c h_low) (1 - exp(-d))`, `d = c (h_high - h_low)`.
    private static Hill cells(Above above, double a, double b) {
        double c = StrictMath.exp(a);
        double height = 0;
        double slopeA = 0;
        double slopeB = 0;
        double aa = 0;
        double ab = 0;
        double bb = 0;
        Sample sample = above.sample();
        for (int j = above.start(); j < sample.distinct(); j++) {
            double share = (double) sample.count(j) / above.points();
            double k = sample.value(j);
            double[] low = hazard(b, above.t(k - 0.5));
            double[] cell = cell(b, above.t(k - 0.5), k);
            double d = c * cell[0];
            double db = c * cell[1];
            double dbb = c * cell[2];
            double first = 1 / StrictMath.expm1(d); // derivative of ln(1 - exp(-d))
            double second = -first * (1 + first);
            height += share * (StrictMath.log(-StrictMath.expm1(-d)) - c * low[0]);
            slopeA += share * (first * d - c * low[0]);
            slopeB += share * (first * db - c * low[1]);
            aa += share * (second * d * d + first * d - c * low[0]);
            ab += share * (second * d * db + first * db - c * low[1]);
            bb += share * (second * db * db + first * dbb - c * low[2]);
        }
        return Double.isFinite(height + slopeA + slopeB + aa + bb)
                ? new Hill(height, slopeA, slopeB, aa, ab, bb)
                : Hill.NOWHERE;
    }

    @Override
    public String name() {
        return "stretched exponential";
    }

    @Override
    public double log(double x) {
        if (discrete) {
            double t = StrictMath.log((x - 0.5) / origin);
            return StrictMath.log(-StrictMath.expm1(-rate * cell(beta, t, x)[0])) - rate * hazard(beta, t)[0];
        }
        double t = StrictMath.log(x / origin);
        return StrictMath.log(rate) + beta * t - rate * hazard(beta, t)[0] - StrictMath.log(x);
    }

    public double beta() {
        return beta;
    }

    /// The scale `tau` of `exp(-(x / tau)^beta)`: `lambda^(-1/beta)`.
    public double scale() {
        return origin * StrictMath.pow(rate / beta, -1 / beta);
    }

    @Override
    public boolean boundary() {
        return beta == 0;
    }

    @Override
    public String parameters() {
        return boundary() ? Rival.AT_BOUNDARY : String.format(Locale.ROOT, "beta %.6g, scale %.6g", beta, scale());
    }
}
