package thalweg.flow.descent;

import thalweg.array.Misuse;
import thalweg.flow.Promise;
import thalweg.flow.Schedule;

/// A rule on slopes that are no longer than a bound.
record Clipped(Rule rule, double bound) implements Rule {
    Clipped {
        if (!(bound > 0)) {
            throw new Misuse("slopes cut to " + bound, "a positive length", "1 is usual for networks");
        }
    }

    @Override
    public int memories() {
        return rule.memories();
    }

    @Override
    public void move(double[] x, double[] g, double[][] memory, long n, double factor) {
        double length = Descending.length(g);
        if (length > bound) {
            for (int i = 0; i < g.length; i++) {
                g[i] *= bound / length;
            }
        }
        rule.move(x, g, memory, n, factor);
    }

    @Override
    public Schedule schedule() {
        return rule.schedule();
    }

    @Override
    public Promise promise() {
        return rule.promise();
    }
}
