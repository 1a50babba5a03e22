package thalweg.flow.descent;

import thalweg.flow.Promise;
import thalweg.flow.Schedule;

/// A rule whose steps a schedule scales.
record Scheduled(Rule rule, Schedule schedule) implements Rule {
    @Override
    public int memories() {
        return rule.memories();
    }

    @Override
    public void move(double[] x, double[] g, double[][] memory, long n, double factor) {
        rule.move(x, g, memory, n, factor * rule.schedule().at(n));
    }

    @Override
    public Promise promise() {
        return rule.promise();
    }
}
