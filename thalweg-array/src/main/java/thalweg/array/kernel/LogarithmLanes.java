package thalweg.array.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The vector twins of [Logarithm], operation by operation the same; blocks with an argument out of the fast
/// range go to the scalar twin.
final class LogarithmLanes {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    /// Adding an integer to these bits adds it to the number.
    private static final long SHIFT_BITS = Double.doubleToRawLongBits(Exponential.SHIFT);

    private LogarithmLanes() {}

    /// `log x`; the polynomial carries the other sign than in the scalar twin, which saves an operation and changes no
    /// bit.
    static void log(double[] x, int xAt, double[] y, int yAt, int n) {
        if (Domain.between(x, xAt, n, Double.MIN_NORMAL, Double.MAX_VALUE)) {
            logInside(x, xAt, y, yAt, n);
            return;
        }
        for (int i = 0; i < n; i += Domain.BLOCK) {
            int size = Math.min(Domain.BLOCK, n - i);
            if (Domain.between(x, xAt + i, size, Double.MIN_NORMAL, Double.MAX_VALUE)) {
                logInside(x, xAt + i, y, yAt + i, size);
            } else {
                Logarithm.log(x, xAt + i, y, yAt + i, size);
            }
        }
    }

    private static void logInside(double[] x, int xAt, double[] y, int yAt, int n) {
        int end = LANES.loopBound(n);
        for (int i = 0; i < end; i += LANES.length()) {
            DoubleVector v = DoubleVector.fromArray(LANES, x, xAt + i);
            LongVector bits = v.reinterpretAsLongs();
            LongVector above = bits.sub(Logarithm.TWO_THIRDS);
            LongVector scale = above.and(Logarithm.EXPONENT);
            DoubleVector k = above.lanewise(VectorOperators.ASHR, 52)
                    .add(SHIFT_BITS)
                    .reinterpretAsDoubles()
                    .sub(Exponential.SHIFT);
            DoubleVector f = bits.sub(scale).reinterpretAsDoubles().sub(1);
            DoubleVector f2 = f.mul(f);
            DoubleVector f4 = f2.mul(f2);
            DoubleVector f8 = f4.mul(f4);
            DoubleVector q0 =
                    DoubleVector.broadcast(LANES, -Logarithm.Q1).fma(f, DoubleVector.broadcast(LANES, -Logarithm.Q0));
            DoubleVector q2 =
                    DoubleVector.broadcast(LANES, -Logarithm.Q3).fma(f, DoubleVector.broadcast(LANES, -Logarithm.Q2));
            DoubleVector q4 =
                    DoubleVector.broadcast(LANES, -Logarithm.Q5).fma(f, DoubleVector.broadcast(LANES, -Logarithm.Q4));
            DoubleVector q6 =
                    DoubleVector.broadcast(LANES, -Logarithm.Q7).fma(f, DoubleVector.broadcast(LANES, -Logarithm.Q6));
            DoubleVector q8 =
                    DoubleVector.broadcast(LANES, -Logarithm.Q9).fma(f, DoubleVector.broadcast(LANES, -Logarithm.Q8));
            DoubleVector q10 =
                    DoubleVector.broadcast(LANES, -Logarithm.Q11).fma(f, DoubleVector.broadcast(LANES, -Logarithm.Q10));
            DoubleVector q12 =
                    DoubleVector.broadcast(LANES, -Logarithm.Q13).fma(f, DoubleVector.broadcast(LANES, -Logarithm.Q12));
            DoubleVector q14 =
                    DoubleVector.broadcast(LANES, -Logarithm.Q15).fma(f, DoubleVector.broadcast(LANES, -Logarithm.Q14));
            DoubleVector q16 =
                    DoubleVector.broadcast(LANES, -Logarithm.Q17).fma(f, DoubleVector.broadcast(LANES, -Logarithm.Q16));
            DoubleVector a = q2.fma(f2, q0);
            DoubleVector b = q6.fma(f2, q4);
            DoubleVector c = q10.fma(f2, q8);
            DoubleVector d = q14.fma(f2, q12);
            DoubleVector e = DoubleVector.broadcast(LANES, -Logarithm.Q18).fma(f2, q16);
            DoubleVector q = e.fma(f8, d.fma(f4, c)).fma(f8, b.fma(f4, a));
            DoubleVector less = f2.mul(f).fma(q, k.mul(-Exponential.LN2_LOW));
            DoubleVector near = f.sub(f2.fma(DoubleVector.broadcast(LANES, 0.5), less));
            k.fma(DoubleVector.broadcast(LANES, Exponential.LN2_HIGH), near).intoArray(y, yAt + i);
        }
        Logarithm.log(x, xAt + end, y, yAt + end, n - end);
    }

