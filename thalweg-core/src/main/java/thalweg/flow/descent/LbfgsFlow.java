package thalweg.flow.descent;

import static thalweg.flow.descent.Descending.EVALUATIONS;
import static thalweg.flow.descent.Descending.HEIGHT;
import static thalweg.flow.descent.Descending.REASON;
import static thalweg.flow.descent.Descending.SIZE;
import static thalweg.flow.descent.Descending.SLOPE;
import static thalweg.flow.descent.Descending.STEPS;
import static thalweg.flow.descent.Descending.TALLY;

import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.flow.Ending;
import thalweg.flow.Promise;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;

/// Limited-memory quasi-Newton steps on plain arrays.
final class LbfgsFlow<S> implements Tallied<S, Integer> {
    private static final double STUCK = 1;

    private final int memory;
    private final Ground<S> ground;

    LbfgsFlow(Lbfgs method, Energy<S> energy) {
        this.memory = method.memory();
        this.ground = new Ground<>(energy);
    }

    /// The memory holds changes of place, changes of slope, the direction, a trial and its slope, and the products.
    @Override
    public Descending<Integer> begin(S at, Key key) {
        Flat<S> door = ground.at(at);
        double[] x = door.flat(at);
        double[][] kept = new double[2 * memory + 4][x.length];
        kept[2 * memory + 3] = new double[2 * memory];
        Descending<Integer> now = new Descending<>(x, new double[x.length], kept, new double[TALLY], 0);
        now.tally()[HEIGHT] = door.at(x, now.slope());
        now.tally()[SLOPE] = Descending.length(now.slope());
        now.tally()[EVALUATIONS] = 1;
        return now;
    }

    @Override
    public Descending<Integer> step(Descending<Integer> now, Key key) {
        double[] tally = now.tally();
        if (tally[SLOPE] == 0) {
            tally[REASON] = STUCK;
            return now;
        }
        double[] direction = now.memory()[2 * memory];
        boolean fresh = tally[SIZE] == 0;
        direction(now, direction);
        double slope = Descending.dot(direction, now.slope());
        if (!(slope < 0)) {
            tally[SIZE] = 0;
            fresh = true;
            direction(now, direction);
            slope = -tally[SLOPE] * tally[SLOPE];
        }
        if (!search(now, direction, slope, fresh)) {
            if (fresh) {
                tally[REASON] = STUCK;
            } else {
                tally[SIZE] = 0;
            }
        }
        tally[STEPS]++;
        return now;
    }

    private boolean search(Descending<Integer> now, double[] direction, double slope, boolean fresh) {
        double[] tally = now.tally();
        double[] trial = now.memory()[2 * memory + 1];
        double[] trialSlope = now.memory()[2 * memory + 2];
        LineSearch line = new LineSearch(ground.door(), now.x(), direction, trial, trialSlope);
        double first = fresh ? Math.min(1, 1 / tally[SLOPE]) : 1;
        boolean found = line.search(tally[HEIGHT], slope, tally[SLOPE], first);
        tally[EVALUATIONS] += line.evaluations();
        if (!found) {
            return false;
        }
        remember(now, trial, trialSlope);
        System.arraycopy(trial, 0, now.x(), 0, trial.length);
        System.arraycopy(trialSlope, 0, now.slope(), 0, trial.length);
        tally[HEIGHT] = line.height();
        tally[SLOPE] = Descending.length(trialSlope);
        return true;
    }

    /// `d = -H g` by the two loops over the memory: Nocedal, Math. Comp. 35 (1980) 773.
    private void direction(Descending<Integer> now, double[] d) {
        int size = (int) now.tally()[SIZE];
        double[][] kept = now.memory();
        double[] products = kept[2 * memory + 3];
        for (int i = 0; i < d.length; i++) {
            d[i] = -now.slope()[i];
        }
        for (int k = size - 1; k >= 0; k--) {
            double a = Descending.dot(kept[k], d) / products[k];
            products[memory + k] = a;
            add(d, kept[memory + k], -a);
        }
        if (size > 0) {
            double[] y = kept[memory + size - 1];
            double scale = products[size - 1] / Descending.dot(y, y);
            for (int i = 0; i < d.length; i++) {
                d[i] *= scale;
            }
        }
        for (int k = 0; k < size; k++) {
            double b = Descending.dot(kept[memory + k], d) / products[k];
            add(d, kept[k], products[memory + k] - b);
        }
    }

    private void remember(Descending<Integer> now, double[] x, double[] slope) {
        double[][] kept = now.memory();
        double[] products = kept[2 * memory + 3];
        int size = (int) now.tally()[SIZE];
        if (size == memory) {
            double[] s = kept[0];
            double[] y = kept[memory];
            for (int k = 1; k < memory; k++) {
                kept[k - 1] = kept[k];
                kept[memory + k - 1] = kept[memory + k];
                products[k - 1] = products[k];
            }
            kept[memory - 1] = s;
            kept[2 * memory - 1] = y;
            size--;
        }
        double[] s = kept[size];
        double[] y = kept[memory + size];
        for (int i = 0; i < x.length; i++) {
            s[i] = x[i] - now.x()[i];
            y[i] = slope[i] - now.slope()[i];
        }
        products[size] = Descending.dot(s, y);
        boolean curved = products[size] > 0x1p-52 * Descending.length(s) * Descending.length(y);
        now.tally()[SIZE] = curved ? size + 1 : size;
    }

    private static void add(double[] d, double[] v, double factor) {
        for (int i = 0; i < d.length; i++) {
            d[i] += factor * v[i];
        }
    }

    @Override
    public S place(Descending<Integer> now) {
        return ground.door().tree(now.x());
    }

    @Override
    public boolean draws() {
        return false;
    }

    @Override
    public Promise promise() {
        return new Promise.Descends(true);
    }

    @Override
    public @Nullable Ending ending(Descending<Integer> now, long step) {
        if (now.tally()[REASON] == STUCK) {
            String found =
                    "slope " + now.tally()[SLOPE] + ", energy " + now.tally()[HEIGHT] + " after " + step + " steps";
            boolean flat = now.tally()[SLOPE] <= 1e-8 * Math.max(1, Math.abs(now.tally()[HEIGHT]));
            return flat
                    ? new Ending.Converged("no step goes lower: " + found)
                    : new Ending.Exhausted(
                            "no step along the slope goes lower, so the slope is not the energy's, or not smooth: "
                                    + found,
                            true);
        }
        return ground.ending(now, step);
    }
}
