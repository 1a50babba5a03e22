package thalweg.array.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The vector twin of [Angle], operation by operation the same; blocks with a coordinate out of the fast range go
/// to the scalar twin.
final class AngleLanes {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

    private static final int SPAN = Domain.BLOCK;

    private AngleLanes() {}

    /// The angle from the x axis to `(x, y)`.
    static void atan2(double[] y, int yAt, double[] x, int xAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i += SPAN) {
            int size = Math.min(SPAN, n - i);
            if (Domain.sized(y, yAt + i, size, Angle.LEAST, Angle.MOST)
                    && Domain.sized(x, xAt + i, size, Angle.LEAST, Angle.MOST)) {
                inside(y, yAt + i, x, xAt + i, z, zAt + i, size);
            } else {
                Angle.atan2(y, yAt + i, x, xAt + i, z, zAt + i, size);
            }
        }
    }

    private static void inside(double[] y, int yAt, double[] x, int xAt, double[] z, int zAt, int n) {
        int end = LANES.loopBound(n);
        for (int i = 0; i < end; i += LANES.length()) {
            DoubleVector b = DoubleVector.fromArray(LANES, y, yAt + i);
            DoubleVector a = DoubleVector.fromArray(LANES, x, xAt + i);
            DoubleVector high = b.abs();
            DoubleVector wide = a.abs();
            VectorMask<Double> up = high.compare(VectorOperators.GT, wide);
            DoubleVector large = wide.blend(high, up);
            DoubleVector small = high.blend(wide, up);
            VectorMask<Double> steep = small.compare(VectorOperators.GT, large.mul(Angle.EIGHTH));
            DoubleVector above = small.blend(small.sub(large), steep);
            DoubleVector t = above.div(large.blend(small.add(large), steep));
            DoubleVector s = t.mul(t);
            DoubleVector s2 = s.mul(s);
            DoubleVector s4 = s2.mul(s2);
            DoubleVector q0 = DoubleVector.broadcast(LANES, Angle.Q1).fma(s, DoubleVector.broadcast(LANES, Angle.Q0));
            DoubleVector q2 = DoubleVector.broadcast(LANES, Angle.Q3).fma(s, DoubleVector.broadcast(LANES, Angle.Q2));
            DoubleVector q4 = DoubleVector.broadcast(LANES, Angle.Q5).fma(s, DoubleVector.broadcast(LANES, Angle.Q4));
            DoubleVector q6 = DoubleVector.broadcast(LANES, Angle.Q7).fma(s, DoubleVector.broadcast(LANES, Angle.Q6));
            DoubleVector q8 = DoubleVector.broadcast(LANES, Angle.Q9).fma(s, DoubleVector.broadcast(LANES, Angle.Q8));
            DoubleVector qa = q2.fma(s2, q0);
            DoubleVector qb = q6.fma(s2, q4);
            DoubleVector qc = DoubleVector.broadcast(LANES, Angle.Q10).fma(s2, q8);
            DoubleVector q = qc.fma(s4, qb).fma(s4, qa);
            DoubleVector arc = t.mul(s).fma(q, t);
            VectorMask<Double> left = a.compare(VectorOperators.LT, 0);
            DoubleVector zero = DoubleVector.zero(LANES);
            DoubleVector quarters = zero.blend(1, steep);
            quarters = quarters.blend(DoubleVector.broadcast(LANES, 2).sub(quarters), up);
            quarters = quarters.blend(DoubleVector.broadcast(LANES, 4).sub(quarters), left);
            DoubleVector turned = arc.blend(arc.neg(), up.xor(left));
            quarters.fma(
                            DoubleVector.broadcast(LANES, Angle.QUARTER_PI_HIGH),
                            quarters.fma(DoubleVector.broadcast(LANES, Angle.QUARTER_PI_LOW), turned))
                    .reinterpretAsLongs()
                    .and(Long.MAX_VALUE)
                    .or(b.reinterpretAsLongs().and(Long.MIN_VALUE))
                    .reinterpretAsDoubles()
                    .intoArray(z, zAt + i);
        }
        Angle.atan2(y, yAt + end, x, xAt + end, z, zAt + end, n - end);
    }
}
