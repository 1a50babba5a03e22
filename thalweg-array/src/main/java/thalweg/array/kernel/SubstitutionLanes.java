package thalweg.array.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The vector twin of [Substitution], for processors with lanes of 8: four rows by 24 or 8 columns in registers.
final class SubstitutionLanes {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_512;
    private static final int ROWS = 4;

    private SubstitutionLanes() {}

    static void solve(
            boolean down,
            boolean unit,
            double[] t,
            int tAt,
            int across,
            int along,
            int n,
            double[] b,
            int bAt,
            int bStride,
            int columns) {
        int first = down ? tAt : tAt + (n - 1) * (across + along);
        int start = down ? bAt : bAt + (n - 1) * bStride;
        int sign = down ? 1 : -1;
        int j = 0;
        for (; j + 24 <= columns; j += 24) {
            strip(24, unit, t, first, sign * across, sign * along, n, b, start + j, sign * bStride);
        }
        for (; j + 8 <= columns; j += 8) {
            strip(8, unit, t, first, sign * across, sign * along, n, b, start + j, sign * bStride);
        }
        Substitution.rows(0, n, unit, t, first, sign * across, sign * along, b, start + j, sign * bStride, columns - j);
    }

    private static void strip(
            int columns,
            boolean unit,
            double[] t,
            int tAt,
            int across,
            int along,
            int n,
            double[] b,
            int bAt,
            int bStride) {
        int i = 0;
        for (; i + ROWS <= n; i += ROWS) {
            if (columns == 24) {
                wide(i, t, tAt, across, along, b, bAt, bStride);
            } else {
                narrow(i, t, tAt, across, along, b, bAt, bStride);
            }
            for (int p = i; p < i + ROWS; p++) {
                finish(p, i, columns, unit, t, tAt, across, along, b, bAt, bStride);
            }
        }
        for (; i < n; i++) {
            finish(i, 0, columns, unit, t, tAt, across, along, b, bAt, bStride);
        }
    }

    /// Row `i` less its terms from `from` on, divided.
    private static void finish(
            int i,
            int from,
            int columns,
            boolean unit,
            double[] t,
            int tAt,
            int across,
            int along,
            double[] b,
            int bAt,
            int bStride) {
        int row = bAt + i * bStride;
        double pivot = unit ? 1 : t[tAt + i * (across + along)];
        for (int j = 0; j < columns; j += 8) {
            DoubleVector sum = DoubleVector.fromArray(LANES, b, row + j);
            for (int k = from; k < i; k++) {
                DoubleVector factor = DoubleVector.broadcast(LANES, -t[tAt + i * across + k * along]);
                sum = factor.fma(DoubleVector.fromArray(LANES, b, bAt + k * bStride + j), sum);
            }
            sum.div(pivot).intoArray(b, row + j);
        }
    }

