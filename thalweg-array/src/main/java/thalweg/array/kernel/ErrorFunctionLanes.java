package thalweg.array.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The vector twin of [ErrorFunction], operation by operation the same: both formulas, and the right one of them by
/// lane.
final class ErrorFunctionLanes {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

    private ErrorFunctionLanes() {}

    /// The error function.
    static void erf(double[] x, int xAt, double[] y, int yAt, int n) {
        int end = LANES.loopBound(n);
        for (int i = 0; i < end; i += LANES.length()) {
            DoubleVector v = DoubleVector.fromArray(LANES, x, xAt + i);
            DoubleVector size = v.abs();
            DoubleVector z = v.mul(v);
            DoubleVector z2 = z.mul(z);
            DoubleVector z4 = z2.mul(z2);
            DoubleVector z8 = z4.mul(z4);
            DoubleVector p0 = DoubleVector.broadcast(LANES, ErrorFunction.P1)
                    .fma(z, DoubleVector.broadcast(LANES, ErrorFunction.P0));
            DoubleVector p2 = DoubleVector.broadcast(LANES, ErrorFunction.P3)
                    .fma(z, DoubleVector.broadcast(LANES, ErrorFunction.P2));
            DoubleVector p4 = DoubleVector.broadcast(LANES, ErrorFunction.P5)
                    .fma(z, DoubleVector.broadcast(LANES, ErrorFunction.P4));
            DoubleVector p6 = DoubleVector.broadcast(LANES, ErrorFunction.P7)
                    .fma(z, DoubleVector.broadcast(LANES, ErrorFunction.P6));
            DoubleVector p8 = DoubleVector.broadcast(LANES, ErrorFunction.P9)
                    .fma(z, DoubleVector.broadcast(LANES, ErrorFunction.P8));
            DoubleVector p10 = DoubleVector.broadcast(LANES, ErrorFunction.P11)
                    .fma(z, DoubleVector.broadcast(LANES, ErrorFunction.P10));
            DoubleVector pa = p2.fma(z2, p0);
            DoubleVector pb = p6.fma(z2, p4);
            DoubleVector pc = p10.fma(z2, p8);
            DoubleVector p =
                    DoubleVector.broadcast(LANES, ErrorFunction.P12).fma(z4, pc).fma(z8, pb.fma(z4, pa));
            DoubleVector inner = size.fma(p, size);

            DoubleVector held =
                    size.blend(ErrorFunction.SATURATED, size.compare(VectorOperators.GT, ErrorFunction.SATURATED));
            DoubleVector u = held.sub(2).div(held.add(2));
            DoubleVector u2 = u.mul(u);
            DoubleVector u4 = u2.mul(u2);
            DoubleVector u8 = u4.mul(u4);
            DoubleVector t0 = DoubleVector.broadcast(LANES, ErrorFunction.Q1)
                    .fma(u, DoubleVector.broadcast(LANES, ErrorFunction.Q0));
            DoubleVector t2 = DoubleVector.broadcast(LANES, ErrorFunction.Q3)
                    .fma(u, DoubleVector.broadcast(LANES, ErrorFunction.Q2));
            DoubleVector t4 = DoubleVector.broadcast(LANES, ErrorFunction.Q5)
                    .fma(u, DoubleVector.broadcast(LANES, ErrorFunction.Q4));
            DoubleVector t6 = DoubleVector.broadcast(LANES, ErrorFunction.Q7)
                    .fma(u, DoubleVector.broadcast(LANES, ErrorFunction.Q6));
            DoubleVector t8 = DoubleVector.broadcast(LANES, ErrorFunction.Q9)
                    .fma(u, DoubleVector.broadcast(LANES, ErrorFunction.Q8));
            DoubleVector t10 = DoubleVector.broadcast(LANES, ErrorFunction.Q11)
                    .fma(u, DoubleVector.broadcast(LANES, ErrorFunction.Q10));
            DoubleVector t12 = DoubleVector.broadcast(LANES, ErrorFunction.Q13)
                    .fma(u, DoubleVector.broadcast(LANES, ErrorFunction.Q12));
            DoubleVector ta = t2.fma(u2, t0);
            DoubleVector tb = t6.fma(u2, t4);
            DoubleVector tc = t10.fma(u2, t8);
            DoubleVector td = DoubleVector.broadcast(LANES, ErrorFunction.Q14).fma(u2, t12);
            DoubleVector t = td.fma(u4, tc).fma(u8, tb.fma(u4, ta));

            DoubleVector down = held.mul(held).neg();
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
            DoubleVector outer = e.neg().fma(t, DoubleVector.broadcast(LANES, 1));

            outer.blend(inner, size.compare(VectorOperators.LT, 1))
                    .reinterpretAsLongs()
                    .and(Long.MAX_VALUE)
                    .or(v.reinterpretAsLongs().and(Long.MIN_VALUE))
                    .reinterpretAsDoubles()
                    .intoArray(y, yAt + i);
        }
        ErrorFunction.erf(x, xAt + end, y, yAt + end, n - end);
    }
}
