package thalweg.flow;

import thalweg.landscape.Coordinates;
import thalweg.landscape.Flat;

/// The field of gradient flow or of Hamilton's equations, straight from the slope of the energy.
final class SlopeRate<S> implements Rate<S> {
    private final Flat<S> energy;
    private final Coordinates<S> coordinates;
    private final boolean turns;
    private final double factor;

    SlopeRate(Dynamics<S> law, S example, boolean turns) {
        this.energy = law.energy().flat(example);
        this.coordinates = Coordinates.of(example);
        this.turns = turns;
        this.factor = law.drag() instanceof Structure.Unit<?>(double f) ? f : 0;
    }

    @Override
    public Coordinates<S> coordinates() {
        return coordinates;
    }

    @Override
    public void at(double t, double[] x, double[] out) {
        energy.slope(x, out);
        turn(out);
    }

    @Override
    public void jacobian(double t, double[] x, double[] out) {
        int n = x.length;
        double[] direction = new double[n];
        double[] column = new double[n];
        for (int j = 0; j < n; j++) {
            direction[j] = 1;
            energy.product(x, direction, column);
            turn(column);
            for (int i = 0; i < n; i++) {
                out[i * n + j] = column[i];
            }
            direction[j] = 0;
        }
    }

    private void turn(double[] v) {
        if (!turns) {
            for (int i = 0; i < v.length; i++) {
                v[i] = factor == 1 ? -v[i] : -factor * v[i];
            }
            return;
        }
        int half = v.length / 2;
        for (int i = 0; i < half; i++) {
            double byPlace = v[i];
            v[i] = v[half + i];
            v[half + i] = -byPlace;
        }
    }
}
