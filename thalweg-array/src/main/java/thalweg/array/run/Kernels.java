package thalweg.array.run;

import thalweg.array.Binary;
import thalweg.array.Unary;
import thalweg.array.kernel.Gate;
import thalweg.array.kernel.Lanes;

/// Loops over one block of numbers; every element by itself, so that the bits do not depend on how blocks are cut.
final class Kernels {
    private static final boolean VECTORS = Gate.vectors();
    private static final Pair ADD = new Pair("add", Arithmetic::add, VECTORS ? ArithmeticLanes::add : Arithmetic::add);
    private static final Pair SUB = new Pair("sub", Arithmetic::sub, VECTORS ? ArithmeticLanes::sub : Arithmetic::sub);
    private static final Pair MUL = new Pair("mul", Arithmetic::mul, VECTORS ? ArithmeticLanes::mul : Arithmetic::mul);
    private static final Pair DIV = new Pair("div", Arithmetic::div, VECTORS ? ArithmeticLanes::div : Arithmetic::div);
    private static final Pair LESS =
            new Pair("less", Arithmetic::less, VECTORS ? ArithmeticLanes::less : Arithmetic::less);
    private static final Pair EQUAL =
            new Pair("equal", Arithmetic::equal, VECTORS ? ArithmeticLanes::equal : Arithmetic::equal);
    private static final Pair MAX = new Pair("max", Arithmetic::max, VECTORS ? ArithmeticLanes::max : Arithmetic::max);
    private static final Pair MIN = new Pair("min", Arithmetic::min, VECTORS ? ArithmeticLanes::min : Arithmetic::min);
    private static final Pair NEG = Pair.of("neg", Arithmetic::neg, VECTORS ? ArithmeticLanes::neg : Arithmetic::neg);
    private static final Pair RECIPROCAL = Pair.of(
            "reciprocal", Arithmetic::reciprocal, VECTORS ? ArithmeticLanes::reciprocal : Arithmetic::reciprocal);
    private static final Pair SQRT =
            Pair.of("sqrt", Arithmetic::sqrt, VECTORS ? ArithmeticLanes::sqrt : Arithmetic::sqrt);
    private static final Pair ABS = Pair.of("abs", Arithmetic::abs, VECTORS ? ArithmeticLanes::abs : Arithmetic::abs);
    private static final Pair ACCUMULATE = Pair.of(
            "accumulate", Arithmetic::accumulate, VECTORS ? ArithmeticLanes::accumulate : Arithmetic::accumulate);

    private Kernels() {}

    static void unary(Unary op, double[] x, int xAt, double[] z, int zAt, int n) {
        switch (op) {
            case NEG -> NEG.apply(x, xAt, x, xAt, z, zAt, n);
            case RECIPROCAL -> RECIPROCAL.apply(x, xAt, x, xAt, z, zAt, n);
            case SQRT -> SQRT.apply(x, xAt, x, xAt, z, zAt, n);
            case ABS -> ABS.apply(x, xAt, x, xAt, z, zAt, n);
            case EXP -> Lanes.exp(x, xAt, z, zAt, n);
            case EXPM1 -> Lanes.expm1(x, xAt, z, zAt, n);
            case LOG -> Lanes.log(x, xAt, z, zAt, n);
            case LOG1P -> Lanes.log1p(x, xAt, z, zAt, n);
            case SIN -> Lanes.sin(x, xAt, z, zAt, n);
            case COS -> Lanes.cos(x, xAt, z, zAt, n);
            case TANH -> Lanes.tanh(x, xAt, z, zAt, n);
            case LOGISTIC -> Lanes.logistic(x, xAt, z, zAt, n);
            case ERF -> Lanes.erf(x, xAt, z, zAt, n);
            case LGAMMA -> Lanes.lgamma(x, xAt, z, zAt, n);
            case SIGN, FLOOR -> {
                for (int i = 0; i < n; i++) {
                    z[zAt + i] = op.at(x[xAt + i]);
                }
            }
            case REAL, WHOLE -> throw new IllegalArgumentException("a conversion is no block kernel");
        }
    }

    static void binary(Binary op, double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        switch (op) {
            case ADD -> ADD.apply(x, xAt, y, yAt, z, zAt, n);
            case SUB -> SUB.apply(x, xAt, y, yAt, z, zAt, n);
            case MUL -> MUL.apply(x, xAt, y, yAt, z, zAt, n);
            case DIV -> DIV.apply(x, xAt, y, yAt, z, zAt, n);
            case LESS -> LESS.apply(x, xAt, y, yAt, z, zAt, n);
            case EQUAL -> EQUAL.apply(x, xAt, y, yAt, z, zAt, n);
            case MAX -> MAX.apply(x, xAt, y, yAt, z, zAt, n);
            case MIN -> MIN.apply(x, xAt, y, yAt, z, zAt, n);
            case POW -> Lanes.pow(x, xAt, y, yAt, z, zAt, n);
            case ATAN2 -> Lanes.atan2(x, xAt, y, yAt, z, zAt, n);
            case AND, XOR, SHIFT_LEFT, SHIFT_RIGHT, MUL_HIGH ->
                throw new IllegalArgumentException("words have no block kernel");
        }
    }

    static void select(double[] w, int wAt, double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = w[wAt + i] != 0 ? x[xAt + i] : y[yAt + i];
        }
    }

    /// The sum of `n` numbers in 8 lanes that are folded in pairs: one order, whatever the machine.
    static double sum(double[] x, int at, int n) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        int i = 0;
        for (; i + 8 <= n; i += 8) {
            a += x[at + i];
            b += x[at + i + 1];
            c += x[at + i + 2];
            d += x[at + i + 3];
            e += x[at + i + 4];
            f += x[at + i + 5];
            g += x[at + i + 6];
            h += x[at + i + 7];
        }
        double rest = 0;
        for (; i < n; i++) {
            rest += x[at + i];
        }
        return ((a + e) + (c + g)) + ((b + f) + (d + h)) + rest;
    }

    /// `z += x` over `n` numbers.
    static void accumulate(double[] x, int xAt, double[] z, int zAt, int n) {
        ACCUMULATE.apply(x, xAt, x, xAt, z, zAt, n);
    }
}
