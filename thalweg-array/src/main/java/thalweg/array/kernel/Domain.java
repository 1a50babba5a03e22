package thalweg.array.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Whether every element of a range lies where a fast formula holds, asked before its loop, so that the loop has
/// no branch.
///
/// Doubles of one sign are ordered as their bits are, and the bits of NaN lie beyond infinity.
final class Domain {
    /// Where a range is not all inside, it is taken in blocks of this size.
    static final int BLOCK = 64;

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

    private static final VectorSpecies<Long> WORDS = LongVector.SPECIES_PREFERRED;

    private Domain() {}

    /// `|x| <= most`
    static boolean within(double[] x, int at, int n, double most) {
        int end = LANES.loopBound(n);
        long top = Double.doubleToRawLongBits(most);
        LongVector limit = LongVector.broadcast(WORDS, top);
        LongVector beyond = LongVector.zero(WORDS);
        for (int i = 0; i < end; i += LANES.length()) {
            LongVector bits = DoubleVector.fromArray(LANES, x, at + i)
                    .reinterpretAsLongs()
                    .and(Long.MAX_VALUE);
            beyond = beyond.or(limit.sub(bits));
        }
        boolean inside = beyond.reduceLanes(VectorOperators.OR) >= 0;
        for (int i = end; i < n; i++) {
            inside &= Math.abs(x[at + i]) <= most;
        }
        return inside;
    }

    /// `least <= |x| <= most`, for `least >= 0`.
    static boolean sized(double[] x, int at, int n, double least, double most) {
        int end = LANES.loopBound(n);
        LongVector high = LongVector.zero(WORDS);
        LongVector low = LongVector.broadcast(WORDS, Long.MAX_VALUE);
        for (int i = 0; i < end; i += LANES.length()) {
            LongVector bits = DoubleVector.fromArray(LANES, x, at + i)
                    .reinterpretAsLongs()
                    .and(Long.MAX_VALUE);
            high = high.max(bits);
            low = low.min(bits);
        }
        boolean inside = high.reduceLanes(VectorOperators.MAX) <= Double.doubleToRawLongBits(most)
                && low.reduceLanes(VectorOperators.MIN) >= Double.doubleToRawLongBits(least);
        for (int i = end; i < n; i++) {
            double size = Math.abs(x[at + i]);
            inside &= size >= least && size <= most;
        }
        return inside;
    }

    /// `least <= x <= most`, for `least > 0`.
    static boolean between(double[] x, int at, int n, double least, double most) {
        int end = LANES.loopBound(n);
        LongVector low = LongVector.broadcast(WORDS, Double.doubleToRawLongBits(least));
        LongVector high = LongVector.broadcast(WORDS, Double.doubleToRawLongBits(most));
        LongVector beyond = LongVector.zero(WORDS);
        for (int i = 0; i < end; i += LANES.length()) {
            LongVector bits = DoubleVector.fromArray(LANES, x, at + i).reinterpretAsLongs();
            beyond = beyond.or(bits.sub(low).or(high.sub(bits)));
        }
        boolean inside = beyond.reduceLanes(VectorOperators.OR) >= 0;
        for (int i = end; i < n; i++) {
            inside &= x[at + i] >= least && x[at + i] <= most;
        }
        return inside;
    }

    /// `least <= shift + x <= most`, for `least > 0`.
    static boolean between(double[] x, int at, int n, double shift, double least, double most) {
        int end = LANES.loopBound(n);
        LongVector high = LongVector.zero(WORDS);
        LongVector low = LongVector.broadcast(WORDS, Long.MAX_VALUE);
        for (int i = 0; i < end; i += LANES.length()) {
            LongVector bits =
                    DoubleVector.fromArray(LANES, x, at + i).add(shift).reinterpretAsLongs();
            high = high.max(bits);
            low = low.min(bits);
        }
        boolean inside = high.reduceLanes(VectorOperators.MAX) <= Double.doubleToRawLongBits(most)
                && low.reduceLanes(VectorOperators.MIN) >= Double.doubleToRawLongBits(least);
        for (int i = end; i < n; i++) {
            double moved = shift + x[at + i];
            inside &= moved >= least && moved <= most;
        }
        return inside;
    }
}
