package thalweg.flow;

import java.util.Arrays;
import thalweg.landscape.Flat;

/// The flat door of `T(p) + V(q)`; coordinates are those of q, then those of p.
record SumFlat<Q>(Flat<Q> kinetic, Flat<Q> potential) implements Flat<Phase<Q>> {
    @Override
    public int size() {
        return 2 * potential.size();
    }

    @Override
    public double at(double[] x, double[] slope) {
        int n = potential.size();
        double[] by = new double[n];
        double height = potential.at(Arrays.copyOf(x, n), by);
        System.arraycopy(by, 0, slope, 0, n);
        height += kinetic.at(Arrays.copyOfRange(x, n, 2 * n), by);
        System.arraycopy(by, 0, slope, n, n);
        return height;
    }

    @Override
    public double height(double[] x) {
        int n = potential.size();
        return potential.height(Arrays.copyOf(x, n)) + kinetic.height(Arrays.copyOfRange(x, n, 2 * n));
    }

    @Override
    public void product(double[] x, double[] v, double[] out) {
        int n = potential.size();
        double[] by = new double[n];
        potential.product(Arrays.copyOf(x, n), Arrays.copyOf(v, n), by);
        System.arraycopy(by, 0, out, 0, n);
        kinetic.product(Arrays.copyOfRange(x, n, 2 * n), Arrays.copyOfRange(v, n, 2 * n), by);
        System.arraycopy(by, 0, out, n, n);
    }

    @Override
    public double[] flat(Phase<Q> at) {
        int n = potential.size();
        double[] x = Arrays.copyOf(potential.flat(at.place()), 2 * n);
        System.arraycopy(kinetic.flat(at.momentum()), 0, x, n, n);
        return x;
    }

    @Override
    public Phase<Q> tree(double[] x) {
        int n = potential.size();
        return new Phase<>(potential.tree(Arrays.copyOf(x, n)), kinetic.tree(Arrays.copyOfRange(x, n, 2 * n)));
    }
}
