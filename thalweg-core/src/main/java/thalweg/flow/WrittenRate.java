package thalweg.flow;

import thalweg.landscape.Coordinates;

/// A field written by hand.
record WrittenRate<S>(Coordinates<S> coordinates, Rate.Written written) implements Rate<S> {
    @Override
    public void at(double t, double[] x, double[] out) {
        written.at(t, x, out);
    }

    @Override
    public void jacobian(double t, double[] x, double[] out) {
        int n = x.length;
        double[] here = new double[n];
        double[] there = new double[n];
        double[] moved = x.clone();
        at(t, x, here);
        for (int j = 0; j < n; j++) {
            double h = 0x1p-26 * Math.max(Math.abs(x[j]), 1e-5);
            moved[j] = x[j] + h;
            h = moved[j] - x[j];
            at(t, moved, there);
            for (int i = 0; i < n; i++) {
                out[i * n + j] = (there[i] - here[i]) / h;
            }
            moved[j] = x[j];
        }
    }
}
