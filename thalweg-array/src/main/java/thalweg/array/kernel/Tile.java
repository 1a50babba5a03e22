package thalweg.array.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// A block of a matrix product held in registers, for processors with lanes of 8: up to 8 rows by 24 columns.
///
/// `C += alpha A B` over at most [PlainProduct#DEPTH] terms: a chain of fma from zero for each element, then one fma
/// with `alpha`. Element `(i, p)` of A is at `aAt + i * aRow + p * aColumn`, row `p` of B at `bAt + p * bStride`.
/// Nothing is masked: the first compiler gives up on methods with many masked accesses, and the second then never
/// sees them.
final class Tile {
    static final int ROWS = 8;
    static final int COLUMNS = 24;

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_512;

    private Tile() {}

    /// The block of `rows` by `columns`, where B can be read to the next multiple of 8; a block that is not whole goes
    /// through `scratch`, of 192 elements.
    static void add(
            int depth,
            int rows,
            int columns,
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
            int cStride,
            double[] scratch) {
        if (rows == ROWS && columns == COLUMNS) {
            three(depth, rows, a, aAt, aRow, aColumn, b, bAt, bStride, alpha, c, cAt, cStride);
            return;
        }
        boolean whole = rows == ROWS && columns % 8 == 0;
        double[] to = whole ? c : scratch;
        int at = whole ? cAt : 0;
        int stride = whole ? cStride : COLUMNS;
        if (!whole) {
            copy(rows, columns, c, cAt, cStride, scratch, 0, COLUMNS);
        }
        switch (columns + 7 >> 3) {
            case 3 -> three(depth, rows, a, aAt, aRow, aColumn, b, bAt, bStride, alpha, to, at, stride);
            case 2 -> NarrowTile.two(depth, rows, a, aAt, aRow, aColumn, b, bAt, bStride, alpha, to, at, stride);
            default -> NarrowTile.one(depth, rows, a, aAt, aRow, aColumn, b, bAt, bStride, alpha, to, at, stride);
        }
        if (!whole) {
            copy(rows, columns, scratch, 0, COLUMNS, c, cAt, cStride);
        }
    }

    private static void copy(int rows, int columns, double[] x, int at, int stride, double[] y, int to, int toStride) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(x, at + i * stride, y, to + i * toStride, columns);
        }
    }

    /// 24 columns, all 8 rows of C; rows of A from `rows` on repeat the last.
    private static void three(
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
        int q = bAt;
        int s = 0;
        for (int p = 0; p < depth; p++) {
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, q);
            DoubleVector b1 = DoubleVector.fromArray(LANES, b, q + 8);
            DoubleVector b2 = DoubleVector.fromArray(LANES, b, q + 16);
            DoubleVector x = DoubleVector.broadcast(LANES, a[a0 + s]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            c02 = x.fma(b2, c02);
            x = DoubleVector.broadcast(LANES, a[a1 + s]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            c12 = x.fma(b2, c12);
            x = DoubleVector.broadcast(LANES, a[a2 + s]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            c22 = x.fma(b2, c22);
            x = DoubleVector.broadcast(LANES, a[a3 + s]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            c32 = x.fma(b2, c32);
            x = DoubleVector.broadcast(LANES, a[a4 + s]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            c42 = x.fma(b2, c42);
            x = DoubleVector.broadcast(LANES, a[a5 + s]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            c52 = x.fma(b2, c52);
            x = DoubleVector.broadcast(LANES, a[a6 + s]);
            c60 = x.fma(b0, c60);
            c61 = x.fma(b1, c61);
            c62 = x.fma(b2, c62);
            x = DoubleVector.broadcast(LANES, a[a7 + s]);
            c70 = x.fma(b0, c70);
            c71 = x.fma(b1, c71);
            c72 = x.fma(b2, c72);
            q += bStride;
            s += aColumn;
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
