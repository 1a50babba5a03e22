package thalweg.array.run;

/// The loops of [Uniform], one element after another.
final class UniformLoops {
    private UniformLoops() {}

    static void add(double[] x, int xAt, double[] y, int yAt, double s, double t, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] + s;
        }
    }

    static void subFrom(double[] x, int xAt, double[] y, int yAt, double s, double t, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = s - x[xAt + i];
        }
    }

    static void mul(double[] x, int xAt, double[] y, int yAt, double s, double t, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] * s;
        }
    }

    static void div(double[] x, int xAt, double[] y, int yAt, double s, double t, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = x[xAt + i] / s;
        }
    }

    static void divInto(double[] x, int xAt, double[] y, int yAt, double s, double t, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            z[zAt + i] = s / x[xAt + i];
        }
    }

    static void scaleAdd(double[] x, int xAt, double[] y, int yAt, double s, double t, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            double p = x[xAt + i] * s;
            z[zAt + i] = p + y[yAt + i];
        }
    }

    static void mulShift(double[] x, int xAt, double[] y, int yAt, double s, double t, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            double p = x[xAt + i] * y[yAt + i];
            z[zAt + i] = p + t;
        }
    }

    static void shiftMul(double[] x, int xAt, double[] y, int yAt, double s, double t, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            double p = x[xAt + i] * y[yAt + i];
            z[zAt + i] = t - p;
        }
    }

    static void scaleShift(double[] x, int xAt, double[] y, int yAt, double s, double t, double[] z, int zAt, int n) {
        for (int i = 0; i < n; i++) {
            double p = x[xAt + i] * s;
            z[zAt + i] = p + t;
        }
    }
}
