package thalweg.array.run;

import thalweg.array.Binary;
import thalweg.array.Unary;
import thalweg.array.kernel.Lanes;

/// Loops over one block of numbers; every element by itself, so that the bits do not depend on how blocks are cut.
final class Kernels {
    private Kernels() {}

    static void unary(Unary op, double[] x, int xAt, double[] z, int zAt, int n) {
        switch (op) {
            case NEG -> neg(x, xAt, z, zAt, n);
            case RECIPROCAL -> reciprocal(x, xAt, z, zAt, n);
            case SQRT -> sqrt(x, xAt, z, zAt, n);
            case ABS -> abs(x, xAt, z, zAt, n);
            case EXP -> Lanes.exp(x, xAt, z, zAt, n);
            case EXPM1 -> Lanes.expm1(x, xAt, z, zAt, n);
            case LOG -> Lanes.log(x, xAt, z, zAt, n);
            case LOG1P -> Lanes.log1p(x, xAt, z, zAt, n);
            case SIN -> Lanes.sin(x, xAt, z, zAt, n);
            case COS -> Lanes.cos(x, xAt, z, zAt, n);
            case TANH -> Lanes.tanh(x, xAt, z, zAt, n);
            case LOGISTIC -> Lanes.logistic(x, xAt, z, zAt, n);
            case SIGN, ERF, LGAMMA, FLOOR -> {
                for (int i = 0; i < n; i++) {
                    z[zAt + i] = op.at(x[xAt + i]);
                }
            }
            case REAL, WHOLE -> throw new IllegalArgumentException("a conversion is no block kernel");
        }
    }

    private static void neg(double[] x, int xAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = -x[xAt + i];
        }
    }

    private static void reciprocal(double[] x, int xAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = 1 / x[xAt + i];
        }
    }

    private static void sqrt(double[] x, int xAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = Math.sqrt(x[xAt + i]);
        }
    }

    private static void abs(double[] x, int xAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = Math.abs(x[xAt + i]);
        }
    }

    static void binary(Binary op, double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        switch (op) {
            case ADD -> add(x, xAt, y, yAt, z, zAt, n);
            case SUB -> sub(x, xAt, y, yAt, z, zAt, n);
            case MUL -> mul(x, xAt, y, yAt, z, zAt, n);
            case DIV -> div(x, xAt, y, yAt, z, zAt, n);
            case LESS -> less(x, xAt, y, yAt, z, zAt, n);
            case EQUAL -> equal(x, xAt, y, yAt, z, zAt, n);
            case MAX -> max(x, xAt, y, yAt, z, zAt, n);
            case MIN -> min(x, xAt, y, yAt, z, zAt, n);
            case POW, ATAN2 -> {
                for (int i = 0; i < n; i++) {
                    z[zAt + i] = op.at(x[xAt + i], y[yAt + i]);
                }
            }
            case AND, XOR, SHIFT_LEFT, SHIFT_RIGHT, MUL_HIGH ->
                throw new IllegalArgumentException("words have no block kernel");
        }
    }

    private static void add(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] + y[yAt + i];
        }
    }

    private static void sub(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] - y[yAt + i];
        }
    }

    private static void mul(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] * y[yAt + i];
        }
    }

    private static void div(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] / y[yAt + i];
        }
    }

    private static void less(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] < y[yAt + i] ? 1 : 0;
        }
    }

    private static void equal(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] == y[yAt + i] ? 1 : 0;
        }
    }

    private static void max(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = Math.max(x[xAt + i], y[yAt + i]);
        }
    }

    private static void min(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = Math.min(x[xAt + i], y[yAt + i]);
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
        for (int i = 0; i < n; i++) {
            z[zAt + i] += x[xAt + i];
        }
    }
}