    /// Four rows from `i` on of 24 columns.
    private static void wide(int i, double[] t, int tAt, int across, int along, double[] b, int bAt, int bStride) {
        int row0 = bAt + i * bStride;
        int row1 = row0 + bStride;
        int row2 = row1 + bStride;
        int row3 = row2 + bStride;
        DoubleVector c00 = DoubleVector.fromArray(LANES, b, row0);
        DoubleVector c01 = DoubleVector.fromArray(LANES, b, row0 + 8);
        DoubleVector c02 = DoubleVector.fromArray(LANES, b, row0 + 16);
        DoubleVector c10 = DoubleVector.fromArray(LANES, b, row1);
        DoubleVector c11 = DoubleVector.fromArray(LANES, b, row1 + 8);
        DoubleVector c12 = DoubleVector.fromArray(LANES, b, row1 + 16);
        DoubleVector c20 = DoubleVector.fromArray(LANES, b, row2);
        DoubleVector c21 = DoubleVector.fromArray(LANES, b, row2 + 8);
        DoubleVector c22 = DoubleVector.fromArray(LANES, b, row2 + 16);
        DoubleVector c30 = DoubleVector.fromArray(LANES, b, row3);
        DoubleVector c31 = DoubleVector.fromArray(LANES, b, row3 + 8);
        DoubleVector c32 = DoubleVector.fromArray(LANES, b, row3 + 16);
        int f0 = tAt + i * across;
        int f1 = f0 + across;
        int f2 = f1 + across;
        int f3 = f2 + across;
        int known = bAt;
        for (int k = 0; k < i; k++) {
            DoubleVector x0 = DoubleVector.fromArray(LANES, b, known);
            DoubleVector x1 = DoubleVector.fromArray(LANES, b, known + 8);
            DoubleVector x2 = DoubleVector.fromArray(LANES, b, known + 16);
            DoubleVector f = DoubleVector.broadcast(LANES, -t[f0]);
            c00 = f.fma(x0, c00);
            c01 = f.fma(x1, c01);
            c02 = f.fma(x2, c02);
            f = DoubleVector.broadcast(LANES, -t[f1]);
            c10 = f.fma(x0, c10);
            c11 = f.fma(x1, c11);
            c12 = f.fma(x2, c12);
            f = DoubleVector.broadcast(LANES, -t[f2]);
            c20 = f.fma(x0, c20);
            c21 = f.fma(x1, c21);
            c22 = f.fma(x2, c22);
            f = DoubleVector.broadcast(LANES, -t[f3]);
            c30 = f.fma(x0, c30);
            c31 = f.fma(x1, c31);
            c32 = f.fma(x2, c32);
            f0 += along;
            f1 += along;
            f2 += along;
            f3 += along;
            known += bStride;
        }
        c00.intoArray(b, row0);
        c01.intoArray(b, row0 + 8);
        c02.intoArray(b, row0 + 16);
        c10.intoArray(b, row1);
        c11.intoArray(b, row1 + 8);
        c12.intoArray(b, row1 + 16);
        c20.intoArray(b, row2);
        c21.intoArray(b, row2 + 8);
        c22.intoArray(b, row2 + 16);
        c30.intoArray(b, row3);
        c31.intoArray(b, row3 + 8);
        c32.intoArray(b, row3 + 16);
    }

    /// Four rows from `i` on of 8 columns.
    private static void narrow(int i, double[] t, int tAt, int across, int along, double[] b, int bAt, int bStride) {
        int row0 = bAt + i * bStride;
        int row1 = row0 + bStride;
        int row2 = row1 + bStride;
        int row3 = row2 + bStride;
        DoubleVector c00 = DoubleVector.fromArray(LANES, b, row0);
        DoubleVector c10 = DoubleVector.fromArray(LANES, b, row1);
        DoubleVector c20 = DoubleVector.fromArray(LANES, b, row2);
        DoubleVector c30 = DoubleVector.fromArray(LANES, b, row3);
        int f0 = tAt + i * across;
        int f1 = f0 + across;
        int f2 = f1 + across;
        int f3 = f2 + across;
        int known = bAt;
        for (int k = 0; k < i; k++) {
            DoubleVector x0 = DoubleVector.fromArray(LANES, b, known);
            DoubleVector f = DoubleVector.broadcast(LANES, -t[f0]);
            c00 = f.fma(x0, c00);
            f = DoubleVector.broadcast(LANES, -t[f1]);
            c10 = f.fma(x0, c10);
            f = DoubleVector.broadcast(LANES, -t[f2]);
            c20 = f.fma(x0, c20);
            f = DoubleVector.broadcast(LANES, -t[f3]);
            c30 = f.fma(x0, c30);
            f0 += along;
            f1 += along;
            f2 += along;
            f3 += along;
            known += bStride;
        }
        c00.intoArray(b, row0);
        c10.intoArray(b, row1);
        c20.intoArray(b, row2);
        c30.intoArray(b, row3);
    }
}
