package thalweg.room.bayes.draw;

import java.util.List;
import java.util.Map;
import thalweg.measure.Draws;

/// Draws of several quantities by chains of equal length, with what their sampler said of itself.
///
/// @param names of the quantities
/// @param values by quantity, chain and draw; not copied
/// @param gauges by chain and draw; empty for draws of an unknown sampler
/// @param depth the most doublings a path could have, 0 if unknown
public record Chains(List<String> names, double[][][] values, Map<Gauge, double[][]> gauges, int depth) {
    public Chains {
        names = List.copyOf(names);
        gauges = Map.copyOf(gauges);
    }

    /// How many chains.
    public int count() {
        return values.length == 0 ? 0 : values[0].length;
    }

    /// Draws a chain.
    public int length() {
        return count() == 0 ? 0 : values[0][0].length;
    }

    /// The draws of quantity number `k`.
    public Draws draws(int k) {
        return Draws.of(values[k]);
    }

    /// A gauge by chain and draw; no chains where it was not read.
    public double[][] gauge(Gauge gauge) {
        return gauges.getOrDefault(gauge, new double[0][]);
    }

    /// How many draws came from a path that diverged, -1 if unknown.
    public long divergences() {
        if (!gauges.containsKey(Gauge.DIVERGENT)) {
            return -1;
        }
        long count = 0;
        for (double[] chain : gauge(Gauge.DIVERGENT)) {
            for (double flag : chain) {
                count += flag > 0 ? 1 : 0;
            }
        }
        return count;
    }
}
