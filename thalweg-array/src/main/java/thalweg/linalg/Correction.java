package thalweg.linalg;

/// The solution `(r, x)` of the augmented system of least squares, `r + A x = b`, `A' W r = 0`, by repeated
/// correction from zero.
///
/// Each round computes both residuals in twice the precision, with the weights as given, and solves for the
/// correction by the one factorisation `W^1/2 A = Q R`; rounds end when the correction is below the last digit or no
/// longer shrinks. `r` and `x` are kept as unevaluated sums of two numbers. Björck, BIT 7 (1967) 257, section 4.
final class Correction {
    private static final int ROUNDS = 8;
    private static final double LAST_DIGIT = 0x1p-56;

    private final Qr qr;
    private final int[] pivot;
    private final double[] a;
    private final int columns;
    private final double[] b;
    private final double[] weights;
    private final double[] x;
    private final double[] xLow;
    private final double[] r;
    private final double[] rLow;
    private final Twofold sum = new Twofold();

    private Correction(Qr qr, double[] a, int columns, double[] b, double[] weights) {
        this.qr = qr;
        this.pivot = qr.pivot();
        this.a = a;
        this.columns = columns;
        this.b = b;
        this.weights = weights;
        this.x = new double[columns];
        this.xLow = new double[columns];
        this.r = new double[b.length];
        this.rLow = new double[b.length];
    }

    /// The corrected solution for a `Qr` of `W^1/2 A`.
    static Correction solve(Qr qr, double[] a, int columns, double[] b, double[] weights) {
        Correction state = new Correction(qr, a, columns, b, weights);
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS && before > LAST_DIGIT; round++) {
            double change = state.round(before);
            if (change > before / 2) {
                break;
            }
            before = change;
        }
        state.leftOut();
        return state;
    }

    double[] x() {
        return x;
    }

    double[] r() {
        return r;
    }

    /// One correction; applied, and its relative size returned, if it is at most half of `before`.
    private double round(double before) {
        double[] ds = new double[b.length];
        double[] dx = new double[qr.rank()];
        for (int i = 0; i < ds.length; i++) {
            ds[i] = weights[i] > 0 ? Math.sqrt(weights[i]) * residual(i) : 0;
        }
        for (int p = 0; p < dx.length; p++) {
            dx[p] = Math.scalb(-normal(pivot[p]), -qr.exponent(pivot[p]));
        }
        qr.solveTransposed(dx);
        qr.applyTransposed(ds);
        for (int p = 0; p < dx.length; p++) {
            double d = dx[p];
            dx[p] = ds[p] - d;
            ds[p] = d;
        }
        qr.solve(dx);
        qr.apply(ds);
        double change = 0;
        for (int p = 0; p < dx.length; p++) {
            dx[p] = Math.scalb(dx[p], -qr.exponent(pivot[p]));
            double now = Math.abs(x[pivot[p]]);
            change = Math.max(change, now == 0 ? 1 : Math.abs(dx[p]) / now);
        }
        if (change <= before / 2) {
            for (int p = 0; p < dx.length; p++) {
                grow(x, xLow, pivot[p], dx[p]);
            }
            for (int i = 0; i < ds.length; i++) {
                grow(r, rLow, i, weights[i] > 0 ? ds[i] / Math.sqrt(weights[i]) : 0);
            }
        }
        return change;
    }

    /// `b - A x - r` in row `i`.
    private double residual(int i) {
        sum.start(b[i]).add(-r[i]).add(-rLow[i]);
        for (int j = 0; j < columns; j++) {
            sum.add(-a[i * columns + j], x[j]).add(-a[i * columns + j], xLow[j]);
        }
        return sum.value();
    }

    /// `A' W r` in column `j`.
    private double normal(int j) {
        sum.start(0);
        for (int i = 0; i < r.length; i++) {
            sum.add(weights[i], r[i], a[i * columns + j]).add(weights[i] * rLow[i], a[i * columns + j]);
        }
        return sum.value();
    }

    /// Rows of weight 0 take no part; their residuals follow from `x`.
    private void leftOut() {
        for (int i = 0; i < r.length; i++) {
            if (weights[i] == 0) {
                r[i] = residual(i);
            }
        }
    }

    private static void grow(double[] high, double[] low, int i, double change) {
        double next = high[i] + change;
        double part = next - high[i];
        double rest = ((high[i] - (next - part)) + (change - part)) + low[i];
        high[i] = next + rest;
        low[i] = rest - (high[i] - next);
    }
}
