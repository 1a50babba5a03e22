package thalweg.measure;

import java.util.ArrayList;
import java.util.List;
import thalweg.array.Misuse;

/// How well a model would have predicted each point from the others, without fitting it again:
///
///     elpd = sum_i ln p(y_i | y_{-i}),
///     p(y_i | y_{-i}) = sum_s w_is p(y_i | x_s),    w_is ~ 1 / p(y_i | x_s), smoothed.
///
/// Vehtari, Gelman and Gabry, Statistics and Computing 27 (2017) 1413; the weights by [Psis].
public final class Loo {
    private static final double LIMIT = 0.7;

    private final List<Point> points;

    private Loo(List<Point> points) {
        this.points = List.copyOf(points);
    }

    /// One point left out.
    ///
    /// @param elpd log density of the point by the draws that do not know it, with its Monte Carlo error
    /// @param gain log density by all draws less that: what the point teaches about itself
    /// @param shape Pareto k of its weights; above 0.7 its elpd is not to be trusted
    public record Point(Estimate elpd, double gain, Outcome shape) {}

    /// From log likelihoods of independent draws.
    ///
    /// @param logLikelihood natural logarithms, `points` by `draws`
    /// @throws Misuse for no points, no draws, or rows of different length
    public static Loo of(double[][] logLikelihood) {
        List<Point> points = new ArrayList<>();
        for (double[] row : same(logLikelihood)) {
            points.add(point(row, 1));
        }
        return new Loo(points);
    }

    /// From log likelihoods of chains, whose memory widens the tails to smooth and the errors.
    ///
    /// @param logLikelihood natural logarithms, `points` by `chains` by `draws`
    /// @throws Misuse for no points, no draws, or rows of different length
    public static Loo ofChains(double[][][] logLikelihood) {
        double[][] rows = new double[logLikelihood.length][];
        double[] efficiency = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            Draws draws = Draws.of(logLikelihood[i]);
            rows[i] = draws.flat().clone();
            double greatest = draws.size() == 0 ? 0 : draws.sorted()[draws.size() - 1];
            Outcome size = Ess.of(draws, x -> StrictMath.exp(x - greatest));
            efficiency[i] = size.known() ? size.value() / draws.size() : 1;
        }
        List<Point> points = new ArrayList<>();
        for (double[] row : same(rows)) {
            points.add(point(row, efficiency[points.size()]));
        }
        return new Loo(points);
    }

    private static double[][] same(double[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length == 0 || rows[i].length != rows[0].length) {
                throw new Misuse(
                        rows[i].length + " draws of the log likelihood of point " + (i + 1) + " and " + rows[0].length
                                + " of point 1",
                        "the same number of draws for each point",
                        "pass one row for each point, not for each draw");
            }
        }
        if (rows.length == 0) {
            throw new Misuse("no points", "a row of log likelihoods for each point", "pass points by draws");
        }
        return rows;
    }

    private static Point point(double[] row, double efficiency) {
        int draws = row.length;
        String odd = Series.odd("the log likelihood of draw", row);
        if (!odd.isEmpty()) {
            return new Point(Estimate.none(odd), Double.NaN, Outcome.none(odd));
        }
        double[] ratio = new double[draws];
        for (int s = 0; s < draws; s++) {
            ratio[s] = -row[s];
        }
        Psis psis = Psis.of(ratio, efficiency);
        double[] weight = psis.log();
        double[] term = new double[draws];
        for (int s = 0; s < draws; s++) {
            term[s] = weight[s] + row[s];
        }
        double elpd = LogSum.of(term);
        double square = 0;
        for (int s = 0; s < draws; s++) {
            // The error of the mean of the density, relative to it: to first order that of its logarithm.
            square += Moments.square(StrictMath.exp(term[s] - elpd) - StrictMath.exp(weight[s]));
        }
        double all = LogSum.of(row) - StrictMath.log(draws);
        Estimate estimate = Estimate.of(elpd, Math.sqrt(square / efficiency), Double.NaN);
        return new Point(estimate.with(psis.shape().remark()), all - elpd, psis.shape());
    }

    /// Every point in the order given.
    public List<Point> points() {
        return points;
    }

    /// The sum over points, with the error that comes from there being so few of them, `sqrt(n var(elpd_i))`.
    public Estimate elpd() {
        return sum(points.stream().mapToDouble(p -> p.elpd().value()).toArray());
    }

    /// The effective number of parameters, the sum of gains.
    public Estimate parameters() {
        return sum(points.stream().mapToDouble(Point::gain).toArray());
    }

    /// `elpd` of this model less that of another on the same points, with the error of paired differences.
    ///
    /// @throws Misuse for another number of points
    public Estimate less(Loo other) {
        if (other.points.size() != points.size()) {
            throw new Misuse(
                    "models of " + points.size() + " and " + other.points.size() + " points",
                    "two models of the same points",
                    "compute both from the same data");
        }
        double[] difference = new double[points.size()];
        for (int i = 0; i < difference.length; i++) {
            difference[i] =
                    points.get(i).elpd().value() - other.points.get(i).elpd().value();
        }
        String remark = remark();
        return sum(difference).with(remark.isEmpty() ? other.remark() : remark);
    }

    private Estimate sum(double[] each) {
        double error = each.length < 2 ? Double.NaN : Math.sqrt(each.length * Moments.variance(each));
        return Estimate.of(Moments.sum(each, 0, each.length), error, Double.NaN).with(remark());
    }

    private String remark() {
        for (int i = 0; i < points.size(); i++) {
            if (!points.get(i).elpd().known()) {
                return "point " + (i + 1) + ": " + points.get(i).elpd().remark();
            }
        }
        long wide = points.stream().filter(p -> p.shape().value() > LIMIT).count();
        return wide == 0
                ? ""
                : wide + " of " + points.size()
                        + " points have a Pareto k above 0.7: fit the model again without each of them";
    }
}
