package thalweg.landscape;

import thalweg.linalg.LinearMap;

/// A flat door whose height and slope are written by hand.
record WrittenFlat<S>(TracedFlat<S> traced, Flat.Written written) implements Flat<S> {
    @Override
    public int size() {
        return traced.size();
    }

    @Override
    public double at(double[] x, double[] slope) {
        return written.at(x, slope);
    }

    @Override
    public double height(double[] x) {
        return written.at(x, new double[x.length]);
    }

    @Override
    public void product(double[] x, double[] v, double[] out) {
        traced.product(x, v, out);
    }

    @Override
    public LinearMap hessian(double[] x) {
        return traced.hessian(x);
    }

    @Override
    public double[] flat(S place) {
        return traced.flat(place);
    }

    @Override
    public S tree(double[] x) {
        return traced.tree(x);
    }
}
