package thalweg.room.law;

import java.util.ArrayList;
import java.util.List;
import thalweg.room.law.tail.Bootstrap;
import thalweg.room.law.tail.Tail;
import thalweg.study.Figure;
import thalweg.study.Lab;

/// What bootstrap samples say of a tail: how plausible the power law is, and how uncertain alpha and `x_min` are.
///
/// @param p share of samples farther from their law than the data, NaN where none was drawn
/// @param replicates how many were drawn for p
/// @param alphaError standard deviation of alpha over resampled data, `x_min` searched for anew; NaN where not known
/// @param minError standard deviation of `x_min` likewise
/// @param stopped whether the lab ended it early
record TailSpread(double p, int replicates, double alphaError, double minError, boolean stopped) {
    private static final int RESAMPLES = 100;
    private static final int BATCH = 16;

    static TailSpread of(Lab lab, Bootstrap samples, Tail tail, int replicates) {
        List<Double> distances = new ArrayList<>();
        List<Tail> again = new ArrayList<>();
        int resamples = Math.min(RESAMPLES, replicates);
        while (!lab.stopping() && again.size() < resamples) {
            int from = again.size();
            again.addAll(lab.map(Math.min(BATCH, resamples - from), i -> samples.resample(from + i)));
        }
        while (!lab.stopping() && distances.size() < replicates) {
            int from = distances.size();
            distances.addAll(lab.map(Math.min(BATCH, replicates - from), i -> samples.distance(from + i)));
            lab.progress(
                    distances.size(),
                    replicates,
                    "drawing samples that might have been",
                    Figure.Quantity.of("p", samples.pValue(plain(distances))));
        }
        return new TailSpread(
                distances.isEmpty() ? Double.NaN : samples.pValue(plain(distances)),
                distances.size(),
                deviation(again.stream().mapToDouble(Tail::alpha).toArray()),
                tail.scanned() ? deviation(again.stream().mapToDouble(Tail::min).toArray()) : Double.NaN,
                distances.size() < replicates);
    }

    private static double[] plain(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }

    private static double deviation(double[] values) {
        double mean = java.util.Arrays.stream(values).average().orElse(Double.NaN);
        double squares = java.util.Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .sum();
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    }
}
