package thalweg.room.mechanics.pair;

import java.util.Arrays;

/// Positions, velocities and accelerations of some particles, row by row.
///
/// @param dimension of space
/// @param mass of each particle, 1 where unknown
/// @param charge of each particle, 1 where pairs are alike
/// @param x positions, `count * particles * dimension`
/// @param v velocities, zeros where unknown
/// @param a accelerations
public record PairData(int dimension, double[] mass, double[] charge, int count, double[] x, double[] v, double[] a) {
    /// Numbers in a row of positions.
    public int wide() {
        return mass.length * dimension;
    }

    /// Some rows.
    public PairData rows(int[] chosen) {
        return new PairData(dimension, mass, charge, chosen.length, some(x, chosen), some(v, chosen), some(a, chosen));
    }

    private double[] some(double[] all, int[] chosen) {
        double[] part = new double[chosen.length * wide()];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(all, chosen[i] * wide(), part, i * wide(), wide());
        }
        return part;
    }

    /// The same with other masses.
    public PairData with(double[] other) {
        return new PairData(dimension, other, charge, count, x, v, a);
    }

    /// State `(x, v)` of row `i`.
    public double[] state(int i) {
        double[] whole = new double[2 * wide()];
        System.arraycopy(x, i * wide(), whole, 0, wide());
        System.arraycopy(v, i * wide(), whole, wide(), wide());
        return whole;
    }

    /// All distances between pairs, ascending.
    public double[] distances() {
        int n = mass.length;
        double[] r = new double[count * n * (n - 1) / 2];
        int at = 0;
        for (int row = 0; row < count; row++) {
            double[] place = Arrays.copyOfRange(x, row * wide(), (row + 1) * wide());
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    r[at++] = PairLaw.distance(place, i, j, dimension);
                }
            }
        }
        Arrays.sort(r);
        return r;
    }
}
