package thalweg.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import thalweg.array.Misuse;

/// What a run recorded, and how it ended.
///
/// @param steps the numbers of the recorded steps
/// @param times of the motion there, NaN without one
/// @param heights the energy there, NaN where the flow did not know it
/// @param places recorded places, empty if they were not kept
/// @param observed what observers saw at the recorded steps, by name
/// @param last the place at the end
/// @param checkpoint from where the run can go on
public record Trajectory<S>(
        long[] steps,
        double[] times,
        double[] heights,
        List<S> places,
        Map<String, double[]> observed,
        S last,
        Checkpoint checkpoint,
        Ending ending) {
    public Trajectory {
        places = List.copyOf(places);
        observed = Map.copyOf(observed);
    }

    /// The series of an observer.
    ///
    /// @throws Misuse if there is none of that name
    public double[] of(String name) {
        double[] series = observed.get(name);
        if (series == null) {
            throw new Misuse("no observer " + name, "one of " + observed.keySet(), "add observe(..) to the run");
        }
        return Arrays.copyOf(series, series.length);
    }

    /// How many steps were done in all.
    public long done() {
        return checkpoint.step();
    }
}
