package thalweg.array.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The vector twin of [Power], operation by operation the same; blocks with a base or a result out of the fast range
/// go to the scalar twin.
final class PowerLanes {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final long SHIFT_BITS = Double.doubleToRawLongBits(Exponential.SHIFT);

    private PowerLanes() {}

    /// `x^y`
    static void pow(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        int end = LANES.loopBound(n);
        for (int i = 0; i < end; i += LANES.length()) {
            DoubleVector v = DoubleVector.fromArray(LANES, x, xAt + i);
            DoubleVector w = DoubleVector.fromArray(LANES, y, yAt + i);
            LongVector bits = v.reinterpretAsLongs();
            LongVector above = bits.sub(Logarithm.TWO_THIRDS);
            DoubleVector two = above.lanewise(VectorOperators.ASHR, 52)
                    .add(SHIFT_BITS)
                    .reinterpretAsDoubles()
                    .sub(Exponential.SHIFT);
            DoubleVector m = bits.sub(above.and(Logarithm.EXPONENT)).reinterpretAsDoubles();
            DoubleVector d = m.add(1);
            DoubleVector dLow = m.sub(d.sub(1));
            DoubleVector inverse = DoubleVector.broadcast(LANES, 1).div(d);
            DoubleVector f = m.sub(1);
            DoubleVector s = f.mul(inverse);
            DoubleVector sLow = s.neg().fma(d, f).sub(s.mul(dLow)).mul(inverse);
            DoubleVector s2 = s.mul(s);
            DoubleVector s2Low = s.fma(s, s2.neg()).add(s.mul(2).mul(sLow));
            DoubleVector cube = s.mul(s2);
            DoubleVector cubeLow = s.fma(s2, cube.neg()).add(s.fma(s2Low, sLow.mul(s2)));
            DoubleVector third = cube.mul(Power.THIRD_HIGH);
            DoubleVector thirdLow = cube.fma(DoubleVector.broadcast(LANES, Power.THIRD_HIGH), third.neg())
                    .add(cube.fma(DoubleVector.broadcast(LANES, Power.THIRD_LOW), cubeLow.mul(Power.THIRD_HIGH)));
            DoubleVector s4 = s2.mul(s2);
            DoubleVector s8 = s4.mul(s4);
            DoubleVector g0 = DoubleVector.broadcast(LANES, Power.Q1).fma(s2, DoubleVector.broadcast(LANES, Power.Q0));
            DoubleVector g2 = DoubleVector.broadcast(LANES, Power.Q3).fma(s2, DoubleVector.broadcast(LANES, Power.Q2));
            DoubleVector g4 = DoubleVector.broadcast(LANES, Power.Q5).fma(s2, DoubleVector.broadcast(LANES, Power.Q4));
            DoubleVector g = DoubleVector.broadcast(LANES, Power.Q6).fma(s4, g4).fma(s8, g2.fma(s4, g0));
            DoubleVector rest = cube.mul(s2).fma(g, thirdLow.add(sLow));
            DoubleVector half = s.add(third);
            DoubleVector halfLow = s.sub(half).add(third).add(rest);
            DoubleVector whole = two.mul(Exponential.LN2_HIGH);
            DoubleVector wholeLow = two.fma(
                    DoubleVector.broadcast(LANES, Exponential.LN2_LOW),
                    two.fma(DoubleVector.broadcast(LANES, Exponential.LN2_HIGH), whole.neg()));
            DoubleVector log = half.fma(DoubleVector.broadcast(LANES, 2), whole);
            DoubleVector logLow = half.fma(DoubleVector.broadcast(LANES, 2), whole.sub(log))
                    .add(halfLow.fma(DoubleVector.broadcast(LANES, 2), wholeLow));
            DoubleVector p = w.mul(log);
            boolean fast = p.abs()
                    .compare(VectorOperators.LE, Exponential.NORMAL)
                    .and(v.compare(VectorOperators.GE, Double.MIN_NORMAL))
                    .and(v.compare(VectorOperators.LE, Double.MAX_VALUE))
                    .allTrue();
            if (!fast) {
                Power.pow(x, xAt + i, y, yAt + i, z, zAt + i, LANES.length());
                continue;
            }
            DoubleVector pLow = w.fma(logLow, w.fma(log, p.neg()));
            DoubleVector shifted = p.fma(
                    DoubleVector.broadcast(LANES, Exponential.INVERSE_LN2),
                    DoubleVector.broadcast(LANES, Exponential.SHIFT));
            DoubleVector k = shifted.sub(Exponential.SHIFT);
            DoubleVector r = k.fma(DoubleVector.broadcast(LANES, -Exponential.LN2_HIGH), p)
                    .add(k.fma(DoubleVector.broadcast(LANES, -Exponential.LN2_LOW), pLow));
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
            e.intoArray(z, zAt + i);
        }
        Power.pow(x, xAt + end, y, yAt + end, z, zAt + end, n - end);
    }
}
