package thalweg.array.kernel;

/// A function of two arguments over ranges in its two forms, behind one [Gate].
final class BinaryTwin {
    /// `z[zAt + i] = f(x[xAt + i], y[yAt + i])` for `i` in `0 .. n - 1`.
    @FunctionalInterface
    interface Range {
        void apply(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n);
    }

    private static final int REHEARSED = 512;

    private final String name;
    private final Range scalar;
    private final Range vector;
    private final Gate gate;

    BinaryTwin(String name, Range scalar, Range vector) {
        this.name = name;
        this.scalar = scalar;
        this.vector = vector;
        double[] x = new double[REHEARSED];
        double[] y = new double[REHEARSED];
        double[] z = new double[REHEARSED];
        for (int i = 0; i < REHEARSED; i++) {
            x[i] = i == 100 ? Double.NaN : i == 200 ? -1e300 : 0.01 + i * 0.01;
            y[i] = 2.5 - i * 0.01;
        }
        this.gate = new Gate(
                name, () -> scalar.apply(x, 0, y, 0, z, 0, REHEARSED), () -> vector.apply(x, 0, y, 0, z, 0, REHEARSED));
    }

    void apply(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        if (gate.open()) {
            vector.apply(x, xAt, y, yAt, z, zAt, n);
        } else {
            scalar.apply(x, xAt, y, yAt, z, zAt, n);
        }
    }

    String name() {
        return name;
    }

    Range scalar() {
        return scalar;
    }

    Range vector() {
        return vector;
    }

    Gate gate() {
        return gate;
    }
}
