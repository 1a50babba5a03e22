package thalweg.array.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The vector twins of [Trigonometric], operation by operation the same; blocks with an argument out of the fast
/// range go to the scalar twin.
final class TrigonometricLanes {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

    private TrigonometricLanes() {}

    /// The sine.
    static void sin(double[] x, int xAt, double[] y, int yAt, int n) {
        if (Domain.within(x, xAt, n, Trigonometric.FAR)) {
            sinInside(x, xAt, y, yAt, n);
            return;
        }
        for (int i = 0; i < n; i += Domain.BLOCK) {
            int size = Math.min(Domain.BLOCK, n - i);
            if (Domain.within(x, xAt + i, size, Trigonometric.FAR)) {
                sinInside(x, xAt + i, y, yAt + i, size);
            } else {
                Trigonometric.sin(x, xAt + i, y, yAt + i, size);
            }
        }
    }

    private static void sinInside(double[] x, int xAt, double[] y, int yAt, int n) {
        int end = LANES.loopBound(n);
        for (int i = 0; i < end; i += LANES.length()) {
            DoubleVector v = DoubleVector.fromArray(LANES, x, xAt + i);
            DoubleVector size = v.abs();
            DoubleVector shifted = size.fma(
                    DoubleVector.broadcast(LANES, Trigonometric.TWO_OVER_PI),
                    DoubleVector.broadcast(LANES, Exponential.SHIFT));
            DoubleVector k = shifted.sub(Exponential.SHIFT);
            DoubleVector near = k.fma(DoubleVector.broadcast(LANES, -Trigonometric.HALF_PI_HIGH), size);
            DoubleVector step = k.mul(Trigonometric.HALF_PI_MIDDLE);
            DoubleVector r = near.sub(step);
            DoubleVector over = k.fma(DoubleVector.broadcast(LANES, Trigonometric.HALF_PI_MIDDLE), step.neg());
            DoubleVector lost = near.sub(r).sub(step).sub(over);
            DoubleVector s = k.fma(DoubleVector.broadcast(LANES, -Trigonometric.HALF_PI_LOW), lost);
            DoubleVector z = r.mul(r);
            DoubleVector z2 = z.mul(z);
            DoubleVector z4 = z2.mul(z2);
            DoubleVector half = z.mul(0.5);
            DoubleVector p0 = DoubleVector.broadcast(LANES, Trigonometric.P1)
                    .fma(z, DoubleVector.broadcast(LANES, Trigonometric.P0));
            DoubleVector p2 = DoubleVector.broadcast(LANES, Trigonometric.P3)
                    .fma(z, DoubleVector.broadcast(LANES, Trigonometric.P2));
            DoubleVector p4 = DoubleVector.broadcast(LANES, Trigonometric.P5)
                    .fma(z, DoubleVector.broadcast(LANES, Trigonometric.P4));
            DoubleVector p = p4.fma(z4, p2.fma(z2, p0));
            DoubleVector q0 = DoubleVector.broadcast(LANES, Trigonometric.Q1)
                    .fma(z, DoubleVector.broadcast(LANES, Trigonometric.Q0));
            DoubleVector q2 = DoubleVector.broadcast(LANES, Trigonometric.Q3)
                    .fma(z, DoubleVector.broadcast(LANES, Trigonometric.Q2));
            DoubleVector q4 = DoubleVector.broadcast(LANES, Trigonometric.Q5)
                    .fma(z, DoubleVector.broadcast(LANES, Trigonometric.Q4));
            DoubleVector q = q4.fma(z4, q2.fma(z2, q0));
            DoubleVector sine = r.add(r.mul(z).fma(p, half.neg().fma(s, s)));
            DoubleVector w = DoubleVector.broadcast(LANES, 1).sub(half);
            DoubleVector gone = DoubleVector.broadcast(LANES, 1).sub(w).sub(half);
            DoubleVector cosine = w.add(gone.add(z2.fma(q, r.mul(s).neg())));
            LongVector turns = shifted.reinterpretAsLongs();
            LongVector sign = turns.and(2)
                    .lanewise(VectorOperators.LSHL, 62)
                    .lanewise(VectorOperators.XOR, v.reinterpretAsLongs().and(Long.MIN_VALUE));
            sine.blend(cosine, turns.and(1).compare(VectorOperators.NE, 0).cast(LANES))
                    .reinterpretAsLongs()
                    .lanewise(VectorOperators.XOR, sign)
                    .reinterpretAsDoubles()
                    .intoArray(y, yAt + i);
        }
        Trigonometric.sin(x, xAt + end, y, yAt + end, n - end);
    }

