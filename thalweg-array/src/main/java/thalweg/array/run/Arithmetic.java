package thalweg.array.run;

/// Elementwise arithmetic on ranges of arrays, one element after another.
final class Arithmetic {
    private Arithmetic() {}

    static void neg(double[] x, int xAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = -x[xAt + i];
        }
    }

    static void reciprocal(double[] x, int xAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = 1 / x[xAt + i];
        }
    }

    static void sqrt(double[] x, int xAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = Math.sqrt(x[xAt + i]);
        }
    }

    static void abs(double[] x, int xAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = Math.abs(x[xAt + i]);
        }
    }

    static void add(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] + y[yAt + i];
        }
    }

    static void sub(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] - y[yAt + i];
        }
    }

    static void mul(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] * y[yAt + i];
        }
    }

    static void div(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] / y[yAt + i];
        }
    }

    static void less(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] < y[yAt + i] ? 1 : 0;
        }
    }

    static void equal(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] == y[yAt + i] ? 1 : 0;
        }
    }

    static void max(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = Math.max(x[xAt + i], y[yAt + i]);
        }
    }

    static void min(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = Math.min(x[xAt + i], y[yAt + i]);
        }
    }

    /// `z += x` over `n` numbers.
    static void accumulate(double[] x, int xAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] += x[xAt + i];
        }
    }

    /// `z = x y + w`, each operation rounded.
    static void mulAdd(double[] x, int xAt, double[] y, int yAt, double[] w, int wAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            double p = x[xAt + i] * y[yAt + i];
            z[zAt + i] = p + w[wAt + i];
        }
    }

    /// `z = x y - w`, each operation rounded.
    static void mulSub(double[] x, int xAt, double[] y, int yAt, double[] w, int wAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            double p = x[xAt + i] * y[yAt + i];
            z[zAt + i] = p - w[wAt + i];
        }
    }

    /// `z = w - x y`, each operation rounded.
    static void subMul(double[] x, int xAt, double[] y, int yAt, double[] w, int wAt, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            double p = x[xAt + i] * y[yAt + i];
            z[zAt + i] = w[wAt + i] - p;
        }
    }
}
