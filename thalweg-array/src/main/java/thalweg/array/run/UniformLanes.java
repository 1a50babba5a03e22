package thalweg.array.run;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The vector twins of [UniformLoops]: the same operations on each element, so the same bits.
///
/// Loaded only where the vector module is present.
final class UniformLanes {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

    private UniformLanes() {}

    static void add(double[] x, int xAt, double[] y, int yAt, double s, double t, double[] z, int zAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector a = DoubleVector.fromArray(LANES, x, xAt + i);
            a.add(s).intoArray(z, zAt + i);
        }
        UniformLoops.add(x, xAt + i, y, yAt + i, s, t, z, zAt + i, n - i);
    }

    static void subFrom(double[] x, int xAt, double[] y, int yAt, double s, double t, double[] z, int zAt, int n) {
        DoubleVector number = DoubleVector.broadcast(LANES, s);
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector a = DoubleVector.fromArray(LANES, x, xAt + i);
            number.sub(a).intoArray(z, zAt + i);
        }
        UniformLoops.subFrom(x, xAt + i, y, yAt + i, s, t, z, zAt + i, n - i);
    }

    static void mul(double[] x, int xAt, double[] y, int yAt, double s, double t, double[] z, int zAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector a = DoubleVector.fromArray(LANES, x, xAt + i);
            a.mul(s).intoArray(z, zAt + i);
        }
        UniformLoops.mul(x, xAt + i, y, yAt + i, s, t, z, zAt + i, n - i);
    }

    static void div(double[] x, int xAt, double[] y, int yAt, double s, double t, double[] z, int zAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector a = DoubleVector.fromArray(LANES, x, xAt + i);
            a.div(s).intoArray(z, zAt + i);
        }
        UniformLoops.div(x, xAt + i, y, yAt + i, s, t, z, zAt + i, n - i);
    }

    static void divInto(double[] x, int xAt, double[] y, int yAt, double s, double t, double[] z, int zAt, int n) {
        DoubleVector number = DoubleVector.broadcast(LANES, s);
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector a = DoubleVector.fromArray(LANES, x, xAt + i);
            number.div(a).intoArray(z, zAt + i);
        }
        UniformLoops.divInto(x, xAt + i, y, yAt + i, s, t, z, zAt + i, n - i);
    }

    static void scaleAdd(double[] x, int xAt, double[] y, int yAt, double s, double t, double[] z, int zAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector a = DoubleVector.fromArray(LANES, x, xAt + i);
            a.mul(s).add(DoubleVector.fromArray(LANES, y, yAt + i)).intoArray(z, zAt + i);
        }
        UniformLoops.scaleAdd(x, xAt + i, y, yAt + i, s, t, z, zAt + i, n - i);
    }

    static void mulShift(double[] x, int xAt, double[] y, int yAt, double s, double t, double[] z, int zAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector a = DoubleVector.fromArray(LANES, x, xAt + i);
            a.mul(DoubleVector.fromArray(LANES, y, yAt + i)).add(t).intoArray(z, zAt + i);
        }
        UniformLoops.mulShift(x, xAt + i, y, yAt + i, s, t, z, zAt + i, n - i);
    }

    static void shiftMul(double[] x, int xAt, double[] y, int yAt, double s, double t, double[] z, int zAt, int n) {
        DoubleVector number = DoubleVector.broadcast(LANES, t);
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector a = DoubleVector.fromArray(LANES, x, xAt + i);
            number.sub(a.mul(DoubleVector.fromArray(LANES, y, yAt + i))).intoArray(z, zAt + i);
        }
        UniformLoops.shiftMul(x, xAt + i, y, yAt + i, s, t, z, zAt + i, n - i);
    }

    static void scaleShift(double[] x, int xAt, double[] y, int yAt, double s, double t, double[] z, int zAt, int n) {
        int i = 0;
        for (int end = LANES.loopBound(n); i < end; i += LANES.length()) {
            DoubleVector a = DoubleVector.fromArray(LANES, x, xAt + i);
            a.mul(s).add(t).intoArray(z, zAt + i);
        }
        UniformLoops.scaleShift(x, xAt + i, y, yAt + i, s, t, z, zAt + i, n - i);
    }
}