    /// The cosine.
    static void cos(double[] x, int xAt, double[] y, int yAt, int n) {
        if (Domain.within(x, xAt, n, Trigonometric.FAR)) {
            cosInside(x, xAt, y, yAt, n);
            return;
        }
        for (int i = 0; i < n; i += Domain.BLOCK) {
            int size = Math.min(Domain.BLOCK, n - i);
            if (Domain.within(x, xAt + i, size, Trigonometric.FAR)) {
                cosInside(x, xAt + i, y, yAt + i, size);
            } else {
                Trigonometric.cos(x, xAt + i, y, yAt + i, size);
            }
        }
    }

    private static void cosInside(double[] x, int xAt, double[] y, int yAt, int n) {
        int end = LANES.loopBound(n);
        for (int i = 0; i < end; i += LANES.length()) {
            DoubleVector v = DoubleVector.fromArray(LANES, x, xAt + i);
            DoubleVector size = v.abs();
            DoubleVector shifted = size.fma(
                    DoubleVector.broadcast(LANES, Trigonometric.TWO_OVER_PI),
                    DoubleVector.broadcast(LANES, Exponential.SHIFT));
            DoubleVector k = shifted.sub(Exponential.SHIFT);
            DoubleVector near = k.fma(DoubleVector.broadcast(LANES, -Trigonometric.HALF_PI_HIGH), size);
            DoubleVector step = k.mul(Trigonometric.HALF_PI_MIDDLE);
            DoubleVector r = near.sub(step);
            DoubleVector over = k.fma(DoubleVector.broadcast(LANES, Trigonometric.HALF_PI_MIDDLE), step.neg());
            DoubleVector lost = near.sub(r).sub(step).sub(over);
            DoubleVector s = k.fma(DoubleVector.broadcast(LANES, -Trigonometric.HALF_PI_LOW), lost);
            DoubleVector z = r.mul(r);
            DoubleVector z2 = z.mul(z);
            DoubleVector z4 = z2.mul(z2);
            DoubleVector half = z.mul(0.5);
            DoubleVector p0 = DoubleVector.broadcast(LANES, Trigonometric.P1)
                    .fma(z, DoubleVector.broadcast(LANES, Trigonometric.P0));
            DoubleVector p2 = DoubleVector.broadcast(LANES, Trigonometric.P3)
                    .fma(z, DoubleVector.broadcast(LANES, Trigonometric.P2));
            DoubleVector p4 = DoubleVector.broadcast(LANES, Trigonometric.P5)
                    .fma(z, DoubleVector.broadcast(LANES, Trigonometric.P4));
            DoubleVector p = p4.fma(z4, p2.fma(z2, p0));
            DoubleVector q0 = DoubleVector.broadcast(LANES, Trigonometric.Q1)
                    .fma(z, DoubleVector.broadcast(LANES, Trigonometric.Q0));
            DoubleVector q2 = DoubleVector.broadcast(LANES, Trigonometric.Q3)
                    .fma(z, DoubleVector.broadcast(LANES, Trigonometric.Q2));
            DoubleVector q4 = DoubleVector.broadcast(LANES, Trigonometric.Q5)
                    .fma(z, DoubleVector.broadcast(LANES, Trigonometric.Q4));
            DoubleVector q = q4.fma(z4, q2.fma(z2, q0));
            DoubleVector sine = r.add(r.mul(z).fma(p, half.neg().fma(s, s)));
            DoubleVector w = DoubleVector.broadcast(LANES, 1).sub(half);
            DoubleVector gone = DoubleVector.broadcast(LANES, 1).sub(w).sub(half);
            DoubleVector cosine = w.add(gone.add(z2.fma(q, r.mul(s).neg())));
            LongVector turns = shifted.reinterpretAsLongs().add(1);
            LongVector sign = turns.and(2).lanewise(VectorOperators.LSHL, 62);
            sine.blend(cosine, turns.and(1).compare(VectorOperators.NE, 0).cast(LANES))
                    .reinterpretAsLongs()
                    .lanewise(VectorOperators.XOR, sign)
                    .reinterpretAsDoubles()
                    .intoArray(y, yAt + i);
        }
        Trigonometric.cos(x, xAt + end, y, yAt + end, n - end);
    }
}
