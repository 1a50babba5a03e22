package thalweg.room.mechanics.pair;

import java.util.Arrays;
import thalweg.linalg.LeastSquares;

/// A pair potential fitted to accelerations by one linear least-squares solution, with drag and masses where asked.
///
/// `m_i a_i + sum_j k_ij phi'(r_ij) e_ij + gamma v_i = 0` is linear in the coefficients of phi, in gamma, and in masses
/// relative to the first particle's. The number of polynomials is the one that predicts rows left out best.
///
/// @param law what was learned
/// @param dragError standard error of its drag, NaN if drag was not fitted
/// @param left mean square of what accelerations leave
public record PairFit(PairLaw law, double dragError, double left) {
    private static final int[] ORDERS = {3, 5, 8, 12, 16, 20, 26, 32, 40};

    /// What is fitted beside the potential.
    public record Plan(boolean drag, boolean masses) {}

    /// Fits rows.
    public static PairFit of(PairData data, Plan plan) {
        int cut = Math.max(1, data.count() / 5);
        int[] inner = new int[data.count() - cut];
        int[] outer = new int[cut];
        for (int i = 0, a = 0, b = 0; i < data.count(); i++) {
            if (i % 5 == 2 && b < cut || a == inner.length) {
                outer[b++] = i;
            } else {
                inner[a++] = i;
            }
        }
        PairData part = data.rows(inner);
        PairData rest = data.rows(outer);
        int best = ORDERS[0];
        double least = Double.POSITIVE_INFINITY;
        for (int order : ORDERS) {
            if (4 * order > part.count() * part.wide()) {
                break;
            }
            PairFit fit = of(part, plan, order, data);
            double error = error(fit.law, rest);
            if (error < 0.98 * least) {
                least = error;
                best = order;
            }
        }
        return of(data, plan, best, data);
    }

    /// Mean square acceleration left by a law.
    public static double error(PairLaw law, PairData data) {
        double[] out = new double[2 * data.wide()];
        double sum = 0;
        for (int i = 0; i < data.count(); i++) {
            law.velocity().at(0, data.state(i), out);
            for (int c = 0; c < data.wide(); c++) {
                double off = out[data.wide() + c] - data.a()[i * data.wide() + c];
                sum += off * off;
            }
        }
        return sum / (data.count() * (double) data.wide());
    }

    private static PairFit of(PairData data, Plan plan, int order, PairData range) {
        double[] r = range.distances();
        Radial shape = new Radial(r[0], r[r.length - 1], new double[order]);
        int n = data.mass().length;
        int columns = order + (plan.drag() ? 1 : 0) + (plan.masses() ? n - 1 : 0);
        int rows = data.count() * data.wide();
        double[] g = new double[rows * columns];
        double[] y = new double[rows];
        double[] w = new double[rows];
        double[] slopes = new double[order];
        int d = data.dimension();
        for (int row = 0; row < data.count(); row++) {
            double[] x = Arrays.copyOfRange(data.x(), row * data.wide(), (row + 1) * data.wide());
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    double distance = PairLaw.distance(x, i, j, d);
                    shape.slopes(distance, slopes);
                    double k = data.charge()[i] * data.charge()[j];
                    for (int c = 0; c < d; c++) {
                        double along = k * (x[i * d + c] - x[j * d + c]) / distance;
                        int first = (row * data.wide() + i * d + c) * columns;
                        int second = (row * data.wide() + j * d + c) * columns;
                        for (int b = 0; b < order; b++) {
                            g[first + b] -= along * slopes[b];
                            g[second + b] += along * slopes[b];
                        }
                    }
                }
            }
            for (int a = 0; a < data.wide(); a++) {
                int at = row * data.wide() + a;
                int i = a / d;
                int column = order;
                if (plan.drag()) {
                    g[at * columns + column++] = -data.v()[at];
                }
                if (plan.masses() && i > 0) {
                    g[at * columns + column + i - 1] = -data.a()[at];
                }
                y[at] = (plan.masses() ? i == 0 ? 1 : 0 : data.mass()[i]) * data.a()[at];
                w[at] = 1 / (data.mass()[i] * data.mass()[i]);
            }
        }
        LeastSquares fit = LeastSquares.weighted(g, rows, columns, y, w);
        double[] c = fit.coefficients();
        double[] mass = data.mass().clone();
        double drag = plan.drag() ? c[order] : 0;
        double variance = plan.drag() ? fit.covariance()[order * (columns + 1)] : Double.NaN;
        int column = order + (plan.drag() ? 1 : 0);
        if (plan.masses()) {
            mass[0] = 1;
            for (int i = 1; i < n; i++) {
                mass[i] = c[column + i - 1];
            }
        }
        PairLaw law = new PairLaw(
                d, mass, data.charge(), new Radial(shape.low(), shape.high(), Arrays.copyOf(c, order)), drag);
        double scatter = fit.residualSumOfSquares() / Math.max(1, fit.degreesOfFreedom());
        return new PairFit(law, Math.sqrt(variance * scatter), scatter);
    }
}
