package thalweg.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// A trajectory being written.
final class Recording<S> {
    private final boolean keep;
    private final Map<String, ToDoubleFunction<S>> observers;
    private final Map<String, double[]> observed = new LinkedHashMap<>();
    private final List<S> places = new ArrayList<>();
    private long[] steps = new long[16];
    private double[] times = new double[16];
    private double[] heights = new double[16];
    private int count;

    Recording(boolean keep, Map<String, ToDoubleFunction<S>> observers) {
        this.keep = keep;
        this.observers = observers;
        observers.keySet().forEach(name -> observed.put(name, new double[16]));
    }

    <X> void add(long step, Flow<S, X> flow, X now) {
        if (count == steps.length) {
            steps = Arrays.copyOf(steps, 2 * count);
            times = Arrays.copyOf(times, 2 * count);
            heights = Arrays.copyOf(heights, 2 * count);
            observed.replaceAll((_, series) -> Arrays.copyOf(series, 2 * count));
        }
        steps[count] = step;
        times[count] = flow.time(now);
        heights[count] = flow.height(now);
        if (keep || !observers.isEmpty()) {
            S place = flow.place(now);
            if (keep) {
                places.add(place);
            }
            observed.forEach((name, series) -> series[count] =
                    java.util.Objects.requireNonNull(observers.get(name)).applyAsDouble(place));
        }
        count++;
    }

    Trajectory<S> trajectory(S last, Checkpoint checkpoint, Ending ending) {
        Map<String, double[]> series = new LinkedHashMap<>();
        observed.forEach((name, values) -> series.put(name, Arrays.copyOf(values, count)));
        return new Trajectory<>(
                Arrays.copyOf(steps, count),
                Arrays.copyOf(times, count),
                Arrays.copyOf(heights, count),
                places,
                series,
                last,
                checkpoint,
                ending);
    }
}
