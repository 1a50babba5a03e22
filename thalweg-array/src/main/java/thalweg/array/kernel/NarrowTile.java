package thalweg.array.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The blocks of [Tile] with 16 and with 8 columns.
final class NarrowTile {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_512;

    private NarrowTile() {}

    /// 16 columns, all 8 rows of C; rows of A from `rows` on repeat the last.
    static void two(
            int depth,
            int rows,
            double[] a,
            int aAt,
            int aRow,
            int aColumn,
            double[] b,
            int bAt,
            int bStride,
            double alpha,
            double[] c,
            int cAt,
            int cStride) {
        int a0 = aAt;
        int a1 = aAt + Math.min(1, rows - 1) * aRow;
        int a2 = aAt + Math.min(2, rows - 1) * aRow;
        int a3 = aAt + Math.min(3, rows - 1) * aRow;
        int a4 = aAt + Math.min(4, rows - 1) * aRow;
        int a5 = aAt + Math.min(5, rows - 1) * aRow;
        int a6 = aAt + Math.min(6, rows - 1) * aRow;
        int a7 = aAt + Math.min(7, rows - 1) * aRow;
        DoubleVector c00 = DoubleVector.zero(LANES);
        DoubleVector c01 = c00;
        DoubleVector c10 = c00;
        DoubleVector c11 = c00;
        DoubleVector c20 = c00;
        DoubleVector c21 = c00;
        DoubleVector c30 = c00;
        DoubleVector c31 = c00;
        DoubleVector c40 = c00;
        DoubleVector c41 = c00;
        DoubleVector c50 = c00;
        DoubleVector c51 = c00;
        DoubleVector c60 = c00;
        DoubleVector c61 = c00;
        DoubleVector c70 = c00;
        DoubleVector c71 = c00;
        int q = bAt;
        int s = 0;
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, q);
            DoubleVector b1 = DoubleVector.fromArray(LANES, b, q + 8);
            DoubleVector x = DoubleVector.broadcast(LANES, a[a0 + s]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            x = DoubleVector.broadcast(LANES, a[a1 + s]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = DoubleVector.broadcast(LANES, a[a2 + s]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            x = DoubleVector.broadcast(LANES, a[a3 + s]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = DoubleVector.broadcast(LANES, a[a4 + s]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            x = DoubleVector.broadcast(LANES, a[a5 + s]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            x = DoubleVector.broadcast(LANES, a[a6 + s]);
            c60 = x.fma(b0, c60);
            c61 = x.fma(b1, c61);
            x = DoubleVector.broadcast(LANES, a[a7 + s]);
            c70 = x.fma(b0, c70);
            c71 = x.fma(b1, c71);
            q += bStride;
            s += aColumn;
        }
        DoubleVector f = DoubleVector.broadcast(LANES, alpha);
        int to = cAt;
        c00.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
        c01.fma(f, DoubleVector.fromArray(LANES, c, to + 8)).intoArray(c, to + 8);
        to += cStride;
        c10.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
        c11.fma(f, DoubleVector.fromArray(LANES, c, to + 8)).intoArray(c, to + 8);
        to += cStride;
        c20.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
        c21.fma(f, DoubleVector.fromArray(LANES, c, to + 8)).intoArray(c, to + 8);
        to += cStride;
        c30.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
        c31.fma(f, DoubleVector.fromArray(LANES, c, to + 8)).intoArray(c, to + 8);
        to += cStride;
        c40.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
        c41.fma(f, DoubleVector.fromArray(LANES, c, to + 8)).intoArray(c, to + 8);
        to += cStride;
        c50.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
        c51.fma(f, DoubleVector.fromArray(LANES, c, to + 8)).intoArray(c, to + 8);
        to += cStride;
        c60.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
        c61.fma(f, DoubleVector.fromArray(LANES, c, to + 8)).intoArray(c, to + 8);
        to += cStride;
        c70.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
        c71.fma(f, DoubleVector.fromArray(LANES, c, to + 8)).intoArray(c, to + 8);
    }

    /// 8 columns.
    static void one(
            int depth,
            int rows,
            double[] a,
            int aAt,
            int aRow,
            int aColumn,
            double[] b,
            int bAt,
            int bStride,
            double alpha,
            double[] c,
            int cAt,
            int cStride) {
        int a0 = aAt;
        int a1 = aAt + Math.min(1, rows - 1) * aRow;
        int a2 = aAt + Math.min(2, rows - 1) * aRow;
        int a3 = aAt + Math.min(3, rows - 1) * aRow;
        int a4 = aAt + Math.min(4, rows - 1) * aRow;
        int a5 = aAt + Math.min(5, rows - 1) * aRow;
        int a6 = aAt + Math.min(6, rows - 1) * aRow;
        int a7 = aAt + Math.min(7, rows - 1) * aRow;
        DoubleVector c00 = DoubleVector.zero(LANES);
        DoubleVector c10 = c00;
        DoubleVector c20 = c00;
        DoubleVector c30 = c00;
        DoubleVector c40 = c00;
        DoubleVector c50 = c00;
        DoubleVector c60 = c00;
        DoubleVector c70 = c00;
        int q = bAt;
        int s = 0;
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, q);
            DoubleVector x = DoubleVector.broadcast(LANES, a[a0 + s]);
            c00 = x.fma(b0, c00);
            x = DoubleVector.broadcast(LANES, a[a1 + s]);
            c10 = x.fma(b0, c10);
            x = DoubleVector.broadcast(LANES, a[a2 + s]);
            c20 = x.fma(b0, c20);
            x = DoubleVector.broadcast(LANES, a[a3 + s]);
            c30 = x.fma(b0, c30);
            x = DoubleVector.broadcast(LANES, a[a4 + s]);
            c40 = x.fma(b0, c40);
            x = DoubleVector.broadcast(LANES, a[a5 + s]);
            c50 = x.fma(b0, c50);
            x = DoubleVector.broadcast(LANES, a[a6 + s]);
            c60 = x.fma(b0, c60);
            x = DoubleVector.broadcast(LANES, a[a7 + s]);
            c70 = x.fma(b0, c70);
            q += bStride;
            s += aColumn;
        }
        DoubleVector f = DoubleVector.broadcast(LANES, alpha);
        int to = cAt;
        c00.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
        to += cStride;
        c10.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
        to += cStride;
        c20.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
        to += cStride;
        c30.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
        to += cStride;
        c40.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
        to += cStride;
        c50.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
        to += cStride;
        c60.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
        to += cStride;
        c70.fma(f, DoubleVector.fromArray(LANES, c, to)).intoArray(c, to);
    }
}
