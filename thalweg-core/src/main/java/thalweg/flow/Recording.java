package thalweg.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import thalweg.array.Misuse;

/// A trajectory being written.
final class Recording<S, X> {
    private final boolean keep;
    private final Map<String, ToDoubleFunction<S>> observers;
    private final Map<String, ToDoubleFunction<X>> meters;
    private final Map<String, double[]> observed = new LinkedHashMap<>();
    private final List<S> places = new ArrayList<>();
    private long[] steps = new long[16];
    private double[] times = new double[16];
    private double[] heights = new double[16];
    private int count;

    Recording(boolean keep, Map<String, ToDoubleFunction<S>> observers, Map<String, ToDoubleFunction<X>> meters) {
        this.keep = keep;
        this.observers = observers;
        this.meters = meters;
        observers.keySet().forEach(name -> observed.put(name, new double[16]));
        meters.keySet().forEach(name -> observed.put(name, new double[16]));
    }

    void add(long step, Flow<S, X> flow, X now) {
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
            observers.forEach((name, observer) -> series(name)[count] = observer.applyAsDouble(place));
        }
        meters.forEach((name, meter) -> series(name)[count] = meter.applyAsDouble(now));
        count++;
    }

    private double[] series(String name) {
        return Objects.requireNonNull(observed.get(name));
    }

    /// What was recorded, as bytes.
    byte[] bytes() {
        return StateBytes.write(new Past<>(
                Arrays.copyOf(steps, count),
                Arrays.copyOf(times, count),
                Arrays.copyOf(heights, count),
                observed.values().stream()
                        .map(series -> Arrays.copyOf(series, count))
                        .toArray(double[][]::new),
                places));
    }

    /// Goes on from what another recording of the same observers wrote.
    void resume(byte[] bytes, S like) {
        Past<S> past = StateBytes.read(bytes, Past.like(like));
        if (past.observed.length != observed.size()) {
            throw new Misuse(
                    past.observed.length + " observers in the checkpoint",
                    observed.size() + " as in this run",
                    "resume with the run that was cut");
        }
        count = past.steps.length;
        int room = Math.max(16, count);
        steps = Arrays.copyOf(past.steps, room);
        times = Arrays.copyOf(past.times, room);
        heights = Arrays.copyOf(past.heights, room);
        int i = 0;
        for (Map.Entry<String, double[]> series : observed.entrySet()) {
            series.setValue(Arrays.copyOf(past.observed[i++], room));
        }
        places.addAll(past.places);
    }

    private record Past<S>(long[] steps, double[] times, double[] heights, double[][] observed, List<S> places) {
        static <S> Past<S> like(S place) {
            double[] none = {};
            return new Past<>(new long[0], none, none, new double[0][], List.of(place));
        }
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
