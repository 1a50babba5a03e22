package thalweg.array.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The vector twins of [Exponential], operation by operation the same; blocks of a range with an argument out of
/// the fast range ([Domain]) go to the scalar twin.
final class ExponentialLanes {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

    private ExponentialLanes() {}

    /// `e^x`
    static void exp(double[] x, int xAt, double[] y, int yAt, int n) {
        if (Domain.within(x, xAt, n, Exponential.NORMAL)) {
            expInside(x, xAt, y, yAt, n);
            return;
        }
        for (int i = 0; i < n; i += Domain.BLOCK) {
            int size = Math.min(Domain.BLOCK, n - i);
            if (Domain.within(x, xAt + i, size, Exponential.NORMAL)) {
                expInside(x, xAt + i, y, yAt + i, size);
            } else {
                Exponential.exp(x, xAt + i, y, yAt + i, size);
            }
        }
    }

    private static void expInside(double[] x, int xAt, double[] y, int yAt, int n) {
        int end = LANES.loopBound(n);
        for (int i = 0; i < end; i += LANES.length()) {
            DoubleVector v = DoubleVector.fromArray(LANES, x, xAt + i);
            DoubleVector shifted = v.fma(
                    DoubleVector.broadcast(LANES, Exponential.INVERSE_LN2),
                    DoubleVector.broadcast(LANES, Exponential.SHIFT));
            DoubleVector k = shifted.sub(Exponential.SHIFT);
            DoubleVector r = k.fma(
                    DoubleVector.broadcast(LANES, -Exponential.LN2_LOW),
                    k.fma(DoubleVector.broadcast(LANES, -Exponential.LN2_HIGH), v));
            DoubleVector r2 = r.mul(r);
            DoubleVector r4 = r2.mul(r2);
            DoubleVector q0 =
                    DoubleVector.broadcast(LANES, Exponential.Q1).fma(r, DoubleVector.broadcast(LANES, Exponential.Q0));
            DoubleVector q2 =
                    DoubleVector.broadcast(LANES, Exponential.Q3).fma(r, DoubleVector.broadcast(LANES, Exponential.Q2));
            DoubleVector q4 =
                    DoubleVector.broadcast(LANES, Exponential.Q5).fma(r, DoubleVector.broadcast(LANES, Exponential.Q4));
            DoubleVector q6 =
                    DoubleVector.broadcast(LANES, Exponential.Q7).fma(r, DoubleVector.broadcast(LANES, Exponential.Q6));
            DoubleVector q8 =
                    DoubleVector.broadcast(LANES, Exponential.Q9).fma(r, DoubleVector.broadcast(LANES, Exponential.Q8));
            DoubleVector low = q2.fma(r2, q0);
            DoubleVector high = q6.fma(r2, q4);
            DoubleVector q = q8.fma(r4, high).fma(r4, low);
            DoubleVector near = r2.fma(q, r).add(1);
            DoubleVector e = near.reinterpretAsLongs()
                    .add(shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52))
                    .reinterpretAsDoubles();
            e.intoArray(y, yAt + i);
        }
        Exponential.exp(x, xAt + end, y, yAt + end, n - end);
    }

    /// `e^x - 1`
    static void expm1(double[] x, int xAt, double[] y, int yAt, int n) {
        if (Domain.within(x, xAt, n, Exponential.NORMAL)) {
            expm1Inside(x, xAt, y, yAt, n);
            return;
        }
        for (int i = 0; i < n; i += Domain.BLOCK) {
            int size = Math.min(Domain.BLOCK, n - i);
            if (Domain.within(x, xAt + i, size, Exponential.NORMAL)) {
                expm1Inside(x, xAt + i, y, yAt + i, size);
            } else {
                Exponential.expm1(x, xAt + i, y, yAt + i, size);
            }
        }
    }

    private static void expm1Inside(double[] x, int xAt, double[] y, int yAt, int n) {
        int end = LANES.loopBound(n);
        for (int i = 0; i < end; i += LANES.length()) {
            DoubleVector v = DoubleVector.fromArray(LANES, x, xAt + i);
            DoubleVector shifted = v.fma(
                    DoubleVector.broadcast(LANES, Exponential.INVERSE_LN2),
                    DoubleVector.broadcast(LANES, Exponential.SHIFT));
            DoubleVector k = shifted.sub(Exponential.SHIFT);
            DoubleVector r = k.fma(
                    DoubleVector.broadcast(LANES, -Exponential.LN2_LOW),
                    k.fma(DoubleVector.broadcast(LANES, -Exponential.LN2_HIGH), v));
            DoubleVector r2 = r.mul(r);
            DoubleVector r4 = r2.mul(r2);
            DoubleVector q0 =
                    DoubleVector.broadcast(LANES, Exponential.Q1).fma(r, DoubleVector.broadcast(LANES, Exponential.Q0));
            DoubleVector q2 =
                    DoubleVector.broadcast(LANES, Exponential.Q3).fma(r, DoubleVector.broadcast(LANES, Exponential.Q2));
            DoubleVector q4 =
                    DoubleVector.broadcast(LANES, Exponential.Q5).fma(r, DoubleVector.broadcast(LANES, Exponential.Q4));
            DoubleVector q6 =
                    DoubleVector.broadcast(LANES, Exponential.Q7).fma(r, DoubleVector.broadcast(LANES, Exponential.Q6));
            DoubleVector q8 =
                    DoubleVector.broadcast(LANES, Exponential.Q9).fma(r, DoubleVector.broadcast(LANES, Exponential.Q8));
            DoubleVector low = q2.fma(r2, q0);
            DoubleVector high = q6.fma(r2, q4);
            DoubleVector q = q8.fma(r4, high).fma(r4, low);
            DoubleVector p = r2.fma(q, r);
            DoubleVector power = shifted.reinterpretAsLongs()
                    .lanewise(VectorOperators.LSHL, 52)
                    .add(Exponential.ONE)
                    .reinterpretAsDoubles();
            DoubleVector m = power.fma(p, power.sub(1));
            m.reinterpretAsLongs()
                    .and(Long.MAX_VALUE)
                    .or(v.reinterpretAsLongs().and(Long.MIN_VALUE))
                    .reinterpretAsDoubles()
                    .intoArray(y, yAt + i);
        }
        Exponential.expm1(x, xAt + end, y, yAt + end, n - end);
    }

    /// `tanh x`
    static void tanh(double[] x, int xAt, double[] y, int yAt, int n) {
        int end = LANES.loopBound(n);
        for (int i = 0; i < end; i += LANES.length()) {
            DoubleVector v = DoubleVector.fromArray(LANES, x, xAt + i);
            DoubleVector size = v.abs();
            DoubleVector twice = size.blend(
                            Exponential.SATURATED, size.compare(VectorOperators.GT, Exponential.SATURATED))
                    .mul(2);
            DoubleVector shifted = twice.fma(
                    DoubleVector.broadcast(LANES, Exponential.INVERSE_LN2),
                    DoubleVector.broadcast(LANES, Exponential.SHIFT));
            DoubleVector k = shifted.sub(Exponential.SHIFT);
            DoubleVector r = k.fma(
                    DoubleVector.broadcast(LANES, -Exponential.LN2_LOW),
                    k.fma(DoubleVector.broadcast(LANES, -Exponential.LN2_HIGH), twice));
            DoubleVector r2 = r.mul(r);
            DoubleVector r4 = r2.mul(r2);
            DoubleVector q0 =
                    DoubleVector.broadcast(LANES, Exponential.Q1).fma(r, DoubleVector.broadcast(LANES, Exponential.Q0));
            DoubleVector q2 =
                    DoubleVector.broadcast(LANES, Exponential.Q3).fma(r, DoubleVector.broadcast(LANES, Exponential.Q2));
            DoubleVector q4 =
                    DoubleVector.broadcast(LANES, Exponential.Q5).fma(r, DoubleVector.broadcast(LANES, Exponential.Q4));
            DoubleVector q6 =
                    DoubleVector.broadcast(LANES, Exponential.Q7).fma(r, DoubleVector.broadcast(LANES, Exponential.Q6));
            DoubleVector q8 =
                    DoubleVector.broadcast(LANES, Exponential.Q9).fma(r, DoubleVector.broadcast(LANES, Exponential.Q8));
            DoubleVector low = q2.fma(r2, q0);
            DoubleVector high = q6.fma(r2, q4);
            DoubleVector q = q8.fma(r4, high).fma(r4, low);
            DoubleVector p = r2.fma(q, r);
            DoubleVector power = shifted.reinterpretAsLongs()
                    .lanewise(VectorOperators.LSHL, 52)
                    .add(Exponential.ONE)
                    .reinterpretAsDoubles();
            DoubleVector m = power.fma(p, power.sub(1));
            m.div(m.add(2))
                    .reinterpretAsLongs()
                    .and(Long.MAX_VALUE)
                    .or(v.reinterpretAsLongs().and(Long.MIN_VALUE))
                    .reinterpretAsDoubles()
                    .intoArray(y, yAt + i);
        }
        Exponential.tanh(x, xAt + end, y, yAt + end, n - end);
    }

    /// `1 / (1 + e^-x)`
    static void logistic(double[] x, int xAt, double[] y, int yAt, int n) {
        if (Domain.within(x, xAt, n, Exponential.NORMAL)) {
            logisticInside(x, xAt, y, yAt, n);
            return;
        }
        for (int i = 0; i < n; i += Domain.BLOCK) {
            int size = Math.min(Domain.BLOCK, n - i);
            if (Domain.within(x, xAt + i, size, Exponential.NORMAL)) {
                logisticInside(x, xAt + i, y, yAt + i, size);
            } else {
                Exponential.logistic(x, xAt + i, y, yAt + i, size);
            }
        }
    }

    private static void logisticInside(double[] x, int xAt, double[] y, int yAt, int n) {
        int end = LANES.loopBound(n);
        for (int i = 0; i < end; i += LANES.length()) {
            DoubleVector v = DoubleVector.fromArray(LANES, x, xAt + i);
            DoubleVector down = v.abs().neg();
            DoubleVector shifted = down.fma(
                    DoubleVector.broadcast(LANES, Exponential.INVERSE_LN2),
                    DoubleVector.broadcast(LANES, Exponential.SHIFT));
            DoubleVector k = shifted.sub(Exponential.SHIFT);
            DoubleVector r = k.fma(
                    DoubleVector.broadcast(LANES, -Exponential.LN2_LOW),
                    k.fma(DoubleVector.broadcast(LANES, -Exponential.LN2_HIGH), down));
            DoubleVector r2 = r.mul(r);
            DoubleVector r4 = r2.mul(r2);
            DoubleVector q0 =
                    DoubleVector.broadcast(LANES, Exponential.Q1).fma(r, DoubleVector.broadcast(LANES, Exponential.Q0));
            DoubleVector q2 =
                    DoubleVector.broadcast(LANES, Exponential.Q3).fma(r, DoubleVector.broadcast(LANES, Exponential.Q2));
            DoubleVector q4 =
                    DoubleVector.broadcast(LANES, Exponential.Q5).fma(r, DoubleVector.broadcast(LANES, Exponential.Q4));
            DoubleVector q6 =
                    DoubleVector.broadcast(LANES, Exponential.Q7).fma(r, DoubleVector.broadcast(LANES, Exponential.Q6));
            DoubleVector q8 =
                    DoubleVector.broadcast(LANES, Exponential.Q9).fma(r, DoubleVector.broadcast(LANES, Exponential.Q8));
            DoubleVector low = q2.fma(r2, q0);
            DoubleVector high = q6.fma(r2, q4);
            DoubleVector q = q8.fma(r4, high).fma(r4, low);
            DoubleVector near = r2.fma(q, r).add(1);
            DoubleVector e = near.reinterpretAsLongs()
                    .add(shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52))
                    .reinterpretAsDoubles();
            DoubleVector above = DoubleVector.broadcast(LANES, 1).blend(e, v.compare(VectorOperators.LT, 0));
            above.div(e.add(1)).intoArray(y, yAt + i);
        }
        Exponential.logistic(x, xAt + end, y, yAt + end, n - end);
    }
}
