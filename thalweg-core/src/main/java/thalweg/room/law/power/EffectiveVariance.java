package thalweg.room.law.power;

import java.util.Arrays;
import thalweg.array.Misuse;
import thalweg.linalg.LeastSquares;

/// The plane of greatest likelihood for points with normal errors in every axis:
///
///     S(c) = sum over i of r_i^2 / s_i^2,   r_i = v_i - c_0 - sum_k c_k u_ik
///     s_i^2 = sum over t of (a_t e_it)^2,   a_t = p_tv - sum_k c_k p_tk
///
/// is least, where the independent error `e_it` moves factor `k` by `p_tk` and the target by `p_tv`; in the plain
/// case each axis has one of its own and `s_i^2 = sv_i^2 + sum_k c_k^2 su_ik^2`. Gauss-Newton on `r_i / s_i`,
/// whose derivatives are the points adjusted to the plane, `-u_ik + r_i sum_t a_t p_tk e_it^2 / s_i^2`, over
/// `s_i`; damped so that S always falls. The covariance `(J'J)^-1` at the minimum is
/// York's (Am. J. Phys. 72 (2004) 367) where there is one factor; the effective variance is that of Orear, Am.
/// J. Phys. 50 (1982) 912, with the weights' own slopes not left out (Lybanon, ibid. 52 (1984) 22).
final class EffectiveVariance {
    private static final int STEPS = 500;
    private static final double SETTLED = 1e-13;

    private final LogTable table;
    private final int[] factor;
    private final double[] origin;
    private final int rows;

    private EffectiveVariance(LogTable table, Dependence dependence) {
        this.table = table;
        this.factor = dependence.kept().stream().mapToInt(k -> k).toArray();
        this.rows = table.rows();
        this.origin = new double[table.factors() + 1];
        Arrays.setAll(
                origin, k -> Arrays.stream(table.value[k], 0, rows).average().orElse(0));
    }

    static Regression fit(LogTable table) {
        Dependence dependence = table.dependence();
        EffectiveVariance problem = new EffectiveVariance(table, dependence);
        double[] c = problem.minimum(problem.start());
        double[] covariance = problem.step(c, 0).covariance();
        double chi2 = problem.squares(c);
        int factors = table.factors();
        double[] coefficient = dependence.spread(c, factors);
        coefficient[0] += problem.origin[factors];
        Plane plane = new Plane(
                Arrays.copyOf(problem.origin, factors), coefficient, dependence.spreadSquare(covariance, factors));
        Goodness goodness = Goodness.ChiSquare.of(chi2, problem.rows - c.length);
        return new Regression(
                table.names(), plane, dependence, problem.rows, chi2, true, goodness, table.low(), table.high());
    }

    /// Plain least squares.
    private double[] start() {
        double[] a = new double[rows * (factor.length + 1)];
        double[] b = new double[rows];
        for (int i = 0; i < rows; i++) {
            a[i * (factor.length + 1)] = 1;
            for (int j = 0; j < factor.length; j++) {
                a[i * (factor.length + 1) + j + 1] = u(factor[j], i);
            }
            b[i] = u(table.factors(), i);
        }
        return LeastSquares.of(a, rows, factor.length + 1, b).coefficients();
    }

    private double[] minimum(double[] from) {
        double[] c = from;
        double s = squares(c);
        double damping = 0;
        for (int step = 0; step < STEPS; step++) {
            double[] delta = step(c, damping).coefficients();
            double[] next = c.clone();
            for (int j = 0; j < c.length; j++) {
                next[j] += delta[j];
            }
            double fallen = squares(next);
            if (fallen <= s) {
                damping = damping < 1e-6 ? 0 : damping / 10;
                boolean settled = settled(delta, next);
                c = next;
                s = fallen;
                if (settled) {
                    break;
                }
            } else if (settled(delta, c)) {
                break;
            } else {
                damping = Math.max(1e-4, damping * 10);
            }
        }
        return c;
    }

    private boolean settled(double[] delta, double[] c) {
        for (int j = 0; j < c.length; j++) {
            double size = j == 0 ? 1 : Math.abs(c[j]);
            if (Math.abs(delta[j]) > SETTLED * size) {
                return false;
            }
        }
        return true;
    }

    private double u(int k, int i) {
        return table.value[k][i] - origin[k];
    }

    private double residual(double[] c, int i) {
        double residual = u(table.factors(), i) - c[0];
        for (int j = 0; j < factor.length; j++) {
            residual -= c[j + 1] * u(factor[j], i);
        }
        return residual;
    }

    /// How an error moves the residual, `a_t`.
    private double moved(int t, double[] c) {
        double moved = table.power[t][table.factors()];
        for (int j = 0; j < factor.length; j++) {
            moved -= c[j + 1] * table.power[t][factor[j]];
        }
        return moved;
    }

    private double[] moved(double[] c) {
        double[] moved = new double[table.error.length];
        Arrays.setAll(moved, t -> moved(t, c));
        return moved;
    }

    private double variance(double[] moved, int i) {
        double variance = 0;
        for (int t = 0; t < moved.length; t++) {
            double e = moved[t] * table.error[t][i];
            variance += e * e;
        }
        if (variance == 0) {
            throw new Misuse(
                    "no error at all in row " + (i + 1),
                    "an error above 0 in the target or in an input that matters",
                    "give this row an error, or leave out the error columns");
        }
        return variance;
    }

    private double squares(double[] c) {
        double sum = 0;
        double[] moved = moved(c);
        for (int i = 0; i < rows; i++) {
            double r = residual(c, i);
            sum += r * r / variance(moved, i);
        }
        return sum;
    }

    /// The linear problem of one step, its columns damped as Marquardt does.
    private LeastSquares step(double[] c, double damping) {
        int n = c.length;
        double[] a = new double[(rows + n) * n];
        double[] b = new double[rows + n];
        double[] moved = moved(c);
        for (int i = 0; i < rows; i++) {
            double r = residual(c, i);
            double s2 = variance(moved, i);
            double s = Math.sqrt(s2);
            a[i * n] = 1 / s;
            for (int j = 0; j < factor.length; j++) {
                double turned = 0;
                for (int t = 0; t < moved.length; t++) {
                    double e = table.error[t][i];
                    turned += moved[t] * table.power[t][factor[j]] * e * e;
                }
                a[i * n + j + 1] = (u(factor[j], i) - r * turned / s2) / s;
            }
            b[i] = r / s;
        }
        if (damping > 0) {
            for (int j = 0; j < n; j++) {
                double norm = 0;
                for (int i = 0; i < rows; i++) {
                    norm += a[i * n + j] * a[i * n + j];
                }
                a[(rows + j) * n + j] = Math.sqrt(damping * norm);
            }
        }
        return LeastSquares.of(a, rows + n, n, b);
    }
}
