package thalweg.array.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// A block of a matrix product held in registers, for processors with lanes of 8: up to 6 rows by 8, 16 or 24 columns.
///
/// `C += alpha A B` over at most [PlainProduct#DEPTH] terms: a chain of fma from zero for each element, then one fma
/// with
/// `alpha`. Element `(i, p)` of A is at `aAt + i * aRow + p * aColumn`, row `p` of B at `bAt + p * bStride`. Missing
/// rows
/// are computed twice and not stored. Nothing is masked: the first compiler gives up on methods with many masked
/// accesses, and the second then never sees them.
final class Tile {
    static final int ROWS = 6;
    static final int COLUMNS = 24;

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_512;

    private Tile() {}

    /// The block of `rows` by `columns`, where columns are 8, 16 or 24.
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
            int cStride) {
        switch (columns) {
            case 24 -> three(depth, rows, a, aAt, aRow, aColumn, b, bAt, bStride, alpha, c, cAt, cStride);
            case 16 -> two(depth, rows, a, aAt, aRow, aColumn, b, bAt, bStride, alpha, c, cAt, cStride);
            default -> one(depth, rows, a, aAt, aRow, aColumn, b, bAt, bStride, alpha, c, cAt, cStride);
        }
    }

    /// The block of `rows` by any `columns` up to 24, where B can be read to the next multiple of 8: C goes through
    /// `scratch`, of 144 elements.
    static void edge(
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
        for (int i = 0; i < rows; i++) {
            System.arraycopy(c, cAt + i * cStride, scratch, i * COLUMNS, columns);
        }
        add(depth, rows, columns + 7 & -8, a, aAt, aRow, aColumn, b, bAt, bStride, alpha, scratch, 0, COLUMNS);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(scratch, i * COLUMNS, c, cAt + i * cStride, columns);
        }
    }

    /// 24 columns.
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
        int a1 = aAt + Math.min(1, rows - 1) * aRow;
        int a2 = aAt + Math.min(2, rows - 1) * aRow;
        int a3 = aAt + Math.min(3, rows - 1) * aRow;
        int a4 = aAt + Math.min(4, rows - 1) * aRow;
        int a5 = aAt + Math.min(5, rows - 1) * aRow;
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
        int q = bAt;
        for (int p = 0; p < depth * aColumn; p += aColumn) {
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, q);
            DoubleVector b1 = DoubleVector.fromArray(LANES, b, q + 8);
            DoubleVector b2 = DoubleVector.fromArray(LANES, b, q + 16);
            DoubleVector x = DoubleVector.broadcast(LANES, a[aAt + p]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            c02 = x.fma(b2, c02);
            x = DoubleVector.broadcast(LANES, a[a1 + p]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            c12 = x.fma(b2, c12);
            x = DoubleVector.broadcast(LANES, a[a2 + p]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            c22 = x.fma(b2, c22);
            x = DoubleVector.broadcast(LANES, a[a3 + p]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            c32 = x.fma(b2, c32);
            x = DoubleVector.broadcast(LANES, a[a4 + p]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            c42 = x.fma(b2, c42);
            x = DoubleVector.broadcast(LANES, a[a5 + p]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            c52 = x.fma(b2, c52);
            q += bStride;
        }
        DoubleVector f = DoubleVector.broadcast(LANES, alpha);
        c00.fma(f, DoubleVector.fromArray(LANES, c, cAt)).intoArray(c, cAt);
        c01.fma(f, DoubleVector.fromArray(LANES, c, cAt + 8)).intoArray(c, cAt + 8);
        c02.fma(f, DoubleVector.fromArray(LANES, c, cAt + 16)).intoArray(c, cAt + 16);
        if (rows == 1) {
            return;
        }
        int row1 = cAt + cStride;
        c10.fma(f, DoubleVector.fromArray(LANES, c, row1)).intoArray(c, row1);
        c11.fma(f, DoubleVector.fromArray(LANES, c, row1 + 8)).intoArray(c, row1 + 8);
        c12.fma(f, DoubleVector.fromArray(LANES, c, row1 + 16)).intoArray(c, row1 + 16);
        if (rows == 2) {
            return;
        }
        int row2 = cAt + 2 * cStride;
        c20.fma(f, DoubleVector.fromArray(LANES, c, row2)).intoArray(c, row2);
        c21.fma(f, DoubleVector.fromArray(LANES, c, row2 + 8)).intoArray(c, row2 + 8);
        c22.fma(f, DoubleVector.fromArray(LANES, c, row2 + 16)).intoArray(c, row2 + 16);
        if (rows == 3) {
            return;
        }
        int row3 = cAt + 3 * cStride;
        c30.fma(f, DoubleVector.fromArray(LANES, c, row3)).intoArray(c, row3);
        c31.fma(f, DoubleVector.fromArray(LANES, c, row3 + 8)).intoArray(c, row3 + 8);
        c32.fma(f, DoubleVector.fromArray(LANES, c, row3 + 16)).intoArray(c, row3 + 16);
        if (rows == 4) {
            return;
        }
        int row4 = cAt + 4 * cStride;
        c40.fma(f, DoubleVector.fromArray(LANES, c, row4)).intoArray(c, row4);
        c41.fma(f, DoubleVector.fromArray(LANES, c, row4 + 8)).intoArray(c, row4 + 8);
        c42.fma(f, DoubleVector.fromArray(LANES, c, row4 + 16)).intoArray(c, row4 + 16);
        if (rows == 5) {
            return;
        }
        int row5 = cAt + 5 * cStride;
        c50.fma(f, DoubleVector.fromArray(LANES, c, row5)).intoArray(c, row5);
        c51.fma(f, DoubleVector.fromArray(LANES, c, row5 + 8)).intoArray(c, row5 + 8);
        c52.fma(f, DoubleVector.fromArray(LANES, c, row5 + 16)).intoArray(c, row5 + 16);
    }

    /// 16 columns.
    private static void two(
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
        int a1 = aAt + Math.min(1, rows - 1) * aRow;
        int a2 = aAt + Math.min(2, rows - 1) * aRow;
        int a3 = aAt + Math.min(3, rows - 1) * aRow;
        int a4 = aAt + Math.min(4, rows - 1) * aRow;
        int a5 = aAt + Math.min(5, rows - 1) * aRow;
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
        int q = bAt;
        for (int p = 0; p < depth * aColumn; p += aColumn) {
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, q);
            DoubleVector b1 = DoubleVector.fromArray(LANES, b, q + 8);
            DoubleVector x = DoubleVector.broadcast(LANES, a[aAt + p]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            x = DoubleVector.broadcast(LANES, a[a1 + p]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = DoubleVector.broadcast(LANES, a[a2 + p]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            x = DoubleVector.broadcast(LANES, a[a3 + p]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = DoubleVector.broadcast(LANES, a[a4 + p]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            x = DoubleVector.broadcast(LANES, a[a5 + p]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            q += bStride;
        }
        DoubleVector f = DoubleVector.broadcast(LANES, alpha);
        c00.fma(f, DoubleVector.fromArray(LANES, c, cAt)).intoArray(c, cAt);
        c01.fma(f, DoubleVector.fromArray(LANES, c, cAt + 8)).intoArray(c, cAt + 8);
        if (rows == 1) {
            return;
        }
        int row1 = cAt + cStride;
        c10.fma(f, DoubleVector.fromArray(LANES, c, row1)).intoArray(c, row1);
        c11.fma(f, DoubleVector.fromArray(LANES, c, row1 + 8)).intoArray(c, row1 + 8);
        if (rows == 2) {
            return;
        }
        int row2 = cAt + 2 * cStride;
        c20.fma(f, DoubleVector.fromArray(LANES, c, row2)).intoArray(c, row2);
        c21.fma(f, DoubleVector.fromArray(LANES, c, row2 + 8)).intoArray(c, row2 + 8);
        if (rows == 3) {
            return;
        }
        int row3 = cAt + 3 * cStride;
        c30.fma(f, DoubleVector.fromArray(LANES, c, row3)).intoArray(c, row3);
        c31.fma(f, DoubleVector.fromArray(LANES, c, row3 + 8)).intoArray(c, row3 + 8);
        if (rows == 4) {
            return;
        }
        int row4 = cAt + 4 * cStride;
        c40.fma(f, DoubleVector.fromArray(LANES, c, row4)).intoArray(c, row4);
        c41.fma(f, DoubleVector.fromArray(LANES, c, row4 + 8)).intoArray(c, row4 + 8);
        if (rows == 5) {
            return;
        }
        int row5 = cAt + 5 * cStride;
        c50.fma(f, DoubleVector.fromArray(LANES, c, row5)).intoArray(c, row5);
        c51.fma(f, DoubleVector.fromArray(LANES, c, row5 + 8)).intoArray(c, row5 + 8);
    }

    /// 8 columns.
    private static void one(
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
        int a1 = aAt + Math.min(1, rows - 1) * aRow;
        int a2 = aAt + Math.min(2, rows - 1) * aRow;
        int a3 = aAt + Math.min(3, rows - 1) * aRow;
        int a4 = aAt + Math.min(4, rows - 1) * aRow;
        int a5 = aAt + Math.min(5, rows - 1) * aRow;
        DoubleVector c00 = DoubleVector.zero(LANES);
        DoubleVector c10 = c00;
        DoubleVector c20 = c00;
        DoubleVector c30 = c00;
        DoubleVector c40 = c00;
        DoubleVector c50 = c00;
        int q = bAt;
        for (int p = 0; p < depth * aColumn; p += aColumn) {
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, q);
            DoubleVector x = DoubleVector.broadcast(LANES, a[aAt + p]);
            c00 = x.fma(b0, c00);
            x = DoubleVector.broadcast(LANES, a[a1 + p]);
            c10 = x.fma(b0, c10);
            x = DoubleVector.broadcast(LANES, a[a2 + p]);
            c20 = x.fma(b0, c20);
            x = DoubleVector.broadcast(LANES, a[a3 + p]);
            c30 = x.fma(b0, c30);
            x = DoubleVector.broadcast(LANES, a[a4 + p]);
            c40 = x.fma(b0, c40);
            x = DoubleVector.broadcast(LANES, a[a5 + p]);
            c50 = x.fma(b0, c50);
            q += bStride;
        }
        DoubleVector f = DoubleVector.broadcast(LANES, alpha);
        c00.fma(f, DoubleVector.fromArray(LANES, c, cAt)).intoArray(c, cAt);
        if (rows == 1) {
            return;
        }
        int row1 = cAt + cStride;
        c10.fma(f, DoubleVector.fromArray(LANES, c, row1)).intoArray(c, row1);
        if (rows == 2) {
            return;
        }
        int row2 = cAt + 2 * cStride;
        c20.fma(f, DoubleVector.fromArray(LANES, c, row2)).intoArray(c, row2);
        if (rows == 3) {
            return;
        }
        int row3 = cAt + 3 * cStride;
        c30.fma(f, DoubleVector.fromArray(LANES, c, row3)).intoArray(c, row3);
        if (rows == 4) {
            return;
        }
        int row4 = cAt + 4 * cStride;
        c40.fma(f, DoubleVector.fromArray(LANES, c, row4)).intoArray(c, row4);
        if (rows == 5) {
            return;
        }
        int row5 = cAt + 5 * cStride;
        c50.fma(f, DoubleVector.fromArray(LANES, c, row5)).intoArray(c, row5);
    }
}
