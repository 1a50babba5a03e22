package thalweg.array.run;

import thalweg.array.kernel.Gate;

/// A product and the sum or difference it goes into, in one pass over a block; each operation is rounded, so the bits
/// are those of two passes.
enum Joint {
    /// `x y + w`
    MUL_ADD(Arithmetic::mulAdd, Gate.vectors() ? ArithmeticLanes::mulAdd : Arithmetic::mulAdd),
    /// `x y - w`
    MUL_SUB(Arithmetic::mulSub, Gate.vectors() ? ArithmeticLanes::mulSub : Arithmetic::mulSub),
    /// `w - x y`
    SUB_MUL(Arithmetic::subMul, Gate.vectors() ? ArithmeticLanes::subMul : Arithmetic::subMul);

    /// `z[zAt + i] = f(x[xAt + i], y[yAt + i], w[wAt + i])` for `i` in `0 .. n - 1`.
    interface Three {
        void apply(double[] x, int xAt, double[] y, int yAt, double[] w, int wAt, double[] z, int zAt, int n);
    }

    private static final int REHEARSED = 4095;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Three scalar;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Three vector;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Gate gate;

    Joint(Three scalar, Three vector) {
        this.scalar = scalar;
        this.vector = vector;
        double[] x = new double[4096];
        double[] z = new double[4096];
        for (int i = 0; i < x.length; i++) {
            x[i] = 0.5 + i % 100;
        }
        this.gate = new Gate(
                name(),
                () -> scalar.apply(x, 0, x, 0, x, 0, z, 0, REHEARSED),
                () -> vector.apply(x, 0, x, 0, x, 0, z, 0, REHEARSED));
    }

    void apply(double[] x, int xAt, double[] y, int yAt, double[] w, int wAt, double[] z, int zAt, int n) {
        if (gate.open()) {
            vector.apply(x, xAt, y, yAt, w, wAt, z, zAt, n);
        } else {
            scalar.apply(x, xAt, y, yAt, w, wAt, z, zAt, n);
        }
    }
}
