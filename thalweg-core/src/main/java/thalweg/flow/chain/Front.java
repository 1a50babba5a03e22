package thalweg.flow.chain;

import thalweg.landscape.Flat;

/// One end of a path of Hamiltonian motion in the round space of a metric: `H = E(L y) + r^2 / 2`, by leapfrogs.
final class Front {
    final double[] place;
    final double[] momentum;
    final double[] slope;
    private final double[] round;
    private final double[] shift;
    private double height;

    Front(int d) {
        place = new double[d];
        momentum = new double[d];
        slope = new double[d];
        round = new double[d];
        shift = new double[d];
    }

    void set(double[] x, double[] g, double e, double[] r, Metric metric) {
        System.arraycopy(x, 0, place, 0, x.length);
        System.arraycopy(g, 0, slope, 0, x.length);
        System.arraycopy(r, 0, momentum, 0, x.length);
        height = e;
        metric.pull(slope, round);
    }

    double height() {
        return height;
    }

    double energy() {
        return height + 0.5 * square(momentum);
    }

    static double square(double[] r) {
        double sum = 0;
        for (double v : r) {
            sum += v * v;
        }
        return sum;
    }

    /// A leapfrog of signed size `h`; the energy after it, infinite where it is no number.
    double leap(Flat<?> flat, Metric metric, double h) {
        int d = place.length;
        double half = 0.5 * h;
        double kinetic = 0;
        if (metric.isDiagonal()) {
            double[] scale = metric.scale();
            for (int i = 0; i < d; i++) {
                double r = momentum[i] - half * scale[i] * slope[i];
                momentum[i] = r;
                place[i] += h * scale[i] * r;
            }
            height = flat.at(place, slope);
            for (int i = 0; i < d; i++) {
                double r = momentum[i] - half * scale[i] * slope[i];
                momentum[i] = r;
                kinetic += r * r;
            }
        } else {
            for (int i = 0; i < d; i++) {
                momentum[i] -= half * round[i];
            }
            metric.push(momentum, shift);
            for (int i = 0; i < d; i++) {
                place[i] += h * shift[i];
            }
            height = flat.at(place, slope);
            metric.pull(slope, round);
            for (int i = 0; i < d; i++) {
                double r = momentum[i] - half * round[i];
                momentum[i] = r;
                kinetic += r * r;
            }
        }
        double energy = height + 0.5 * kinetic;
        return Double.isNaN(energy) ? Double.POSITIVE_INFINITY : energy;
    }
}
