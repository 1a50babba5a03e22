package thalweg.room.law.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.flow.Ending;
import thalweg.flow.descent.Fit;
import thalweg.flow.descent.LevenbergMarquardt;
import thalweg.landscape.Box;
import thalweg.linalg.LeastSquares;
import thalweg.study.Lab;

/// A curve fitted to rows: parameters, their covariance, and how the descent ended.
///
/// `S(b) = sum ((f(x_i; b) - y_i) / sigma_i)^2` is least at `b`, within bounds.
///
/// @param place one number a parameter
/// @param held whether a parameter ended on a bound
/// @param covariance `(J'WJ)^-1`, row-major, not scaled by the scatter; 0 in rows of held and dependent parameters
/// @param dependencies combinations of parameters that the rows do not determine, by their coefficients
/// @param sum S
/// @param degreesOfFreedom rows less the parameters that the rows determine
/// @param descents how many descents from random starts there were, 0 where the start was given
/// @param agreeing how many of these ended at this minimum
/// @param steps of the last descent
public record CurveFit(
        Curve curve,
        Rows rows,
        double[] place,
        boolean[] held,
        double[] covariance,
        List<double[]> dependencies,
        double sum,
        int degreesOfFreedom,
        int descents,
        int agreeing,
        int steps,
        Ending ending) {
    /// Fits a curve.
    ///
    /// @param start one number a parameter, NaN where none is given
    /// @param box bounds of all parameters
    /// @param tries how many random places are tried where a nonlinear parameter has no start
    public static CurveFit of(Lab lab, Curve curve, Rows rows, double[] start, Box box, int tries) {
        boolean whole = Arrays.stream(start).noneMatch(Double::isNaN);
        CurveFit direct = whole ? descended(lab, curve, rows, start, box, new Search.Found(start, 0, 0)) : null;
        if (direct != null
                && (direct.ending instanceof Ending.Converged || curve.linear().isEmpty())) {
            return direct;
        }
        boolean known = known(curve, start);
        Search search = new Search(lab, curve, rows, nonlinear(curve, start), nonlinear(curve, box), known ? 1 : tries);
        Search.Found found = search.run();
        if (found == null || Arrays.stream(found.whole()).anyMatch(Double::isNaN)) {
            return direct != null ? direct : failed(curve, rows, tries);
        }
        Search.Found counted = known ? new Search.Found(found.whole(), 0, 0) : found;
        CurveFit searched = descended(lab, curve, rows, found.whole(), box, counted);
        return direct != null && direct.sum <= searched.sum ? direct : searched;
    }

    /// Whether every nonlinear parameter has a start.
    private static boolean known(Curve curve, double[] start) {
        return curve.nonlinear().stream().noneMatch(j -> Double.isNaN(start[j]));
    }

    /// The first row where the curve is not finite at a start, -1 if there is none or a nonlinear parameter has no
    /// start.
    public static int broken(Curve curve, Rows rows, double[] start) {
        if (!known(curve, start)) {
            return -1;
        }
        if (Arrays.stream(start).anyMatch(Double::isNaN)) {
            return new Projection(curve, rows, () -> false).broken(nonlinear(curve, start));
        }
        double[] values = curve.values(rows.inputs(), rows.count(), start);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                return i;
            }
        }
        return -1;
    }

    private static CurveFit descended(Lab lab, Curve curve, Rows rows, double[] start, Box box, Search.Found search) {
        double[] x = start.clone();
        box.clamp(x);
        Fit fit = new LevenbergMarquardt().fit(new Deviation(curve, rows, new Patience(lab)), x, box);
        return at(curve, rows, fit, search.descents(), search.agreeing());
    }

    private static CurveFit at(Curve curve, Rows rows, Fit fit, int descents, int agreeing) {
        int n = curve.parameters().size();
        double[] jacobian = new double[rows.count() * n];
        new Deviation(curve, rows, () -> false).jacobian(fit.place(), jacobian);
        List<Integer> free = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            if (!fit.held()[j]) {
                free.add(j);
            }
        }
        double[] covariance = new double[n * n];
        List<double[]> dependencies = new ArrayList<>();
        boolean finite = Arrays.stream(jacobian).allMatch(Double::isFinite);
        int rank = free.size();
        if (finite && rank > 0) {
            LeastSquares squares = squares(jacobian, rows.count(), n, free, fit.residuals());
            rank = squares.rank();
            spread(squares, n, free, covariance, dependencies);
        } else if (!finite) {
            Arrays.fill(covariance, Double.NaN);
        }
        return new CurveFit(
                curve,
                rows,
                fit.place(),
                fit.held(),
                covariance,
                dependencies,
                fit.sumOfSquares(),
                rows.count() - rank,
                descents,
                agreeing,
                fit.steps(),
                fit.ending());
    }

    private static LeastSquares squares(double[] jacobian, int rows, int n, List<Integer> free, double[] residuals) {
        double[] part = new double[rows * free.size()];
        for (int i = 0; i < rows; i++) {
            for (int f = 0; f < free.size(); f++) {
                part[i * free.size() + f] = jacobian[i * n + free.get(f)];
            }
        }
        return LeastSquares.of(part, rows, free.size(), residuals);
    }

    private static void spread(
            LeastSquares squares, int n, List<Integer> free, double[] covariance, List<double[]> dependencies) {
        double[] part = squares.covariance();
        int m = free.size();
        for (int f = 0; f < m; f++) {
            for (int g = 0; g < m; g++) {
                covariance[free.get(f) * n + free.get(g)] = part[f * m + g];
            }
        }
        for (double[] dependency : squares.dependencies()) {
            double[] whole = new double[n];
            for (int f = 0; f < m; f++) {
                whole[free.get(f)] = dependency[f];
            }
            dependencies.add(whole);
        }
    }

    private static CurveFit failed(Curve curve, Rows rows, int tries) {
        int n = curve.parameters().size();
        double[] unknown = new double[n];
        Arrays.fill(unknown, Double.NaN);
        double[] covariance = new double[n * n];
        Arrays.fill(covariance, Double.NaN);
        String message = "the formula was finite on all rows at none of " + tries
                + " random places: give a --start inside its domain, or bounds";
        return new CurveFit(
                curve,
                rows,
                unknown,
                new boolean[n],
                covariance,
                List.of(),
                Double.NaN,
                rows.count() - n,
                0,
                0,
                0,
                new Ending.Diverged(message, 0, "the formula"));
    }

    private static double[] nonlinear(Curve curve, double[] whole) {
        return curve.nonlinear().stream().mapToDouble(j -> whole[j]).toArray();
    }

    private static Box nonlinear(Curve curve, Box box) {
        return new Box(nonlinear(curve, box.low()), nonlinear(curve, box.high()));
    }

    /// Whether the rows determine a parameter, and it did not end on a bound.
    public boolean determined(int j) {
        return !held[j]
                && dependencies.stream().allMatch(d -> d[j] == 0)
                && Double.isFinite(covariance[j * held.length + j]);
    }

    /// `S / dof`, 1 in the mean where the errors are known and the curve is true.
    public double reduced() {
        return sum / degreesOfFreedom;
    }

    /// The variance, not scaled by the scatter, of `slope . b`.
    ///
    /// @param slope of something by each parameter
    public double variance(double[] slope) {
        double total = 0;
        for (int j = 0; j < slope.length; j++) {
            for (int k = 0; k < slope.length; k++) {
                total += slope[j] * covariance[j * slope.length + k] * slope[k];
            }
        }
        return Math.max(0, total);
    }
}