    /// `log(1 + x)`
    static void log1p(double[] x, int xAt, double[] y, int yAt, int n) {
        if (Domain.between(x, xAt, n, 1, Double.MIN_NORMAL, Logarithm.HUGE)) {
            log1pInside(x, xAt, y, yAt, n);
            return;
        }
        for (int i = 0; i < n; i += Domain.BLOCK) {
            int size = Math.min(Domain.BLOCK, n - i);
            if (Domain.between(x, xAt + i, size, 1, Double.MIN_NORMAL, Logarithm.HUGE)) {
                log1pInside(x, xAt + i, y, yAt + i, size);
            } else {
                Logarithm.log1p(x, xAt + i, y, yAt + i, size);
            }
        }
    }

    private static void log1pInside(double[] x, int xAt, double[] y, int yAt, int n) {
        int end = LANES.loopBound(n);
        for (int i = 0; i < end; i += LANES.length()) {
            DoubleVector v = DoubleVector.fromArray(LANES, x, xAt + i);
            DoubleVector one = DoubleVector.broadcast(LANES, 1);
            DoubleVector u = v.add(1);
            DoubleVector part = u.sub(1);
            DoubleVector lost = one.sub(u.sub(part)).add(v.sub(part));
            LongVector bits = u.reinterpretAsLongs();
            LongVector above = bits.sub(Logarithm.TWO_THIRDS);
            LongVector scale = above.and(Logarithm.EXPONENT);
            DoubleVector k = above.lanewise(VectorOperators.ASHR, 52)
                    .add(SHIFT_BITS)
                    .reinterpretAsDoubles()
                    .sub(Exponential.SHIFT);
            DoubleVector f = bits.sub(scale).reinterpretAsDoubles().sub(1);
            DoubleVector shrink = bits.broadcast(Exponential.ONE).sub(scale).reinterpretAsDoubles();
            DoubleVector g = lost.mul(shrink);
            DoubleVector f2 = f.mul(f);
            DoubleVector f4 = f2.mul(f2);
            DoubleVector f8 = f4.mul(f4);
            DoubleVector q0 =
                    DoubleVector.broadcast(LANES, Logarithm.Q1).fma(f, DoubleVector.broadcast(LANES, Logarithm.Q0));
            DoubleVector q2 =
                    DoubleVector.broadcast(LANES, Logarithm.Q3).fma(f, DoubleVector.broadcast(LANES, Logarithm.Q2));
            DoubleVector q4 =
                    DoubleVector.broadcast(LANES, Logarithm.Q5).fma(f, DoubleVector.broadcast(LANES, Logarithm.Q4));
            DoubleVector q6 =
                    DoubleVector.broadcast(LANES, Logarithm.Q7).fma(f, DoubleVector.broadcast(LANES, Logarithm.Q6));
            DoubleVector q8 =
                    DoubleVector.broadcast(LANES, Logarithm.Q9).fma(f, DoubleVector.broadcast(LANES, Logarithm.Q8));
            DoubleVector q10 =
                    DoubleVector.broadcast(LANES, Logarithm.Q11).fma(f, DoubleVector.broadcast(LANES, Logarithm.Q10));
            DoubleVector q12 =
                    DoubleVector.broadcast(LANES, Logarithm.Q13).fma(f, DoubleVector.broadcast(LANES, Logarithm.Q12));
            DoubleVector q14 =
                    DoubleVector.broadcast(LANES, Logarithm.Q15).fma(f, DoubleVector.broadcast(LANES, Logarithm.Q14));
            DoubleVector q16 =
                    DoubleVector.broadcast(LANES, Logarithm.Q17).fma(f, DoubleVector.broadcast(LANES, Logarithm.Q16));
            DoubleVector a = q2.fma(f2, q0);
            DoubleVector b = q6.fma(f2, q4);
            DoubleVector c = q10.fma(f2, q8);
            DoubleVector d = q14.fma(f2, q12);
            DoubleVector e = DoubleVector.broadcast(LANES, Logarithm.Q18).fma(f2, q16);
            DoubleVector q = e.fma(f8, d.fma(f4, c)).fma(f8, b.fma(f4, a));
            DoubleVector slope = f.fma(f.sub(1), one);
            DoubleVector rest = f2.mul(f).fma(q, g.fma(slope, k.mul(Exponential.LN2_LOW)));
            DoubleVector near = f.sub(f2.mul(0.5).sub(rest));
            k.fma(DoubleVector.broadcast(LANES, Exponential.LN2_HIGH), near)
                    .reinterpretAsLongs()
                    .and(Long.MAX_VALUE)
                    .or(v.reinterpretAsLongs().and(Long.MIN_VALUE))
                    .reinterpretAsDoubles()
                    .intoArray(y, yAt + i);
        }
        Logarithm.log1p(x, xAt + end, y, yAt + end, n - end);
    }
}
