package thalweg.array.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The vector twins of [Level2], for processors with lanes of 8.
final class Level2Lanes {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_512;

    private Level2Lanes() {}

    static boolean fit() {
        return DoubleVector.SPECIES_PREFERRED.length() == LANES.length();
    }

    static void symv(int rows, int n, double[] a, int at, int stride, double[] x, int xAt, double[] y, int yAt) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = 0;
        }
        double[] fold = new double[32];
        int i = 0;
        for (; i + 4 <= rows; i += 4) {
            Level2.corner(a, at + i * (stride + 1), stride, x, xAt + i, y, yAt + i);
            four(n - i - 4, a, at + i * stride + i + 4, stride, x, xAt + i, y, yAt + i, fold);
        }
        Level2.last(rows - i, a, at + i * (stride + 1), stride, x, xAt + i, y, yAt + i);
    }

    private static void four(
            int n, double[] a, int at, int stride, double[] x, int xAt, double[] y, int yAt, double[] fold) {
        double x0 = x[xAt];
        double x1 = x[xAt + 1];
        double x2 = x[xAt + 2];
        double x3 = x[xAt + 3];
        DoubleVector f0 = DoubleVector.broadcast(LANES, x0);
        DoubleVector f1 = DoubleVector.broadcast(LANES, x1);
        DoubleVector f2 = DoubleVector.broadcast(LANES, x2);
        DoubleVector f3 = DoubleVector.broadcast(LANES, x3);
        DoubleVector s0 = DoubleVector.zero(LANES);
        DoubleVector s1 = DoubleVector.zero(LANES);
        DoubleVector s2 = DoubleVector.zero(LANES);
        DoubleVector s3 = DoubleVector.zero(LANES);
        int end = n & -8;
        for (int j = 0; j < end; j += 8) {
            DoubleVector v = DoubleVector.fromArray(LANES, x, xAt + 4 + j);
            DoubleVector w = DoubleVector.fromArray(LANES, y, yAt + 4 + j);
            DoubleVector a0 = DoubleVector.fromArray(LANES, a, at + j);
            DoubleVector a1 = DoubleVector.fromArray(LANES, a, at + stride + j);
            DoubleVector a2 = DoubleVector.fromArray(LANES, a, at + 2 * stride + j);
            DoubleVector a3 = DoubleVector.fromArray(LANES, a, at + 3 * stride + j);
            s0 = a0.fma(v, s0);
            s1 = a1.fma(v, s1);
            s2 = a2.fma(v, s2);
            s3 = a3.fma(v, s3);
            a3.fma(f3, a2.fma(f2, a1.fma(f1, a0.fma(f0, w)))).intoArray(y, yAt + 4 + j);
        }
        s0.intoArray(fold, 0);
        s1.intoArray(fold, 8);
        s2.intoArray(fold, 16);
        s3.intoArray(fold, 24);
        for (int j = end; j < n; j++) {
            double sum = Math.fma(a[at + j], x0, y[yAt + 4 + j]);
            sum = Math.fma(a[at + stride + j], x1, sum);
            sum = Math.fma(a[at + 2 * stride + j], x2, sum);
            y[yAt + 4 + j] = Math.fma(a[at + 3 * stride + j], x3, sum);
        }
        for (int p = 0; p < 4; p++) {
            double sum = fold(fold, 8 * p);
            y[yAt + p] += Level2.tail(n - end, a, at + p * stride + end, x, xAt + 4 + end, sum);
        }
    }

    static void gemv(int m, int n, double[] a, int at, int stride, double[] x, int xAt, double[] y, int yAt) {
        double[] fold = new double[32];
        int i = 0;
        for (; i + 4 <= m; i += 4) {
            dots(n, a, at + i * stride, stride, x, xAt, y, yAt + i, fold);
        }
        Level2.gemv(m - i, n, a, at + i * stride, stride, x, xAt, y, yAt + i);
    }

    private static void dots(
            int n, double[] a, int at, int stride, double[] x, int xAt, double[] y, int yAt, double[] fold) {
        DoubleVector s0 = DoubleVector.zero(LANES);
        DoubleVector s1 = DoubleVector.zero(LANES);
        DoubleVector s2 = DoubleVector.zero(LANES);
        DoubleVector s3 = DoubleVector.zero(LANES);
        int end = n & -8;
        for (int j = 0; j < end; j += 8) {
            DoubleVector v = DoubleVector.fromArray(LANES, x, xAt + j);
            s0 = DoubleVector.fromArray(LANES, a, at + j).fma(v, s0);
            s1 = DoubleVector.fromArray(LANES, a, at + stride + j).fma(v, s1);
            s2 = DoubleVector.fromArray(LANES, a, at + 2 * stride + j).fma(v, s2);
            s3 = DoubleVector.fromArray(LANES, a, at + 3 * stride + j).fma(v, s3);
        }
        s0.intoArray(fold, 0);
        s1.intoArray(fold, 8);
        s2.intoArray(fold, 16);
        s3.intoArray(fold, 24);
        for (int p = 0; p < 4; p++) {
            double sum = fold(fold, 8 * p);
            y[yAt + p] = Level2.tail(n - end, a, at + p * stride + end, x, xAt + end, sum);
        }
    }

    private static double fold(double[] s, int at) {
        return ((s[at] + s[at + 4]) + (s[at + 2] + s[at + 6])) + ((s[at + 1] + s[at + 5]) + (s[at + 3] + s[at + 7]));
    }
}
