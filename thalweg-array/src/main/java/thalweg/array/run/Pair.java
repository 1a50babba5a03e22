package thalweg.array.run;

import thalweg.array.kernel.Gate;

/// A loop over ranges in its scalar and its vector form, behind one gate.
final class Pair {
    /// `z[zAt + i] = f(x[xAt + i], y[yAt + i])` for `i` in `0 .. n - 1`.
    interface Two {
        void apply(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n);
    }

    /// `z[zAt + i] = f(x[xAt + i])` for `i` in `0 .. n - 1`.
    interface One {
        void apply(double[] x, int xAt, double[] z, int zAt, int n);
    }

    private static final int REHEARSED = 4096;

    private final Two scalar;
    private final Two vector;
    private final Gate gate;

    Pair(String name, Two scalar, Two vector) {
        this.scalar = scalar;
        this.vector = vector;
        double[] x = new double[REHEARSED];
        double[] y = new double[REHEARSED];
        double[] z = new double[REHEARSED];
        for (int i = 0; i < REHEARSED; i++) {
            x[i] = 0.5 + i % 100;
            y[i] = 1.5 + i % 77;
        }
        this.gate = new Gate(
                name,
                () -> scalar.apply(x, 0, y, 0, z, 0, REHEARSED - 1),
                () -> vector.apply(x, 0, y, 0, z, 0, REHEARSED - 1));
    }

    static Pair of(String name, One scalar, One vector) {
        return new Pair(
                name,
                (x, xAt, y, yAt, z, zAt, n) -> scalar.apply(x, xAt, z, zAt, n),
                (x, xAt, y, yAt, z, zAt, n) -> vector.apply(x, xAt, z, zAt, n));
    }

    void apply(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        if (gate.open()) {
            vector.apply(x, xAt, y, yAt, z, zAt, n);
        } else {
            scalar.apply(x, xAt, y, yAt, z, zAt, n);
        }
    }
}
