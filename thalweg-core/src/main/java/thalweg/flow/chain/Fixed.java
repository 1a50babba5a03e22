package thalweg.flow.chain;

import thalweg.array.Key;
import thalweg.array.kernel.Exponential;
import thalweg.landscape.Flat;

/// The path of a fixed number of leapfrogs, its end taken or refused as a whole.
final class Fixed implements Path {
    private static final double LOST = 1000;

    private final int leaps;
    private final Front front;
    private final double[] lost;

    Fixed(int d, int leaps) {
        this.leaps = leaps;
        this.front = new Front(d);
        this.lost = new double[d];
    }

    @Override
    public double[] lost() {
        return lost;
    }

    @Override
    public Transition move(Flat<?> flat, Draw draw, double[] momentum, Metric metric, double step, Key key) {
        front.set(draw.place, draw.slope, draw.height(), momentum, metric);
        double zero = front.energy();
        double energy = zero;
        int done = 0;
        while (done < leaps && energy - zero < LOST) {
            System.arraycopy(front.place, 0, lost, 0, lost.length);
            energy = front.leap(flat, metric, step);
            done++;
        }
        double acceptance = energy <= zero ? 1 : Exponential.exp(zero - energy);
        boolean taken = key.uniform(0) < acceptance;
        if (taken) {
            draw.take(front, energy);
        }
        return new Transition(taken ? energy : zero, acceptance, step, 0, done, !(energy - zero < LOST));
    }
}
