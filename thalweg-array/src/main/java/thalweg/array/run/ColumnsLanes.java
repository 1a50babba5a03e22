package thalweg.array.run;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The vector twin of [Columns].
///
/// Loaded only where the vector module is present.
final class ColumnsLanes {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

    private ColumnsLanes() {}

    /// Adds the columns that fill vectors; returns how many.
    static int add(double[] x, int at, int n, int inner, double[] to, int place) {
        int width = LANES.length();
        int j = 0;
        for (; j + 4 * width <= inner; j += 4 * width) {
            DoubleVector a = DoubleVector.fromArray(LANES, to, place + j);
            DoubleVector b = DoubleVector.fromArray(LANES, to, place + j + width);
            DoubleVector c = DoubleVector.fromArray(LANES, to, place + j + 2 * width);
            DoubleVector d = DoubleVector.fromArray(LANES, to, place + j + 3 * width);
            for (int i = 0; i < n; i++) {
                int from = at + i * inner + j;
                a = a.add(DoubleVector.fromArray(LANES, x, from));
                b = b.add(DoubleVector.fromArray(LANES, x, from + width));
                c = c.add(DoubleVector.fromArray(LANES, x, from + 2 * width));
                d = d.add(DoubleVector.fromArray(LANES, x, from + 3 * width));
            }
            a.intoArray(to, place + j);
            b.intoArray(to, place + j + width);
            c.intoArray(to, place + j + 2 * width);
            d.intoArray(to, place + j + 3 * width);
        }
        for (; j + width <= inner; j += width) {
            DoubleVector a = DoubleVector.fromArray(LANES, to, place + j);
            for (int i = 0; i < n; i++) {
                a = a.add(DoubleVector.fromArray(LANES, x, at + i * inner + j));
            }
            a.intoArray(to, place + j);
        }
        return j;
    }
}
