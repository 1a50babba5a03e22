package thalweg.room.law.curve;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import thalweg.flow.descent.Residuals;
import thalweg.formula.Plan;
import thalweg.linalg.Qr;

/// The deviations of a curve whose linear parameters are the best for its other parameters `a`: variable projection.
///
/// With `f = f_0(a) + Phi(a) c` and `t = W (y - f_0)`, `A = W Phi`, the deviations are `r = -P t`, `P = 1 - A A^+`,
/// with slopes `dr = P (dA c + W df_0) - (A^+)' dA' r`, `c = A^+ t`: Golub and Pereyra, SIAM J. Numer. Anal. 10 (1973)
/// 413, eq. 4.8.
final class Projection implements Residuals {
    private final Curve curve;
    private final Rows rows;
    private final BooleanSupplier stopping;
    private final Plan plan;
    private final int linear;
    private final int nonlinear;

    Projection(Curve curve, Rows rows, BooleanSupplier stopping) {
        this.curve = curve;
        this.rows = rows;
        this.stopping = stopping;
        this.plan = curve.separated();
        this.linear = curve.linear().size();
        this.nonlinear = curve.parameters().size() - linear;
    }

    @Override
    public int parameters() {
        return nonlinear;
    }

    @Override
    public int count() {
        return rows.count();
    }

    @Override
    public void residual(double[] x, double[] residual) {
        double[][] parts = parts(x);
        Qr qr = stopping.getAsBoolean() ? null : factored(parts);
        if (qr == null) {
            Arrays.fill(residual, Double.NaN);
            return;
        }
        project(qr, target(parts), residual);
        for (int i = 0; i < residual.length; i++) {
            residual[i] = -residual[i];
        }
    }

    @Override
    public void jacobian(double[] x, double[] jacobian) {
        double[][] parts = parts(x);
        Qr qr = Arrays.stream(parts).allMatch(Projection::finite) ? factored(parts) : null;
        if (qr == null) {
            Arrays.fill(jacobian, Double.NaN);
            return;
        }
        double[] r = new double[count()];
        project(qr, target(parts), r);
        double[] c = coefficients(qr, target(parts));
        double[] whole = new double[count()];
        double[] column = new double[count()];
        for (int j = 0; j < nonlinear; j++) {
            int at = (j + 1) * (linear + 1);
            double[] dual = new double[linear];
            for (int i = 0; i < count(); i++) {
                double sum = parts[at][i];
                for (int k = 0; k < linear; k++) {
                    sum += c[k] * parts[at + 1 + k][i];
                    dual[k] += rows.weights()[i] * parts[at + 1 + k][i] * r[i];
                }
                whole[i] = rows.weights()[i] * sum;
            }
            double[] lifted = lifted(qr, dual);
            if (!finite(whole) || !finite(lifted)) {
                Arrays.fill(jacobian, Double.NaN);
                return;
            }
            qr.apply(lifted);
            project(qr, whole, column);
            for (int i = 0; i < count(); i++) {
                jacobian[i * nonlinear + j] = column[i] + lifted[i];
            }
        }
    }

    /// All parameters, the linear ones the best for the others; null where the formula is not finite.
    double @org.jspecify.annotations.Nullable [] whole(double[] x) {
        double[][] parts = parts(x);
        Qr qr = factored(parts);
        if (qr == null) {
            return null;
        }
        double[] c = coefficients(qr, target(parts));
        double[] place = new double[curve.parameters().size()];
        int k = 0;
        for (int j : curve.linear()) {
            place[j] = c[k++];
        }
        k = 0;
        for (int j : curve.nonlinear()) {
            place[j] = x[k++];
        }
        return place;
    }

    /// The first row where the formula is not finite at `x`, -1 if there is none.
    int broken(double[] x) {
        double[][] parts = parts(x);
        for (int i = 0; i < count(); i++) {
            for (int k = 0; k <= linear; k++) {
                if (!finite(parts[k][i])) {
                    return i;
                }
            }
        }
        return -1;
    }

    private double[][] parts(double[] x) {
        double[][] parts = new double[(linear + 1) * (nonlinear + 1)][count()];
        plan.on(rows.inputs(), count(), x, parts);
        return parts;
    }

    private double[] target(double[][] parts) {
        double[] target = new double[count()];
        for (int i = 0; i < target.length; i++) {
            target[i] = rows.weights()[i] * (rows.target()[i] - parts[0][i]);
        }
        return target;
    }

    private @org.jspecify.annotations.Nullable Qr factored(double[][] parts) {
        double[] a = new double[count() * linear];
        for (int i = 0; i < count(); i++) {
            boolean finite = finite(parts[0][i]);
            for (int k = 0; k < linear; k++) {
                a[i * linear + k] = rows.weights()[i] * parts[k + 1][i];
                finite &= finite(a[i * linear + k]);
            }
            if (!finite) {
                return null;
            }
        }
        return Qr.of(a, count(), linear);
    }

    /// `P v`.
    private static void project(Qr qr, double[] v, double[] into) {
        System.arraycopy(v, 0, into, 0, v.length);
        qr.applyTransposed(into);
        Arrays.fill(into, 0, qr.rank(), 0);
        qr.apply(into);
    }

    /// `A^+ v`, 0 for columns that depend on others.
    private double[] coefficients(Qr qr, double[] v) {
        double[] z = v.clone();
        qr.applyTransposed(z);
        double[] r = qr.r();
        int[] pivot = qr.pivot();
        double[] c = new double[linear];
        for (int p = qr.rank() - 1; p >= 0; p--) {
            double sum = z[p];
            for (int q = p + 1; q < qr.rank(); q++) {
                sum -= r[p * linear + q] * c[pivot[q]];
            }
            c[pivot[p]] = sum / r[p * linear + p];
        }
        return c;
    }

    /// `Q' (A^+)' u`.
    private double[] lifted(Qr qr, double[] u) {
        double[] r = qr.r();
        int[] pivot = qr.pivot();
        double[] z = new double[count()];
        for (int p = 0; p < qr.rank(); p++) {
            double sum = u[pivot[p]];
            for (int q = 0; q < p; q++) {
                sum -= r[q * linear + p] * z[q];
            }
            z[p] = sum / r[p * linear + p];
        }
        return z;
    }

    /// Whether sums of squares of such numbers are finite too.
    private static boolean finite(double number) {
        return Math.abs(number) < 1e150;
    }

    private static boolean finite(double[] numbers) {
        return Arrays.stream(numbers).allMatch(Projection::finite);
    }
}
