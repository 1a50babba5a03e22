package thalweg.array.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The block of 8 rows by 24 columns of a product whose operands are copied: A by columns of 8, B by rows of 24.
///
/// Sums as [Tile] does. With strides that the compiler knows, the loop holds nothing but 24 fma and 11 loads.
final class PackedTile {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_512;

    private PackedTile() {}

    /// `C += alpha A B` for 8 rows and 24 columns; no index depends on more than the loop, so none is checked in it.
    static void add(
            int depth, double[] a, int aAt, double[] b, int bAt, double alpha, double[] c, int cAt, int cStride) {
        DoubleVector c00 = DoubleVector.zero(LANES);
        DoubleVector c01 = c00;
        DoubleVector c02 = c00;
        DoubleVector c10 = c00;
        DoubleVector c11 = c00;
        DoubleVector c12 = c00;
        DoubleVector c20 = c00;
        DoubleVector c21 = c00;
        DoubleVector c22 = c00;
        DoubleVector c30 = c00;
        DoubleVector c31 = c00;
        DoubleVector c32 = c00;
        DoubleVector c40 = c00;
        DoubleVector c41 = c00;
        DoubleVector c42 = c00;
        DoubleVector c50 = c00;
        DoubleVector c51 = c00;
        DoubleVector c52 = c00;
        DoubleVector c60 = c00;
        DoubleVector c61 = c00;
        DoubleVector c62 = c00;
        DoubleVector c70 = c00;
        DoubleVector c71 = c00;
        DoubleVector c72 = c00;
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, bAt + 24 * p);
            DoubleVector b1 = DoubleVector.fromArray(LANES, b, bAt + 24 * p + 8);
            DoubleVector b2 = DoubleVector.fromArray(LANES, b, bAt + 24 * p + 16);
            DoubleVector x = DoubleVector.broadcast(LANES, a[aAt + 8 * p]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            c02 = x.fma(b2, c02);
            x = DoubleVector.broadcast(LANES, a[aAt + 8 * p + 1]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            c12 = x.fma(b2, c12);
            x = DoubleVector.broadcast(LANES, a[aAt + 8 * p + 2]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            c22 = x.fma(b2, c22);
            x = DoubleVector.broadcast(LANES, a[aAt + 8 * p + 3]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            c32 = x.fma(b2, c32);
            x = DoubleVector.broadcast(LANES, a[aAt + 8 * p + 4]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            c42 = x.fma(b2, c42);
            x = DoubleVector.broadcast(LANES, a[aAt + 8 * p + 5]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            c52 = x.fma(b2, c52);
            x = DoubleVector.broadcast(LANES, a[aAt + 8 * p + 6]);
            c60 = x.fma(b0, c60);
            c61 = x.fma(b1, c61);
            c62 = x.fma(b2, c62);
            x = DoubleVector.broadcast(LANES, a[aAt + 8 * p + 7]);
            c70 = x.fma(b0, c70);
            c71 = x.fma(b1, c71);
            c72 = x.fma(b2, c72);
        }
        DoubleVector f = DoubleVector.broadcast(LANES, alpha);
        int to = cAt;
        c00.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
        c01.fma(f, DoubleVector.fromArray(LANES, c, to + 8)).intoArray(c, to + 8);
        c02.fma(f, DoubleVector.fromArray(LANES, c, to + 16)).intoArray(c, to + 16);
        to += cStride;
        c10.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
        c11.fma(f, DoubleVector.fromArray(LANES, c, to + 8)).intoArray(c, to + 8);
        c12.fma(f, DoubleVector.fromArray(LANES, c, to + 16)).intoArray(c, to + 16);
        to += cStride;
        c20.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
        c21.fma(f, DoubleVector.fromArray(LANES, c, to + 8)).intoArray(c, to + 8);
        c22.fma(f, DoubleVector.fromArray(LANES, c, to + 16)).intoArray(c, to + 16);
        to += cStride;
        c30.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
        c31.fma(f, DoubleVector.fromArray(LANES, c, to + 8)).intoArray(c, to + 8);
        c32.fma(f, DoubleVector.fromArray(LANES, c, to + 16)).intoArray(c, to + 16);
        to += cStride;
        c40.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
        c41.fma(f, DoubleVector.fromArray(LANES, c, to + 8)).intoArray(c, to + 8);
        c42.fma(f, DoubleVector.fromArray(LANES, c, to + 16)).intoArray(c, to + 16);
        to += cStride;
        c50.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
        c51.fma(f, DoubleVector.fromArray(LANES, c, to + 8)).intoArray(c, to + 8);
        c52.fma(f, DoubleVector.fromArray(LANES, c, to + 16)).intoArray(c, to + 16);
        to += cStride;
        c60.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
        c61.fma(f, DoubleVector.fromArray(LANES, c, to + 8)).intoArray(c, to + 8);
        c62.fma(f, DoubleVector.fromArray(LANES, c, to + 16)).intoArray(c, to + 16);
        to += cStride;
        c70.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
        c71.fma(f, DoubleVector.fromArray(LANES, c, to + 8)).intoArray(c, to + 8);
        c72.fma(f, DoubleVector.fromArray(LANES, c, to + 16)).intoArray(c, to + 16);
    }
}
