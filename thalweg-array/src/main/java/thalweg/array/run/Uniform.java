package thalweg.array.run;

import thalweg.array.kernel.Gate;

/// Arithmetic on a block with one or two numbers that are the same for all its elements, so that they are read once
/// and kept in a register; each operation is rounded.
enum Uniform {
    /// `x + s`
    ADD(UniformLoops::add, Gate.vectors() ? UniformLanes::add : UniformLoops::add),
    /// `s - x`
    SUB_FROM(UniformLoops::subFrom, Gate.vectors() ? UniformLanes::subFrom : UniformLoops::subFrom),
    /// `x s`
    MUL(UniformLoops::mul, Gate.vectors() ? UniformLanes::mul : UniformLoops::mul),
    /// `x / s`
    DIV(UniformLoops::div, Gate.vectors() ? UniformLanes::div : UniformLoops::div),
    /// `s / x`
    DIV_INTO(UniformLoops::divInto, Gate.vectors() ? UniformLanes::divInto : UniformLoops::divInto),
    /// `x s + y`
    SCALE_ADD(UniformLoops::scaleAdd, Gate.vectors() ? UniformLanes::scaleAdd : UniformLoops::scaleAdd),
    /// `x y + t`
    MUL_SHIFT(UniformLoops::mulShift, Gate.vectors() ? UniformLanes::mulShift : UniformLoops::mulShift),
    /// `t - x y`
    SHIFT_MUL(UniformLoops::shiftMul, Gate.vectors() ? UniformLanes::shiftMul : UniformLoops::shiftMul),
    /// `x s + t`
    SCALE_SHIFT(UniformLoops::scaleShift, Gate.vectors() ? UniformLanes::scaleShift : UniformLoops::scaleShift);

    /// `z[zAt + i] = f(x[xAt + i], y[yAt + i], s, t)` for `i` in `0 .. n - 1`.
    interface Loop {
        void apply(double[] x, int xAt, double[] y, int yAt, double s, double t, double[] z, int zAt, int n);
    }

    private static final int REHEARSED = 4095;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Loop scalar;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Loop vector;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Gate gate;

    Uniform(Loop scalar, Loop vector) {
        this.scalar = scalar;
        this.vector = vector;
        double[] x = new double[4096];
        double[] z = new double[4096];
        for (int i = 0; i < x.length; i++) {
            x[i] = 0.5 + i % 100;
        }
        this.gate = new Gate(
                name(),
                () -> scalar.apply(x, 0, x, 0, 0.5, 1.5, z, 0, REHEARSED),
                () -> vector.apply(x, 0, x, 0, 0.5, 1.5, z, 0, REHEARSED));
    }

    void apply(double[] x, int xAt, double[] y, int yAt, double s, double t, double[] z, int zAt, int n) {
        if (gate.open()) {
            vector.apply(x, xAt, y, yAt, s, t, z, zAt, n);
        } else {
            scalar.apply(x, xAt, y, yAt, s, t, z, zAt, n);
        }
    }
}
