package thalweg.array.run;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The vector twins of [Arithmetic]: the same operation on each element, so the same bits.
///
/// Loaded only where the vector module is present.
final class ArithmeticLanes {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

    private ArithmeticLanes() {}

    static void add(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector a = DoubleVector.fromArray(LANES, x, xAt + i);
            DoubleVector b = DoubleVector.fromArray(LANES, y, yAt + i);
            a.add(b).intoArray(z, zAt + i);
        }
        Arithmetic.add(x, xAt + i, y, yAt + i, z, zAt + i, n - i);
    }

    static void sub(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector a = DoubleVector.fromArray(LANES, x, xAt + i);
            DoubleVector b = DoubleVector.fromArray(LANES, y, yAt + i);
            a.sub(b).intoArray(z, zAt + i);
        }
        Arithmetic.sub(x, xAt + i, y, yAt + i, z, zAt + i, n - i);
    }

    static void mul(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector a = DoubleVector.fromArray(LANES, x, xAt + i);
            DoubleVector b = DoubleVector.fromArray(LANES, y, yAt + i);
            a.mul(b).intoArray(z, zAt + i);
        }
        Arithmetic.mul(x, xAt + i, y, yAt + i, z, zAt + i, n - i);
    }

    static void div(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector a = DoubleVector.fromArray(LANES, x, xAt + i);
            DoubleVector b = DoubleVector.fromArray(LANES, y, yAt + i);
            a.div(b).intoArray(z, zAt + i);
        }
        Arithmetic.div(x, xAt + i, y, yAt + i, z, zAt + i, n - i);
    }

    static void max(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector a = DoubleVector.fromArray(LANES, x, xAt + i);
            DoubleVector b = DoubleVector.fromArray(LANES, y, yAt + i);
            a.max(b).intoArray(z, zAt + i);
        }
        Arithmetic.max(x, xAt + i, y, yAt + i, z, zAt + i, n - i);
    }

    static void min(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector a = DoubleVector.fromArray(LANES, x, xAt + i);
            DoubleVector b = DoubleVector.fromArray(LANES, y, yAt + i);
            a.min(b).intoArray(z, zAt + i);
        }
        Arithmetic.min(x, xAt + i, y, yAt + i, z, zAt + i, n - i);
    }

    static void less(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        DoubleVector zero = DoubleVector.zero(LANES);
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector a = DoubleVector.fromArray(LANES, x, xAt + i);
            DoubleVector b = DoubleVector.fromArray(LANES, y, yAt + i);
            VectorMask<Double> holds = a.compare(VectorOperators.LT, b);
            zero.blend(1, holds).intoArray(z, zAt + i);
        }
        Arithmetic.less(x, xAt + i, y, yAt + i, z, zAt + i, n - i);
    }

    static void equal(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        DoubleVector zero = DoubleVector.zero(LANES);
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector a = DoubleVector.fromArray(LANES, x, xAt + i);
            DoubleVector b = DoubleVector.fromArray(LANES, y, yAt + i);
            VectorMask<Double> holds = a.compare(VectorOperators.EQ, b);
            zero.blend(1, holds).intoArray(z, zAt + i);
        }
        Arithmetic.equal(x, xAt + i, y, yAt + i, z, zAt + i, n - i);
    }

    static void neg(double[] x, int xAt, double[] z, int zAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector a = DoubleVector.fromArray(LANES, x, xAt + i);
            a.neg().intoArray(z, zAt + i);
        }
        Arithmetic.neg(x, xAt + i, z, zAt + i, n - i);
    }

    static void abs(double[] x, int xAt, double[] z, int zAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector a = DoubleVector.fromArray(LANES, x, xAt + i);
            a.abs().intoArray(z, zAt + i);
        }
        Arithmetic.abs(x, xAt + i, z, zAt + i, n - i);
    }

    static void sqrt(double[] x, int xAt, double[] z, int zAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector a = DoubleVector.fromArray(LANES, x, xAt + i);
            a.sqrt().intoArray(z, zAt + i);
        }
        Arithmetic.sqrt(x, xAt + i, z, zAt + i, n - i);
    }

    static void reciprocal(double[] x, int xAt, double[] z, int zAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector a = DoubleVector.fromArray(LANES, x, xAt + i);
            DoubleVector.broadcast(LANES, 1).div(a).intoArray(z, zAt + i);
        }
        Arithmetic.reciprocal(x, xAt + i, z, zAt + i, n - i);
    }

    /// `z += x`
    static void accumulate(double[] x, int xAt, double[] z, int zAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector a = DoubleVector.fromArray(LANES, x, xAt + i);
            DoubleVector.fromArray(LANES, z, zAt + i).add(a).intoArray(z, zAt + i);
        }
        Arithmetic.accumulate(x, xAt + i, z, zAt + i, n - i);
    }

    static void mulAdd(double[] x, int xAt, double[] y, int yAt, double[] w, int wAt, double[] z, int zAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector p = DoubleVector.fromArray(LANES, x, xAt + i).mul(DoubleVector.fromArray(LANES, y, yAt + i));
            DoubleVector c = DoubleVector.fromArray(LANES, w, wAt + i);
            p.add(c).intoArray(z, zAt + i);
        }
        Arithmetic.mulAdd(x, xAt + i, y, yAt + i, w, wAt + i, z, zAt + i, n - i);
    }

    static void mulSub(double[] x, int xAt, double[] y, int yAt, double[] w, int wAt, double[] z, int zAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector p = DoubleVector.fromArray(LANES, x, xAt + i).mul(DoubleVector.fromArray(LANES, y, yAt + i));
            DoubleVector c = DoubleVector.fromArray(LANES, w, wAt + i);
            p.sub(c).intoArray(z, zAt + i);
        }
        Arithmetic.mulSub(x, xAt + i, y, yAt + i, w, wAt + i, z, zAt + i, n - i);
    }

    static void subMul(double[] x, int xAt, double[] y, int yAt, double[] w, int wAt, double[] z, int zAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector p = DoubleVector.fromArray(LANES, x, xAt + i).mul(DoubleVector.fromArray(LANES, y, yAt + i));
            DoubleVector c = DoubleVector.fromArray(LANES, w, wAt + i);
            c.sub(p).intoArray(z, zAt + i);
        }
        Arithmetic.subMul(x, xAt + i, y, yAt + i, w, wAt + i, z, zAt + i, n - i);
    }
}
